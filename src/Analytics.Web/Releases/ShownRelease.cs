using System.Collections.Frozen;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;

namespace Analytics.Web.Releases;

/// <summary>A release as the pages look things up in it. Nothing here is worked out anew: only found.</summary>
public sealed class ShownRelease
{
    private readonly FrozenDictionary<string, FigureRow> figures;
    private readonly ILookup<string?, FigureRow> byPlatform;
    private readonly ILookup<string, StatementRow> statements;
    private readonly ILookup<string?, ClaimRow> claims;
    private readonly ILookup<string?, CellRow> cells;
    private readonly FrozenDictionary<(Cell, PayMeasure), CellRow> cellsByKey;
    private readonly FrozenDictionary<string, ClaimRow> claimsById;
    private readonly FrozenDictionary<string, ExchangeRateRow> newestRates;
    private readonly ILookup<string, MinimumWageRow> wages;
    private readonly FrozenDictionary<Person, PersonalRow> persons;
    private readonly FrozenDictionary<Cell, WorkHoursRow> hours;
    private readonly FrozenDictionary<string, int> numbers;

    /// <param name="all">Every release, of which figures may be carried over.</param>
    public ShownRelease(Release release, IReadOnlyList<ReleaseHead>? all = null)
    {
        Release = release;
        numbers = (all ?? []).ToFrozenDictionary(r => r.Id, r => r.Number);
        figures = release.Figures.ToFrozenDictionary(f => f.Id);
        byPlatform = release.Figures.ToLookup(f => f.Platform);
        statements = release.Statements.ToLookup(s => s.Platform);
        claims = release.Claims.ToLookup(c => c.Platform);
        claimsById = release.Claims.ToFrozenDictionary(c => c.Id);
        cells = release.Cells.ToLookup(c => c.Cell.Platform);
        cellsByKey = release.Cells.ToFrozenDictionary(c => (c.Cell, c.Measure));
        newestRates = release.ExchangeRates.GroupBy(r => r.Currency).ToFrozenDictionary(g => g.Key, g => g.MaxBy(r => r.Month)!);
        CountryCodes = [.. release.Figures.Select(f => f.Country).Concat(release.Cells.Select(c => c.Cell.Country)).Concat(release.MinimumWages.Select(w => w.Country))
            .Where(code => Countries.Find(code) is not null).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        wages = release.MinimumWages.ToLookup(w => w.Country);
        persons = release.Personal.ToFrozenDictionary(p => new Person(p.Measure, p.TaskType, p.Platform, p.Experience, p.Country));
        HasReports = release.Cells.Any(c => c.Contributors is not null);
        Tasks = [.. release.Figures.Select(f => f.TaskType).Concat(release.Cells.Select(c => c.Cell.TaskType)).OfType<TaskType>().Distinct().Order()];
        Bands = [.. release.Figures.Select(f => f.Experience).Concat(release.Cells.Select(c => c.Cell.Experience)).OfType<ExperienceBand>().Distinct().Order()];
        EvidenceCountries = [.. release.Figures.Select(f => f.Country).Concat(release.Cells.Select(c => c.Cell.Country)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        Lands = [.. release.MinimumWages.Select(w => w.Country).Concat(release.Personal.Select(p => p.Country)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        hours = release.WorkHours.ToFrozenDictionary(h => h.Cell);
        Currencies = [.. newestRates.Keys.Append("USD").Distinct().Order(StringComparer.Ordinal)];
    }

    public Release Release { get; }

    public ReleaseHead Head => Release.Head;

    /// <summary>The number of a release; null where it is not known.</summary>
    public int? NumberOf(string release) => numbers.TryGetValue(release, out var number) ? number : null;

    /// <summary>Codes of the currencies that amounts can be shown in, in order.</summary>
    public IReadOnlyList<string> Currencies { get; }

    /// <summary>ISO 3166 codes of the countries that a figure, a cell or a minimum wage is of, in order.</summary>
    public IReadOnlyList<string> CountryCodes { get; }

    public FigureRow? Figure(string id) => figures.GetValueOrDefault(id);

    /// <summary>The claim that a witness tells; null for a catalogue figure.</summary>
    public ClaimRow? Claim(string? id) => id is null ? null : claimsById.GetValueOrDefault(id);

    public IEnumerable<FigureRow> FiguresOf(string platform) => byPlatform[platform];

    /// <summary>Figures of several platforms together, or of a kind of work without any platform named.</summary>
    public IEnumerable<FigureRow> Pooled => byPlatform[null];

    public IEnumerable<StatementRow> StatementsOf(string platform) => statements[platform];

    /// <summary>Statements of the catalogue that the platform has closed; empty where it has not, as far as known.</summary>
    public IEnumerable<StatementRow> ClosingOf(string platform) =>
        statements[platform].Where(s => s is { Topic: StatementTopic.Availability, Value: "closed", Quote: null });

    /// <summary>Claims about the platform that were read and did not become a figure.</summary>
    public IEnumerable<ClaimRow> TurnedAway(string platform) => claims[platform].Where(c => c.Status is ObservationStatus.Held or ObservationStatus.Refused);

    public IEnumerable<CellRow> CellsOf(string? platform) => cells[platform];

    /// <summary>The cell; null where the release has none of it.</summary>
    public CellRow? CellOf(Cell cell, PayMeasure measure) => cellsByKey.GetValueOrDefault((cell, measure));

    public IEnumerable<CheckRow> ChecksOf(string platform) => Release.Checks.Where(c => c.Platform == platform);

    /// <summary>The newest rate of a currency; null for the dollar and for unknown ones.</summary>
    public ExchangeRateRow? NewestRate(string currency) => newestRates.GetValueOrDefault(currency);

    /// <summary>Legal minimum wages of a country and its regions, of every date.</summary>
    public IEnumerable<MinimumWageRow> MinimumWagesOf(string country) => wages[country];

    /// <summary>Provinces or states that have minimum wages of their own, in order.</summary>
    public IEnumerable<string> RegionsOf(string country) => wages[country].Select(w => w.Region).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>What the model says of a person told by exactly these words; null where it says nothing.</summary>
    public PersonalRow? FindPerson(Person told) => persons.GetValueOrDefault(told);

    /// <summary>Whether workers' reports are in it at all.</summary>
    public bool HasReports { get; }

    /// <summary>Kinds of work that any figure or report is of.</summary>
    public IReadOnlyList<TaskType> Tasks { get; }

    /// <summary>Bands of experience that any figure or report is of.</summary>
    public IReadOnlyList<ExperienceBand> Bands { get; }

    /// <summary>Codes of the countries that any figure or report is of, in order.</summary>
    public IReadOnlyList<string> EvidenceCountries { get; }

    /// <summary>Codes of the countries that a minimum wage or persons' pay is known of, in order.</summary>
    public IReadOnlyList<string> Lands { get; }

    /// <summary>The day that the model in use of a measure was made; null where there is none.</summary>
    public DateOnly? Fitted(PayMeasure measure) => Release.ModelCards.FirstOrDefault(c => c.Measure == measure)?.Model?.Fitted;

    /// <summary>The hours that contributors of a cell got; null where too few told.</summary>
    public WorkHoursRow? HoursOf(Cell cell) => hours.GetValueOrDefault(cell);
}

/// <summary>The words that a person is told by; null for what is not told.</summary>
public readonly record struct Person(PayMeasure Measure, TaskType Work, string? Platform, ExperienceBand? Experience, string? Country);
