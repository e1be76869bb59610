using Analytics.Models.Hourly;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Models.Tests.Rollups;

public sealed class WorkHoursStoreTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_contributors_month_is_one_sum_and_the_months_one_mean()
    {
        var one = Samples.Report(1) with { PaidHours = 10, UnpaidHours = 10 };
        Report Another(int id) => Samples.Report(id) with { Contributor = one.Contributor };
        var hours = await MadeAsync(
            one,
            // Told twice: the first counts.
            Another(2) with { PaidHours = 100, UnpaidHours = null },
            Another(3) with { TaskType = TaskType.DataEntry, PaidHours = 20, UnpaidHours = null },
            Another(4) with { Month = one.Month.AddMonths(1), PaidHours = 50, UnpaidHours = 0 });

        var all = hours.Single(h => h.Cell == default);
        Assert.Equal((1, 40, 40, 40), (all.Contributors, all.P25, all.Median, all.P75));
        Assert.Equal((1, 10 / 70.0), (all.ToldUnpaid, all.UnpaidShare!.Value));
        var surveys = hours.Single(h => h.Cell == new Cell("mturk", TaskType.Survey, null, null, null));
        Assert.Equal((30, 10 / 70.0), (surveys.Median, surveys.UnpaidShare!.Value));
        var entry = hours.Single(h => h.Cell == new Cell(null, TaskType.DataEntry, null, null, null));
        Assert.Equal((20, 0, null), (entry.Median, entry.ToldUnpaid, entry.UnpaidShare));
    }

    [Fact]
    public async Task Quartiles_are_over_contributors_and_reports_without_hours_say_nothing()
    {
        var hours = await MadeAsync([.. Enumerable.Range(1, 5).Select(i => Samples.Report(i) with { PaidHours = 10 * i }), Samples.Report(6) with { PaidHours = null }]);
        var all = hours.Single(h => h.Cell == default);
        Assert.Equal((5, 20, 30, 40), (all.Contributors, all.P25, all.Median, all.P75));
    }

    private async Task<IReadOnlyList<WorkHours>> MadeAsync(params IReadOnlyList<Report> reports)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await RollupStoreTests.FillAsync(database, reports);
        var rollups = new RollupStore(database);
        await rollups.RebuildAsync(await rollups.InputAsync(CancellationToken.None), new Progress<double>(), CancellationToken.None);
        return await new WorkHoursStore(database).AllAsync(CancellationToken.None);
    }
}
