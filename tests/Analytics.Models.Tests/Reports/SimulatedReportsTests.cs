using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Xunit;

namespace Analytics.Models.Tests.Reports;

public sealed class SimulatedReportsTests
{
    private static readonly DateOnly LastMonth = new(2026, 9, 1);

    [Fact]
    public void The_same_seed_makes_the_same_reports_however_often_they_are_made()
    {
        var simulated = Of(seed: 7);

        Assert.Equal(simulated.Make(500), Of(seed: 7).Make(500));
        Assert.Equal(simulated.Make(500), simulated.Make(500));
        Assert.NotEqual(simulated.Make(5), Of(seed: 8).Make(5));
    }

    [Fact]
    public void Fewer_reports_are_the_first_of_more() => Assert.Equal(Of(7).Make(137), Of(7).Make(1000).Take(137));

    [Fact]
    public void Every_report_says_that_it_is_made_up_and_would_be_accepted()
    {
        var rules = new Models.Observations.AcceptanceRules(new([]));
        var reports = Of(7).Make(5000).ToList();

        Assert.Equal(5000, reports.Select(r => r.Id).Distinct().Count());
        Assert.All(reports, r => Assert.True(r.Simulated && r.Month.Day == 1 && r.Month <= LastMonth));
        Assert.InRange(reports.Select(rules.Accept).Count(o => o.Status == Models.Observations.ObservationStatus.Accepted), 4990, 5000);
        Assert.InRange(reports.Select(r => r.Contributor).Distinct().Count(), 800, 1600);
    }

    private static SimulatedReports Of(int seed) => new(Catalogue.Load(), seed, LastMonth);
}
