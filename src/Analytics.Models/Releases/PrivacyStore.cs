using Analytics.Models.Privacy;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;

namespace Analytics.Models.Releases;

/// <summary>Gathers what the privacy rules decide by, and asks them.</summary>
public sealed class PrivacyStore(Database database)
{
    /// <summary>Days after its end until which a quarter's reports are waited for before its rows are published.</summary>
    public const int DaysUntilClosed = 30;

    private readonly CountedStore counted = new(database);
    private readonly CellVersionStore versions = new(database);
    private readonly ReportRateStore rates = new(database);

    /// <summary>What becomes of every cell of the present rollups, and what that would give away.</summary>
    /// <param name="latest">The latest release; null before the first.</param>
    /// <param name="progress">Told each table as it begins. One table is in memory at a time.</param>
    public async Task<Decided> DecideAsync(Release? latest, IProgress<ReportTable> progress, CancellationToken stop)
    {
        var (round, all, found) = (await counted.RoundAsync(stop), new Dictionary<(ReportTable, string), Verdict>(), new List<AuditFinding>());
        var shown = new Dictionary<string, ShownVersion>();
        var known = await versions.AllAsync(stop);
        foreach (var table in Enum.GetValues<ReportTable>())
        {
            progress.Report(table);
            var history = new History(table, known, latest?.Head.Number ?? 0);
            var people = await PeopleAsync(table, stop);
            var verdicts = Suppression.Decide(people, history, round.Number);
            found.AddRange(CellAudit.Of(people, history, verdicts, round.Number));
            foreach (var (key, verdict) in verdicts)
            {
                all.Add((table, key), verdict);
                if (table == ReportTable.PaidOnly && VersionOf(verdict, history.LastOf(key), round) is { } version)
                    shown.Add(key, version);
            }
        }

        return new(new(all, latest), round, found, shown);
    }

    /// <summary>The rows of the quarters that are closed on <paramref name="today"/> and that no release has published; a quarter that too few told of waits.</summary>
    /// <param name="decided">What the release shows beside them.</param>
    public async Task<IReadOnlyList<QuarterOfReports>> ClosedQuartersAsync(Release? latest, Decided decided, DateOnly today, CancellationToken stop)
    {
        var published = latest?.ReportQuarters.Select(q => q.Quarter).ToHashSet() ?? [];
        DateOnly[] closed = [.. (await rates.QuartersAsync(today.AddDays(-DaysUntilClosed).AddMonths(-3).AddDays(1), stop)).Where(q => !published.Contains(q))];
        var made = new List<QuarterOfReports>();
        await foreach (var (quarter, told) in rates.ReadAsync(closed, stop))
        {
            var cells = told.Select(r => r.Platform).OfType<string>().Distinct().Select(p => (Platform: p, Key: new Cell(p, null, null, null, quarter).ToString()))
                .Where(c => decided.PaidOnly.ContainsKey(c.Key)).ToDictionary(c => c.Platform, c => decided.PaidOnly[c.Key]);
            if (ReportRows.Of(quarter, told, cells) is { Rows.Count: > 0 } rows)
                made.Add(rows);
        }

        return made;
    }

    private static ShownVersion? VersionOf(Verdict verdict, CellVersion? last, Round round) => verdict.Kind switch
    {
        VerdictKind.Fresh => new(round.Number, 0),
        VerdictKind.Carried when last is not null => new(last.Round, last.LeftSince),
        _ => null,
    };

    private async Task<Population> PeopleAsync(ReportTable table, CancellationToken stop)
    {
        var builder = new PopulationBuilder();
        await foreach (var report in counted.ReadAsync(table, stop))
            builder.Add(report);
        return builder.Build(table == ReportTable.WorkHours ? WorkHours.Groupings : Groupings.All);
    }
}

/// <summary>What was decided of a release's reports.</summary>
/// <param name="Round">The rollups that it was decided by.</param>
/// <param name="Found">What would isolate fewer than ten nevertheless.</param>
/// <param name="PaidOnly">The versions that are shown of cells of pay for paid time, by key.</param>
public sealed record Decided(ReportVerdicts Verdicts, Round Round, IReadOnlyList<AuditFinding> Found, IReadOnlyDictionary<string, ShownVersion> PaidOnly);
