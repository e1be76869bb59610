using Analytics.Models.Estimates;
using Analytics.Models.Privacy;
using Analytics.Models.Rollups;

namespace Analytics.Models.Releases;

/// <summary>What becomes of everything that is made of reports, and the release that carried rows are taken from.</summary>
/// <param name="byCell">The verdict on a cell by its table and key; a cell without one is blank.</param>
/// <param name="latest">The latest release; null before the first.</param>
public sealed class ReportVerdicts(IReadOnlyDictionary<(ReportTable Table, string Key), Verdict> byCell, Release? latest)
{
    // The key of the cell of all reports.
    private static readonly string All = default(Cell).ToString();

    private readonly Dictionary<(Cell, PayMeasure), CellRow> cells = latest?.Cells.ToDictionary(c => (c.Cell, c.Measure)) ?? [];
    private readonly Dictionary<string, WorkHoursRow> hours = latest?.WorkHours.ToDictionary(h => h.Cell.ToString()) ?? [];

    /// <summary>Keys of the cells that a table has a verdict on.</summary>
    public IEnumerable<string> KeysOf(ReportTable table) => byCell.Keys.Where(k => k.Table == table).Select(k => k.Key);

    /// <summary>The verdict on a cell.</summary>
    public Verdict Of(ReportTable table, string key) => byCell.GetValueOrDefault((table, key), Verdict.Unknown);

    /// <summary>The row that the latest release has of a cell; null for none.</summary>
    public CellRow? LastRow(Cell cell, PayMeasure measure) => cells.GetValueOrDefault((cell, measure));

    /// <summary>The row that the latest release has of a cell's hours; null for none.</summary>
    public WorkHoursRow? LastHours(string key) => hours.GetValueOrDefault(key);

    /// <summary>The rows of cells that the latest release has.</summary>
    public IReadOnlyCollection<CellRow> LastRows => cells.Values;

    /// <summary>What the model says of persons: of each measure as a whole, new when the cell of all reports is, and as in the latest release until then.</summary>
    public IReadOnlyList<PersonalRow> Personal(IEnumerable<PersonalRow> fresh) => Whole(fresh, latest?.Personal, r => r.Measure);

    /// <summary>The models' cards, as <see cref="Personal"/>.</summary>
    public IReadOnlyList<ModelCard> ModelCards(IEnumerable<ModelCard> fresh) => Whole(fresh, latest?.ModelCards, r => r.Measure, c => c.Contributors == 0 || c.Model is null);

    /// <summary>How far promises run above pay: where any is held against reports, as <see cref="Personal"/>.</summary>
    public IReadOnlyList<AdvertGap> AdvertGaps(IReadOnlyList<AdvertGap> fresh)
    {
        var kind = Of(ReportTable.PaidOnly, All).Kind;
        if (kind == VerdictKind.Carried && latest?.AdvertGaps.Any(g => g.AgainstReports > 0) == true)
            return latest.AdvertGaps;
        return kind == VerdictKind.Fresh ? fresh : [.. fresh.Where(g => g.AgainstReports == 0)];
    }

    /// <summary>The table that a measure's cells are in.</summary>
    public static ReportTable TableOf(PayMeasure measure) => measure == PayMeasure.PaidOnly ? ReportTable.PaidOnly : ReportTable.AllIn;

    // Where too few told anything, only what says nothing of them is kept.
    private List<T> Whole<T>(IEnumerable<T> fresh, IReadOnlyList<T>? last, Func<T, PayMeasure> measure, Func<T, bool>? harmless = null)
    {
        VerdictKind Kind(T row) => Of(TableOf(measure(row)), All).Kind;
        return [.. fresh.Where(r => Kind(r) == VerdictKind.Fresh || (Kind(r) == VerdictKind.Blank && harmless?.Invoke(r) == true))
            .Concat(last?.Where(r => Kind(r) == VerdictKind.Carried) ?? [])];
    }
}
