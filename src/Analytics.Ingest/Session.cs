using Analytics.Ingest.Discovery;
using Analytics.Ingest.Fetching;
using Analytics.Ingest.Steps;
using Analytics.Models.Claims;
using Analytics.Models.Corrections;
using Analytics.Models.Estimates;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Reports.Trackers;
using Analytics.Models.Rollups;
using Analytics.Models.Sources;
using Analytics.Models.Storage;

namespace Analytics.Ingest;

/// <summary>The database, the stores on it, and the steps over them, for as long as a verb or the worker runs.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly StorageSession storage;
    private readonly Uri exchangeRates;

    private Session(StorageSession storage, IngestOptions options)
    {
        this.storage = storage;
        Options = options;
        exchangeRates = options.ExchangeRates ?? EcbDaily.Address;
        Fetcher = new PoliteFetcher(options.Fetch, options.Time);
        var database = storage.Database;
        Sources = new(database);
        Lists = new(database);
        Asked = new(database);
        Releases = new(database, options.Site);
        ReleaseFiles = new(database);
        Reports = new(database);
        Contributors = new(database);
        Trackers = new(database);
        Corrections = new(database);
        Withdrawals = new(database);
        Erasures = new(database);
        SigningKeys = new(database);
        Observations = new(database);
        Claims = new(database);
        Rates = new(database);
        Hourly = new(database);
        Rollups = new(database);
        Estimates = new(database);
        Models = new(database);
        WorkHours = new(database);
    }

    public IngestOptions Options { get; }
    public Catalogue Catalogue { get; } = Catalogue.Load();
    public PoliteFetcher Fetcher { get; }
    public SourceStore Sources { get; }
    public ListStore Lists { get; }
    public AskedAddressStore Asked { get; }
    public ReleaseStore Releases { get; }
    public ReleaseFileStore ReleaseFiles { get; }
    public ReportStore Reports { get; }
    public ContributorStore Contributors { get; }
    public TrackerStore Trackers { get; }
    public ObservationStore Observations { get; }
    public CorrectionStore Corrections { get; }
    public WithdrawalStore Withdrawals { get; }
    public ErasureStore Erasures { get; }
    public SigningKeyStore SigningKeys { get; }
    public string ConnectionString => storage.ConnectionString;

    /// <summary>Ends when a private server is gone for good, with a sentence why.</summary>
    public Task<string> ServerLost => storage.ServerLost;

    private ClaimStore Claims { get; }
    private ExchangeRateStore Rates { get; }
    private HourlyStore Hourly { get; }
    private RollupStore Rollups { get; }
    private EstimateStore Estimates { get; }
    private PayModelStore Models { get; }
    private WorkHoursStore WorkHours { get; }

    /// <summary>Opens the database, starting or joining the private server where none is given.</summary>
    public static async Task<Session> OpenAsync(IngestOptions options, CancellationToken stop) =>
        new(await StorageSession.OpenAsync(options.Storage with { Patient = true }, stop), options);

    /// <summary>The steps in the order of the flow. The demonstration fetches nothing: it holds simulated data only.</summary>
    public IReadOnlyList<IStep> Flow() => Options.Storage.Demo
        ? [Accept(), Normalise(), Rollup(), Estimate(), Publish()]
        : [ExchangeRatesStep(), Collect(), Read(), Accept(), Normalise(), Rollup(), Estimate(), Publish()];

    /// <summary>The step called <paramref name="name"/>, of the flow or beside it; null when there is none of that name.</summary>
    public IStep? Step(string name) =>
        Flow().Append(new ForgetStep(Corrections, new(storage.Database), Options.Time)).Append(new EraseStep(Erasures, Options.Time)).FirstOrDefault(s => s.Name == name);

    /// <summary>A step that fetches <paramref name="asked"/>, or the source list when null.</summary>
    public IStep Collect(IReadOnlyList<Source>? asked = null) => new CollectStep(
        Sources, Lists, Asked, Fetcher, new(Sources, Lists, Fetcher, Options.Fetch, Options.Night, Options.Time), Options.Night, Options.Time, asked);

    public async ValueTask DisposeAsync()
    {
        Fetcher.Dispose();
        await storage.DisposeAsync();
    }

    private ExchangeRatesStep ExchangeRatesStep() => new(Rates, Sources, Fetcher, exchangeRates, Options.Time);

    private ReadStep Read() => new(Sources, Claims, Options.Reading, Options.Time);

    private AcceptStep Accept() => new(Claims, Observations, new(storage.Database), Rates, Catalogue, Options.Time, withFigures: !Options.Storage.Demo);

    private NormaliseStep Normalise() => new(Hourly, Rates);

    private RollupStep Rollup() => new(Rollups);

    private EstimateStep Estimate() => new(new(Rollups, new PayRowStore(storage.Database), Observations, Hourly, Estimates, Models), Catalogue, Options.Time);

    /// <summary>The step that publishes, which can also tell what it would.</summary>
    public PublishStep Publish() => new(
        new(Claims, Observations, Hourly, Rollups, WorkHours, Estimates, Models, Rates, Reports, new(storage.Database), Withdrawals), Releases, Catalogue, Options.Time, Options.Storage.Demo);
}

/// <summary>How the command line and the configuration ask for it.</summary>
internal sealed record IngestOptions
{
    public required StorageOptions Storage { get; init; }
    public required FetchRules Fetch { get; init; }
    public required TimeProvider Time { get; init; }
    public ReadingLimits Reading { get; init; } = new();

    /// <summary>Where the exchange rates are fetched, if not from the European Central Bank.</summary>
    public Uri? ExchangeRates { get; init; }

    /// <summary>The pages, feeds and sitemaps collected from on schedule, beside what an operator watches.</summary>
    public required IReadOnlyList<Source> SourceList { get; init; }

    /// <summary>How much a night may ask of the pages that feeds and sitemaps name.</summary>
    public NightBounds Night { get; init; } = new();

    /// <summary>Where the site can be reached, without a slash at the end.</summary>
    public string Site { get; init; } = ReleaseStore.Here;

    /// <summary>How often a worker shows the others that it lives; after two of these its unfinished steps are run again.</summary>
    public TimeSpan CheckIn { get; init; } = TimeSpan.FromSeconds(5);
}
