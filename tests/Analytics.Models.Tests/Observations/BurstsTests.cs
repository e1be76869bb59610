using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Analytics.Models.Tests.Observations;

public sealed class BurstsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly UsualPay Usual = new(1000, 10 * Math.Exp(-0.6745 * 0.8), 10, 10 * Math.Exp(0.6745 * 0.8));

    [Fact]
    public void Ordinary_days_hold_nothing()
    {
        // What comes before there are 28 days to judge by is not looked at by the sweep either.
        var held = Enumerable.Range(1, 40).Sum(seed => Honest(new Random(seed), 300, 118) is var honest ? Bursts.Find(honest, Usual).Intersect(honest.Where(h => h.At >= Now + Bursts.Before).Select(h => h.Id)).Count() : 0);
        // Forty quarters of a year of one work, and a chance of one in a million for each span looked at: at most one false alarm.
        Assert.InRange(held, 0, 15);
    }

    [Fact]
    public void A_day_of_many_new_senders_is_a_burst_and_the_days_round_it_are_not()
    {
        var honest = Honest(new Random(1), 200, 100);
        var flood = Enumerable.Range(0, 60).Select(i => Sent($"f{i}", $"fake-{i}", 9 + i % 3, 50 + i / 100.0)).ToList();
        var held = Bursts.Find([.. honest, .. flood], Usual);

        Assert.Superset(flood.Select(f => f.Id).ToHashSet(), held.ToHashSet());
        Assert.InRange(held.Count - flood.Count, 0, 8);
        Assert.Empty(Bursts.Find([.. honest, .. flood.Take(4)], Usual));
    }

    [Fact]
    public void Many_from_one_sender_are_no_burst() =>
        Assert.Empty(Bursts.Find(Enumerable.Range(0, 60).Select(i => Sent($"m{i}", "one", 40, 50)), Usual));

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(30)]
    public void A_campaign_on_one_side_is_found_however_thin_it_is_spread_over_a_month(int days)
    {
        var honest = Honest(new Random(2), 330, 118);
        // A tenth of all that a year brings of this work.
        var fakes = Enumerable.Range(0, 110).Select(i => Sent($"f{i}", $"fake-{i}", 35 + i % 7, 80 + i * (double)days / 110)).ToList();
        var held = Bursts.Find([.. honest, .. fakes], Usual);

        Assert.InRange(fakes.Count(f => held.Contains(f.Id)), 100, 110);
        // Days so full that they stand out by themselves are held whole; else only what is on that side.
        if (days == 30)
            Assert.DoesNotContain(honest, h => held.Contains(h.Id) && h.Hourly < Usual.P75);
    }

    [Fact]
    public void Nothing_tells_of_sides_where_the_work_is_hardly_known() =>
        Assert.Empty(Bursts.Find(Enumerable.Range(0, 110).Select(i => Sent($"f{i}", $"fake-{i}", 40, 60 + i * 0.4)), Usual with { Observations = 29 }));

    internal static List<Arrival> Honest(Random random, int count, double days) =>
        [.. Enumerable.Range(0, count).Select(i => Sent($"h{i}", $"worker-{i}", LogNormal.Sample(random, Math.Log(10), 0.8), days * random.NextDouble()))];

    private static Arrival Sent(string id, string who, double hourly, double day) => new(id, new("mturk", TaskType.Survey), who, hourly, Now.AddDays(day), true);
}
