using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Rollups;

namespace Analytics.Models.Releases;

/// <summary>A report as the row file is made from it.</summary>
/// <param name="CountsAs">Whom it counts as towards k.</param>
/// <param name="PaidOnly">USD an hour.</param>
/// <param name="AllIn">USD an hour; null where unpaid time was not told.</param>
/// <param name="Round">The making of the rollups that counted it first.</param>
public sealed record ReportedRate(
    string Report, string CountsAs, string? Platform, TaskType TaskType, ExperienceBand? Experience, string? Country, EvidenceTier Tier, FigureKind Kind, double PaidOnly, double? AllIn, int Round = 0);

/// <summary>Which version of a cell a release shows.</summary>
/// <param name="Round">The making of the rollups that it was computed from.</param>
/// <param name="Left">Contributors of it who have left since.</param>
public readonly record struct ShownVersion(int Round, int Left);

/// <summary>The rows of a quarter with what is told of them.</summary>
public sealed record QuarterOfReports(ReportQuarterRow Quarter, IReadOnlyList<ReportRow> Rows);

/// <summary>
/// Makes the published rows of a closed quarter: one for a contributor; ten contributors or more alike in everything but the rates, and those not all the same (METHOD.md §5).
/// What is too rare is told with less and less detail: without country, then experience, then platform; or not at all. Values in, values out.
/// </summary>
public static class ReportRows
{
    /// <summary>Reason of reports that are no row because their contributor has one in the quarter.</summary>
    public const string AnotherRow = "ANOTHER_ROW_OF_THE_CONTRIBUTOR";

    private const int LeastDistinct = 3;
    private static readonly string[] Columns = ["country", "experience", "platform"];

    /// <summary>The rows of <paramref name="quarter"/>; the same input in any order makes the same rows.</summary>
    /// <param name="cells">The version that the release shows of each platform's cell of the quarter, by slug; a platform without one has none to be held against.</param>
    public static QuarterOfReports Of(DateOnly quarter, IReadOnlyList<ReportedRate> told, IReadOnlyDictionary<string, ShownVersion>? cells = null)
    {
        var one = told.GroupBy(r => r.CountsAs, StringComparer.Ordinal).Select(g => g.MinBy(r => r.Report, StringComparer.Ordinal)!).ToList();
        var rest = Rounded(quarter, one);
        var rows = new List<Told>();
        for (var level = 0; level < Columns.Length; level++)
        {
            rows.AddRange(Alike(ref rest));
            if (level == Columns.Length - 1)
                rest.AddRange(GivenWay(rows, told, cells ?? new Dictionary<string, ShownVersion>()));
            rest = [.. rest.Select(r => r.Without(Columns[level]))];
        }

        rows.AddRange(Alike(ref rest));
        var generalised = Columns.ToDictionary(c => c, c => Disclosure.Count(rows.Count(r => r.Row.Blank.GetValueOrDefault(c) == Disclosure.SuppressedK)));
        var leftOut = new Dictionary<string, int> { [AnotherRow] = Disclosure.Count(told.Count - one.Count), [Disclosure.SuppressedK] = Disclosure.Count(rest.Count) };
        return new(new(quarter, rows.Count, generalised, leftOut), Ordered(rows));
    }

    private static List<Told> Rounded(DateOnly quarter, List<ReportedRate> one)
    {
        var (paid, all) = (new Bounds(one.Select(r => r.PaidOnly)), new Bounds(one.Select(r => r.AllIn).OfType<double>()));
        return [.. one.Select(r => new Told(r.CountsAs, r.Platform, new()
        {
            Quarter = quarter,
            // Few different ones in very many rows.
            Platform = r.Platform is { } platform ? string.Intern(platform) : null,
            TaskType = r.TaskType,
            Experience = r.Experience,
            Country = r.Country is { } country ? string.Intern(country) : null,
            Tier = r.Tier,
            Kind = r.Kind,
            PaidOnly = Disclosure.Value(paid.Cut(r.PaidOnly)),
            AllIn = r.AllIn is { } rate ? Disclosure.Value(all.Cut(rate)) : null,
            Blank = Reasons(r, paid, all),
        }))];
    }

    private static IReadOnlyDictionary<string, string> Reasons(ReportedRate r, Bounds paid, Bounds all)
    {
        var blank = new SortedDictionary<string, string>(StringComparer.Ordinal);
        // A tracker's file says nothing of the worker.
        var untold = r.Kind == FigureKind.TrackerLog ? Disclosure.NotAsked : Disclosure.NotReported;
        if (r.Experience is null)
            blank["experience"] = untold;
        if (r.Country is null)
            blank["country"] = untold;
        if (r.Platform is null)
            blank["platform"] = Disclosure.NotReported;
        if (paid.IsBeyond(r.PaidOnly))
            blank["paid_only"] = Disclosure.TopCoded;
        if (r.AllIn is not { } rate)
            blank["all_in"] = Disclosure.NotReported;
        else if (all.IsBeyond(rate))
            blank["all_in"] = Disclosure.TopCoded;
        return BlankReasons.Shared(blank);
    }

    // Takes the groups out of the rest that may be published.
    private static List<Told> Alike(ref List<Told> rest)
    {
        var enough = rest.GroupBy(r => r.Group).ToLookup(g => g.Count() >= Disclosure.LeastContributors && g.Select(r => r.Row.PaidOnly).Distinct().Count() >= LeastDistinct);
        rest = [.. enough[false].SelectMany(g => g)];
        return [.. enough[true].SelectMany(WithEnoughAllIn)];
    }

    private static IEnumerable<Told> WithEnoughAllIn(IEnumerable<Told> group)
    {
        var all = group.ToList();
        var rates = all.Select(r => r.Row.AllIn).OfType<decimal>().ToList();
        return rates.Count >= Disclosure.LeastContributors && rates.Distinct().Count() >= LeastDistinct ? all : all.Select(r => r.WithoutAllIn());
    }

    // The rows of a platform against its cell of the quarter, as it is now (a later release may show that) and as the release shows it: where either would set fewer than ten apart, the smallest group of rows gives way.
    private static List<Told> GivenWay(List<Told> rows, IReadOnlyList<ReportedRate> told, IReadOnlyDictionary<string, ShownVersion> cells)
    {
        var given = new List<Told>();
        var shown = rows.Where(r => r.Row.Platform is not null).ToLookup(r => r.Row.Platform!);
        foreach (var platform in told.Where(r => r.Platform is not null).GroupBy(r => r.Platform!))
        {
            var inRows = shown[platform.Key].Select(r => r.CountsAs).ToHashSet();
            var ofNow = platform.Select(r => r.CountsAs).Except(inRows).Count();
            var ofShown = cells.TryGetValue(platform.Key, out var cell) ? Apart(platform, inRows, cell) : 0;
            if (inRows.Count == 0 || !(Isolates(ofNow) || Isolates(ofShown)))
                continue;
            var smallest = shown[platform.Key].GroupBy(r => r.Group).OrderBy(g => g.Count()).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal).First().ToHashSet();
            rows.RemoveAll(smallest.Contains);
            given.AddRange(smallest.Select(r => r.Without("country").Without("experience")));
        }

        return given;
    }

    private static bool Isolates(int contributors) => contributors is > 0 and < Disclosure.LeastContributors;

    // Who is in the rows and not in the cell as it is shown, or the other way round: it may be of before some came or left.
    private static int Apart(IEnumerable<ReportedRate> platform, HashSet<string> inRows, ShownVersion cell)
    {
        var inCell = platform.Where(r => r.Round <= cell.Round).Select(r => r.CountsAs).ToHashSet();
        inCell.SymmetricExceptWith(inRows);
        return inCell.Count + cell.Left;
    }

    private static List<ReportRow> Ordered(List<Told> rows) => [.. rows.Select(r => r.Row)
        .OrderBy(r => r.TaskType).ThenBy(r => r.Platform, StringComparer.Ordinal).ThenBy(r => r.Experience).ThenBy(r => r.Country, StringComparer.Ordinal)
        .ThenBy(r => r.Kind).ThenBy(r => r.PaidOnly).ThenBy(r => r.AllIn).ThenBy(r => string.Join(' ', r.Blank), StringComparer.Ordinal)];

    /// <summary>A row, and whose it is.</summary>
    private sealed record Told(string CountsAs, string? Platform, ReportRow Row)
    {
        private string? Why(string column) => Row.Blank.GetValueOrDefault(column);

        /// <summary>All that is told but the rates.</summary>
        public object Group => (Row.Platform, Row.TaskType, Row.Experience, Row.Country, Row.Tier, Row.Kind, Why("platform"), Why("experience"), Why("country"));

        public Told Without(string column) => this with
        {
            Row = Row with
            {
                Platform = column == "platform" ? null : Row.Platform,
                Experience = column == "experience" ? null : Row.Experience,
                Country = column == "country" ? null : Row.Country,
                Blank = Blank(column),
            },
        };

        public Told WithoutAllIn() => this with { Row = Row with { AllIn = null, Blank = Blank("all_in") } };

        private IReadOnlyDictionary<string, string> Blank(string column) =>
            BlankReasons.Shared(new(Row.Blank.ToDictionary(), StringComparer.Ordinal) { [column] = Disclosure.SuppressedK });
    }

    /// <summary>The first and the last hundredth of rates.</summary>
    private sealed class Bounds
    {
        private readonly double low, high;

        public Bounds(IEnumerable<double> rates)
        {
            double[] sorted = [.. rates.Order()];
            (low, high) = sorted.Length == 0 ? (0, 0) : (new SortedSample(sorted).Quantile(0.01), new SortedSample(sorted).Quantile(0.99));
        }

        public bool IsBeyond(double rate) => rate < low || rate > high;

        public double Cut(double rate) => Math.Clamp(rate, low, high);
    }
}
