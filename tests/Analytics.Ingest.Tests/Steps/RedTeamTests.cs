using Analytics.Models.Rollups;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Ingest.Tests.Steps;

/// <summary>
/// Measure 6.4: one-sided fakes against a simulated truth. <c>PERJAM_RED_TEAM=N</c> plays each attack N times, over a day, a week and a month, and a quiet one over the whole year.
/// </summary>
public sealed class RedTeamTests(PostgresFixture postgres)
{
    private const double MostMedian = 0.05, MostP75 = 0.10;

    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("PERJAM_RED_TEAM") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.10)]
    public async Task Fakes_leave_median_and_p75_near_the_truth(double share)
    {
        Assert.SkipUnless(Times > 0 || share == 0.10, "The long form alone.");
        foreach (var from in Enum.GetValues<Attackers>())
        {
            foreach (var days in Times > 0 ? (int[])[1, 7, 30] : [30])
            {
                var (median, p75) = Worst(await PlayAsync(share, from, days, defended: true));
                Tell($"{share * 100:0}_{from}_{days}d".ToLowerInvariant(), median, p75);
                Assert.True(Math.Abs(median - 1) <= MostMedian, $"{share:P0} from {from} in {days} days moves the median by {median:0.000}.");
                Assert.True(Math.Abs(p75 - 1) <= MostP75, $"{share:P0} from {from} in {days} days moves p75 by {p75:0.000}.");
            }
        }
    }

    [Fact]
    public async Task Without_the_rules_a_tenth_of_fakes_moves_the_median_by_an_eighth_and_p75_by_a_quarter()
    {
        var (median, p75) = Mean(await PlayAsync(0.10, Attackers.Many, 30, defended: false));
        Tell("10_undefended", median, p75);
        Assert.InRange(median, 1.09, 1.15);
        Assert.InRange(p75, 1.20, 1.32);
    }

    [Fact]
    public async Task A_fifth_of_fakes_is_told_honestly()
    {
        Assert.SkipUnless(Times > 0, "The long form alone.");
        foreach (var from in Enum.GetValues<Attackers>())
        {
            var (median, p75) = Worst(await PlayAsync(0.20, from, 30, defended: true));
            Tell($"20_{from}_30d".ToLowerInvariant(), median, p75);
        }

        // Spread over the whole year, at the pace of the honest ones: nothing tells such fakes from pay that is what it is.
        foreach (var share in (double[])[0.05, 0.10])
        {
            var (median, p75) = Worst(await PlayAsync(share, Attackers.Many, 300, defended: true));
            Tell($"{share * 100:0}_many_300d", median, p75);
        }
    }

    [Fact]
    public async Task An_attack_that_does_not_take_place_costs_nothing()
    {
        var (median, p75) = Worst(await PlayAsync(0, Attackers.Many, 30, defended: true));
        Tell("0", median, p75);
        Assert.InRange(median, 0.98, 1.02);
        Assert.InRange(p75, 0.96, 1.02);
    }

    private async Task<List<Strayed>> PlayAsync(double share, Attackers from, int days, bool defended)
    {
        var all = new List<Strayed>();
        for (var time = 0; time < Math.Max(1, Times); time++)
        {
            await using var database = await postgres.CreateDatabaseAsync();
            var played = await new RedTeam(database, seed: 17 + time) { Days = days, Step = Times == 0 ? 5 : Math.Max(1, days / 30), Defended = defended }.RunAsync(share, from);
            Assert.All(played, p => Assert.NotEqual(Steadiness.Unsteady, p.Steadiness));
            all.AddRange(played);
        }

        return all;
    }

    // Each kind of work on the average of the times it was played; of those the one furthest off.
    private static (double Median, double P75) Worst(List<Strayed> played)
    {
        var works = played.GroupBy(p => p.Honest).Select(g => Mean([.. g])).ToList();
        return (works.MaxBy(w => Math.Abs(w.Median - 1)).Median, works.MaxBy(w => Math.Abs(w.P75 - 1)).P75);
    }

    private static (double Median, double P75) Mean(List<Strayed> played) =>
        (Math.Exp(played.Average(p => Math.Log(p.Median))), Math.Exp(played.Average(p => Math.Log(p.P75))));

    private static void Tell(string attack, double median, double p75)
    {
        Console.WriteLine(FormattableString.Invariant($"figure median_times_{attack} {median:0.0000}"));
        Console.WriteLine(FormattableString.Invariant($"figure p75_times_{attack} {p75:0.0000}"));
    }
}
