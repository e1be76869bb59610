using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;

namespace Analytics.Models.Operations;

/// <summary>A report that waits for the operator.</summary>
/// <param name="Reason">Why the rules of acceptance hold it, where they do; <see cref="Report.Hold"/> says why it was held when it came in.</param>
/// <param name="Language">Language of the worker's receipt, in which a reason is read; null where not known.</param>
public sealed record HeldReport(Report Report, AcceptanceReason? Reason, string? Language);

/// <summary>What stands beside a held report, so that it can be judged. Counts and cells only: nothing that leads to a worker.</summary>
/// <param name="Cells">Rollups of the cells it would count in, the narrowest first; unpublished ones among them.</param>
/// <param name="Alike">Reports of the same platform, work, currency and unit whose pay and hours are within 2 % of its own, the latest first, at most <see cref="MostAlike"/>.</param>
/// <param name="AlikeCount">How many of those there are.</param>
/// <param name="SameDay">Reports of the same platform and work received on its day, itself among them.</param>
/// <param name="UsualADay">Their mean number a day in the four weeks before.</param>
/// <param name="SameContributor">Other reports of the same contributor.</param>
public sealed record ReportNeighbours(IReadOnlyList<Rollup> Cells, IReadOnlyList<AlikeReport> Alike, int AlikeCount, int SameDay, double UsualADay, int SameContributor)
{
    /// <summary>As many similar reports as are listed.</summary>
    public const int MostAlike = 10;
}

/// <summary>A report that is like the held one.</summary>
/// <param name="ReceivedOn">The day it came in (UTC).</param>
/// <param name="Month">First day of the month worked.</param>
/// <param name="Pay">In <paramref name="Currency"/>, for one <paramref name="Unit"/>.</param>
/// <param name="Hold">Why it is held or was; null where it never was.</param>
public sealed record AlikeReport(DateOnly ReceivedOn, DateOnly Month, decimal Pay, string Currency, PayUnit Unit, decimal? PaidHours, HoldReason? Hold, ReviewOutcome? Review);
