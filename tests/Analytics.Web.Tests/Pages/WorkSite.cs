using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Tests.Storage;

namespace Analytics.Web.Tests.Pages;

/// <summary>The site with reports of one kind of work and of one country.</summary>
public sealed class WorkSite(PostgresFixture postgres) : SiteFixture(postgres)
{
    protected override Release? Make() => SampleRelease.Make(simulated: true,
    [
        .. SampleRelease.Reports(),
        // Half of them have 8 dollars or less, half 8 or more.
        Rollup.Of(new(null, TaskType.Survey, null, null, null), PayMeasure.PaidOnly, 80, 0, Sample(80, 6)),
        Rollup.Of(new(null, TaskType.Survey, null, null, null), PayMeasure.AllIn, 80, 80, Sample(80, 4)),
        Rollup.Of(new(null, TaskType.Survey, ExperienceBand.UnderOneMonth, null, null), PayMeasure.PaidOnly, 40, 0, Sample(40, 5)),
        Rollup.Of(new(null, TaskType.Survey, null, "ID", null), PayMeasure.PaidOnly, 4, 0, Sample(4, 5)),
        Rollup.Of(new(null, null, null, "ID", null), PayMeasure.PaidOnly, 60, 0, Sample(60, 1)),
    ]);

    private static SortedSample Sample(int n, double least) => new([.. Enumerable.Range(0, n).Select(i => least + 4.0 * i / (n - 1))]);
}
