using Analytics.Models.Privacy;

namespace Analytics.Models.Releases;

/// <summary>Looks over what a release shows of reports, by its own rows and against a kept release. Values in, values out.</summary>
public static class ReleaseAudit
{
    private const int LeastForQuartiles = 20, LeastForDeciles = 50, LeastDistinct = 3;

    /// <summary>What the rows of <paramref name="release"/> give away by themselves.</summary>
    public static IReadOnlyList<AuditFinding> Of(Release release) =>
    [
        .. release.Cells.SelectMany(c => OfCell(c).Select(said => new AuditFinding("cells", $"{Term.Of(c.Measure)} {c.Cell}", said))),
        .. release.WorkHours.SelectMany(h => OfHours(h).Select(said => new AuditFinding("work_hours", h.Cell.ToString(), said))),
        .. OfRows(release),
    ];

    /// <summary>What the rows of <paramref name="release"/> give away beside those of <paramref name="kept"/>.</summary>
    public static IReadOnlyList<AuditFinding> Between(Release release, Release kept)
    {
        var cells = kept.Cells.Where(c => c.FromRelease is not null).ToDictionary(c => (c.Cell, c.Measure));
        var hours = kept.WorkHours.ToDictionary(h => h.Cell);
        var quarters = kept.ReportQuarters.ToDictionary(q => q.Quarter);
        return
        [
            .. from cell in release.Cells
               where cell.FromRelease is not null && cells.TryGetValue((cell.Cell, cell.Measure), out var before) && before.FromRelease == cell.FromRelease && !IsSame(before, cell)
               select new AuditFinding("cells", $"{Term.Of(cell.Measure)} {cell.Cell}", $"it says another thing than release {kept.Head.Number} under the same release of origin"),
            .. from row in release.WorkHours
               where hours.TryGetValue(row.Cell, out var before) && before.FromRelease == row.FromRelease && before != row
               select new AuditFinding("work_hours", row.Cell.ToString(), $"it says another thing than release {kept.Head.Number} under the same release of origin"),
            .. from quarter in release.Reports.Select(r => r.Quarter).Distinct()
               where quarters.ContainsKey(quarter)
               select new AuditFinding("reports", $"{quarter:yyyy-MM-dd}", $"release {kept.Head.Number} lists the quarter as published already"),
        ];
    }

    // Studies beside a cell of reports may change without it.
    private static bool IsSame(CellRow a, CellRow b) =>
        (a.Contributors, a.P10, a.P25, a.Median, a.P75, a.P90, a.Blank) == (b.Contributors, b.P10, b.P25, b.Median, b.P75, b.P90, b.Blank);

    private static IEnumerable<string> OfCell(CellRow row)
    {
        if (row.Blank is not null && (row.Contributors ?? row.Median ?? row.P10 ?? row.P25 ?? row.P75 ?? row.P90) is not null)
            yield return $"it is blank ({row.Blank}) and tells values";
        if (row.Contributors is < Disclosure.LeastContributors)
            yield return $"it has {row.Contributors} contributors";
        if (row.Contributors is null && row.Basis is Estimates.EstimateBasis.Direct or Estimates.EstimateBasis.Modelled)
            yield return "it tells an estimate of reports and no contributors";
        if ((row.P25 ?? row.P75) is not null && row.Contributors is not >= LeastForQuartiles)
            yield return $"it tells quartiles of {row.Contributors} contributors";
        if ((row.P10 ?? row.P90) is not null && row.Contributors is not >= LeastForDeciles)
            yield return $"it tells deciles of {row.Contributors} contributors";
    }

    private static IEnumerable<string> OfHours(WorkHoursRow row)
    {
        if (row.Contributors < Disclosure.LeastContributors)
            yield return $"it has {row.Contributors} contributors";
        if ((row.P25 ?? row.P75) is not null && row.Contributors < LeastForQuartiles)
            yield return $"it tells quartiles of {row.Contributors} contributors";
    }

    private static IEnumerable<AuditFinding> OfRows(Release release) =>
        from row in release.Reports
        group row by (row.Quarter, row.Platform, row.TaskType, row.Experience, row.Country, row.Tier, row.Kind, Reason(row, "platform"), Reason(row, "experience"), Reason(row, "country")) into alike
        let rates = alike.Select(r => r.PaidOnly).Distinct().Count()
        where alike.Count() < Disclosure.LeastContributors || rates < LeastDistinct
        select new AuditFinding("reports", alike.Key.ToString(), $"{alike.Count()} rows are alike and have {rates} different rates");

    private static string? Reason(ReportRow row, string column) => row.Blank.GetValueOrDefault(column);
}
