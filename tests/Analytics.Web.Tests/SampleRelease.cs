using Analytics.Models;
using Analytics.Models.Claims;
using Telling = Analytics.Models.Observations.Telling;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;

namespace Analytics.Web.Tests;

/// <summary>
/// A small release made by the models themselves: the shipped catalogue, and a page of our own writing that tells two stories and says
/// one thing that is refused.
/// </summary>
internal static class SampleRelease
{
    public const string PageTitle = "Berapa hasil kerja lepas? <b>Dua</b> cerita";
    public const string PageAddress = "https://example.org/kerja-lepas?a=1&b=2";
    public const string TotalQuote = "lebih dari $600 untuk lebih dari 2.500 tugas";
    public const string RateQuote = "$200 per jam";
    public const string RefusedQuote = "<script>alert('gaji')</script> 5.000 zloty Mars";
    public const string StatementQuote = "Ia bekerja sekitar 3,5 jam setiap malam.";

    public static readonly DateOnly Published = new(2026, 5, 5);
    public static readonly DateOnly Fetched = new(2026, 11, 21);

    private const string Thin = "trymata";

    private static readonly ExchangeRates Rates = ExchangeRates.Shipped();

    /// <summary>The release; the same for the same arguments.</summary>
    /// <param name="rollups">Cells of reports to publish with it.</param>
    public static Release Make(bool simulated = false, params IReadOnlyList<Rollup> rollups)
    {
        var catalogue = Catalogue.Load();
        var rules = new AcceptanceRules(Rates);
        var stories = new StoryRules(Rates).Gather(Claims.Select(c => new Telling(c.Id, c.Claim, c.Address, c.Published ?? c.Fetched)));
        var observations = catalogue.Figures.Select(rules.Accept).Concat(stories.Select(rules.Accept)).ToList();
        var method = new HourlyMethod(Rates);
        var accepted = observations.Where(o => o.Status == ObservationStatus.Accepted).Select(o => (Seen: o, Rate: method.Apply(o))).ToList();
        var estimates = CellEstimator.Estimate(
            rollups, [.. accepted.Select(a => new StudyFigure(a.Seen, a.Rate, a.Seen.Origin))], [.. rollups.Where(r => r.Cell.Platform == Thin).Select(Modelled)]);
        return ReleaseBuilder.Build(new()
        {
            Catalogue = catalogue,
            Observations = observations,
            Rates = [.. accepted.Select(a => a.Rate)],
            Witnesses = stories.ToDictionary(AcceptanceRules.IdOf, s => (IReadOnlyList<string>)[.. s.Tellings.Select(t => t.Id)]),
            Claims = Claims,
            Statements = [new("statement-1", Night, PageTitle, PageAddress, Published, Fetched, "id")],
            Checks = [new(PageAddress, "page-1", Check)],
            Rollups = rollups,
            Estimates = estimates,
            AdvertGaps = AdvertGaps.Of([.. accepted.Select(a => new Advert(a.Seen, a.Rate))], estimates),
            ModelCards = [.. Enum.GetValues<PayMeasure>().Select(measure => measure == PayMeasure.PaidOnly && simulated ? Model.Value.Card : ReportModel.Of(new(measure, [], [], [], null), Fetched).Card)],
            Personal = simulated ? Model.Value.Personal : [],
            WorkHours = simulated ? Hours : [],
            Verdicts = AllNew(rollups, simulated ? Hours : []),
            ExchangeRates = Rates,
            MinimumWages = MinimumWages.Shipped(),
            Simulated = simulated,
        });
    }

    /// <summary>Reports of one platform, enough for a direct estimate overall and too few for one task type; and of another, which needs the model.</summary>
    public static IReadOnlyList<Rollup> Reports() =>
    [
        Rollup.Of(new("prolific", null, null, null, null), PayMeasure.PaidOnly, 60, 0, Sample(60)),
        Rollup.Of(new("prolific", null, null, null, new DateOnly(2026, 7, 1)), PayMeasure.PaidOnly, 60, 0, Sample(60)),
        Rollup.Of(new("prolific", null, ExperienceBand.UnderOneMonth, null, null), PayMeasure.PaidOnly, 25, 0, Sample(25)),
        Rollup.Of(new("prolific", TaskType.Survey, null, null, null), PayMeasure.PaidOnly, 4, 0, Sample(4)),
        Rollup.Of(new(Thin, null, null, null, null), PayMeasure.PaidOnly, 15, 0, Sample(15)),
    ];

    // A model of simulated reports.
    private static readonly Lazy<ReportModel> Model = new(() => ReportModel.Of(new(PayMeasure.PaidOnly, [.. SimulatedPay()], [], [], null), Fetched));

    private static IReadOnlyList<WorkHours> Hours { get; } =
    [
        new(new(null, TaskType.Survey, null, null, null), 400, 8, 20, 41, 200, 0.25),
        new(new("prolific", null, null, null, null), 60, 6, 12, 25, 30, 0.25),
    ];

    private static IEnumerable<PayRow> SimulatedPay() =>
        from report in new SimulatedReports(Catalogue.Load(), 1, new DateOnly(2026, 9, 1)).Make(2000)
        select new PayRow
        {
            Hourly = (double)(report.Pay / report.PaidHours)!.Value,
            Contributor = report.Contributor,
            Platform = report.Platform!,
            TaskType = Term.Of(report.TaskType),
            Country = report.Country ?? "",
            Experience = report.Experience is { } band ? Term.Of(band) : "",
            Method = "c",
            Period = report.Month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
        };

    // Every cell that enough contributors are in, and that of all reports, as in a first release.
    private static ReportVerdicts AllNew(IReadOnlyList<Rollup> rollups, IReadOnlyList<WorkHours> hours) => new(
        rollups.Where(r => r.Contributors >= Disclosure.LeastContributors).Select(r => (ReportVerdicts.TableOf(r.Measure), r.Key))
            .Concat(hours.Where(h => h.Contributors >= Disclosure.LeastContributors).Select(h => (ReportTable.WorkHours, h.Key)))
            .Union([(ReportTable.PaidOnly, default(Cell).ToString()), (ReportTable.AllIn, default(Cell).ToString())]).ToDictionary(k => k, _ => Verdict.Fresh), null);

    private static Estimate Modelled(Rollup rollup) => new()
    {
        Cell = rollup.Cell,
        Measure = rollup.Measure,
        Basis = EstimateBasis.Modelled,
        Typical = 9,
        Low = 8,
        High = 10,
        Workers = rollup.Contributors,
    };

    private static SortedSample Sample(int n) => new([.. Enumerable.Range(0, n).Select(i => 6.0 + (i % 10) * 0.8).Order()]);

    private static Claim Total { get; } = new()
    {
        Quote = TotalQuote,
        Sentence = $"Sejak tahun lalu seorang mahasiswa menerima {TotalQuote}.",
        Place = new(2, 10, TotalQuote.Length),
        Kind = FigureKind.WorkerCase,
        Tier = EvidenceTier.C,
        AmountMin = 600,
        AmountMax = 600,
        Bound = Bound.AtLeast,
        Currency = "USD",
        Unit = PayUnit.Total,
        Tasks = 2500,
        Platform = "mturk",
        PlatformName = "Amazon Mechanical Turk",
        PlatformRule = "block",
        Person = "seorang mahasiswa",
    };

    private static Claim Rate { get; } = new()
    {
        Quote = RateQuote,
        Sentence = $"Seorang ahli menerima {RateQuote}.",
        Place = new(5, 22, RateQuote.Length),
        Kind = FigureKind.WorkerCase,
        Tier = EvidenceTier.D,
        AmountMin = 200,
        AmountMax = 200,
        Bound = Bound.Exact,
        Currency = "USD",
        Unit = PayUnit.Hour,
        Platform = "micro1",
        PlatformName = "micro1",
        PlatformRule = "block",
        TaskType = TaskType.AiTrainingExpert,
        Person = "seorang ahli",
        Witness = "slip gaji yang dilihat penulis",
    };

    private static Claim Sum { get; } = Rate with
    {
        Quote = "hampir $300.000 sejak Januari",
        Sentence = "Dengan bonus jumlahnya hampir $300.000 sejak Januari.",
        Place = new(6, 22, 29),
        AmountMin = 300000,
        AmountMax = 300000,
        Bound = Bound.Almost,
        Unit = PayUnit.Total,
    };

    private static Claim Refused { get; } = Total with
    {
        Quote = RefusedQuote,
        Sentence = RefusedQuote,
        Place = new(9, 0, RefusedQuote.Length),
        AmountMin = 5000,
        AmountMax = 5000,
        Currency = "XMZ",
        Tasks = null,
        Person = null,
        Bound = Bound.Exact,
    };

    private static Statement Night { get; } = new()
    {
        Topic = StatementTopic.WorkingTime,
        Quote = StatementQuote,
        Place = new(7, 0, StatementQuote.Length),
        Platform = "micro1",
        Value = "3.5 h/day",
    };

    private static PlausibilityCheck Check { get; } = new(Sum, Rate, Night, 3.5m, "day", 1500, 1500 / 3.5m, 366, 256200, 43800);

    private static IReadOnlyList<KeptClaim> Claims { get; } =
    [
        .. new[] { Total, Rate, Sum, Refused }.Select((claim, i) =>
            new KeptClaim($"claim-{i}", claim, "page-1", PageTitle, PageAddress, Published, Fetched, "id", Vanished: false)),
    ];
}
