using System.CommandLine;
using Analytics.Ingest.Discovery;
using Analytics.Ingest.Fetching;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Microsoft.Extensions.Configuration;

namespace Analytics.Ingest.Verbs;

/// <summary>What every verb takes.</summary>
internal sealed class CommonOptions(CancellationToken stopWaiting)
{
    private const string DefaultContact = "https://github.com/perjam/perjam";

    private readonly Option<string?> data = new("--data") { Description = "Data folder; default /var/lib/perjam for root, else your data folder.", Recursive = true };
    private readonly Option<bool> demo = new("--demo") { Description = "Use the separate database of simulated reports.", Recursive = true };
    private readonly Option<bool> json = new("--json") { Description = "Answer in JSON.", Recursive = true };
    private readonly Option<string[]> allowHost = new("--allow-host")
    {
        Description = "HOST:PORT that may be fetched from although its address or port is not public; repeatable.",
        Recursive = true,
        DefaultValueFactory = _ => [],
    };

    private readonly IConfiguration configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>Adds the options to <paramref name="root"/>, for all its verbs.</summary>
    public void AddTo(RootCommand root)
    {
        allowHost.Validators.Add(result =>
        {
            foreach (var host in result.GetValueOrDefault<string[]>().Where(h => !IsHostAndPort(h)))
                result.AddError($"--allow-host takes HOST:PORT such as localhost:8080, not '{host}'.");
        });
        foreach (var option in new Option[] { data, demo, json, allowHost })
            root.Options.Add(option);
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(json);

    public bool Demo(ParseResult parsed) => parsed.GetValue(demo);

    /// <summary>Opens the database and what works on it.</summary>
    public Task<Session> OpenAsync(ParseResult parsed, Terminal terminal, CancellationToken stop) => Session.OpenAsync(Read(parsed, terminal), stop);

    private IngestOptions Read(ParseResult parsed, Terminal terminal) => new()
    {
        Storage = new StorageOptions
        {
            ConnectionString = configuration.GetConnectionString("Analytics"),
            Programs = configuration["PostgreSQL:Programs"],
            DataRoot = parsed.GetValue(data) ?? StorageOptions.DefaultDataRoot(),
            Demo = parsed.GetValue(demo),
            Log = terminal.Note,
            StopWaiting = stopWaiting,
        },
        Fetch = new FetchRules
        {
            Contact = configuration["Collect:Contact"] ?? DefaultContact,
            AllowedHosts = [.. parsed.GetValue(allowHost)!, .. configuration.GetSection("Collect:AllowedHosts").GetChildren().Select(c => c.Value).OfType<string>()],
            AllowedHostPause = Seconds("Collect:AllowedHostPauseSeconds") ?? TimeSpan.FromSeconds(2),
        },
        ExchangeRates = configuration["Collect:ExchangeRates"] is { } address ? Address(address) : null,
        SourceList = configuration["Collect:Sources"] is { } list ? SourceListFile(list) : SourceList.Shipped(),
        Night = new NightBounds
        {
            PagesPerHost = Number("Collect:PagesPerHost") ?? new NightBounds().PagesPerHost,
            Pages = Number("Collect:PagesPerNight") ?? new NightBounds().Pages,
        },
        Site = configuration["Site:Address"]?.TrimEnd('/') ?? ReleaseStore.Here,
        CheckIn = Seconds("Jobs:CheckInSeconds") ?? TimeSpan.FromSeconds(5),
        Time = TimeProvider.System,
    };

    private static IReadOnlyList<Models.Sources.Source> SourceListFile(string file)
    {
        try
        {
            return SourceList.Read(file, File.ReadAllText(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new WrongUseException($"Collect__Sources: {fault.Message}");
        }
    }

    private TimeSpan? Seconds(string key) => configuration[key] switch
    {
        null => null,
        var text when double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var pause) && pause is >= 0 and <= 3600 => TimeSpan.FromSeconds(pause),
        var text => throw new WrongUseException($"{key.Replace(":", "__", StringComparison.Ordinal)} is '{text}'; it takes a number of seconds from 0 to 3600."),
    };

    private int? Number(string key) => configuration[key] switch
    {
        null => null,
        var text when int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number <= 100_000 => number,
        var text => throw new WrongUseException($"{key.Replace(":", "__", StringComparison.Ordinal)} is '{text}'; it takes a number from 0 to 100000."),
    };

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address
        : throw new WrongUseException($"Collect__ExchangeRates is '{text}'; it takes a web address.");

    private static bool IsHostAndPort(string text) =>
        text.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(text[(colon + 1)..], out var port) && port > 0;
}
