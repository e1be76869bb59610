using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Xunit;

namespace Analytics.Models.Tests.Releases;

/// <summary>Figures of pages that cannot both hold of one cell.</summary>
public sealed class PayConflictsTests
{
    [Fact]
    public void Promises_of_two_pages_with_a_gap_between_them_contradict() =>
        Assert.Equal([1, 1], Numbers(Promised("a", 12, 15), Promised("b", 25, 30)));

    [Fact]
    public void Both_are_kept_and_an_overlap_or_another_cell_is_no_contradiction()
    {
        Assert.Equal([null, null], Numbers(Promised("a", 12, 20), Promised("b", 18, 30)));
        Assert.Equal([null, null], Numbers(Promised("a", 12, 15), Promised("b", 25, 30) with { TaskType = TaskType.Coding }));
        Assert.Equal([null, null], Numbers(Promised("a", 12, 15), Promised("b", 25, 30) with { Kind = FigureKind.SurveyStatistic }));
        Assert.Equal([null, null], Numbers(Promised("a", 12, 15), Promised("a", 25, 30)));
    }

    [Fact]
    public void Two_workers_may_earn_differently_but_one_is_told_of_in_one_way()
    {
        var case1 = Promised("a", 12, 12) with { Kind = FigureKind.WorkerCase, Person = "Priya Raman" };
        var case2 = Promised("b", 25, 25) with { Kind = FigureKind.WorkerCase, Person = "Sari Dewi" };
        Assert.Equal([null, null], Numbers(case1, case2));
        Assert.Equal([1, 1], Numbers(case1, case2 with { Person = "priya raman." }));
    }

    private static IEnumerable<int?> Numbers(params FigureRow[] figures) => PayConflicts.Of(figures).Select(f => f.Conflict);

    private static FigureRow Promised(string page, decimal low, decimal high) => new()
    {
        Id = $"{page}-{low}",
        Origin = OriginKind.Claim,
        Kind = FigureKind.Advertised,
        Tier = EvidenceTier.E,
        Statistic = Statistic.Range,
        Basis = PayBasis.Unknown,
        Platform = "prolific",
        TaskType = TaskType.Survey,
        Month = new(2026, 1, 1),
        Bound = Bound.Exact,
        Currency = "USD",
        Unit = PayUnit.Hour,
        PaidOnly = new RateRange(low, (low + high) / 2, high),
        Witnesses = [new(null, page, $"https://{page}.example/", null, "quote", 0, null, null, "en")],
    };
}
