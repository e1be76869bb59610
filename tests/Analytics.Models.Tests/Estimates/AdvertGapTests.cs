using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Analytics.Models.Tests.Estimates;

public sealed class AdvertGapTests
{
    private static readonly Estimate[] Paid = [Typical("a", null, 10), Typical("b", null, 4), Typical("b", TaskType.Survey, 2)];

    [Fact]
    public void A_known_gap_is_found_within_its_interval()
    {
        var random = new Random(1);
        var adverts = Enumerable.Range(0, 60).Select(i => Advert(i % 2 == 0 ? "a" : "b", FigureKind.Advertised, (i % 2 == 0 ? 10 : 4) * 2 * Math.Exp(Normal.Sample(random, 0, 0.3)))).ToList();
        var gaps = AdvertGaps.Of(adverts, Paid);
        var all = Assert.Single(gaps, g => g is { Platform: null, TaskType: null });
        Assert.Equal((60, 60), (all.Adverts, all.AgainstReports));
        Assert.InRange(2, all.Low, all.High);
        Assert.InRange(all.High / all.Low, 1.05, 1.5);
        Assert.Equal(["a", "b"], gaps.Where(g => g.Platform is not null).Select(g => g.Platform!));
    }

    [Fact]
    public void An_advert_is_held_against_the_same_work_where_that_is_known_and_else_against_the_platform()
    {
        var gaps = AdvertGaps.Of([.. Enumerable.Range(0, 6).Select(i => Advert("b", FigureKind.Listing, 8 + 0.01 * i, i < 3 ? TaskType.Survey : TaskType.Coding))], Paid);
        Assert.Equal(4, Of(gaps, TaskType.Survey), 0.2);
        Assert.Equal(2, Of(gaps, TaskType.Coding), 0.2);

        static double Of(IReadOnlyList<AdvertGap> gaps, TaskType task) => Assert.Single(gaps, g => g.Platform == "b" && g.TaskType == task).Times;
    }

    [Fact]
    public void Where_a_platform_s_pay_is_not_known_an_advert_speaks_for_its_kind_of_work_alone()
    {
        var gaps = AdvertGaps.Of([.. Enumerable.Range(0, 6).Select(i => Advert("unknown", FigureKind.Advertised, 9 + 0.01 * i, TaskType.Writing))], [Typical(null, TaskType.Writing, 3)]);
        Assert.Equal(["", "writing"], gaps.Select(g => g.TaskType is { } task ? Term.Of(task) : ""));
        Assert.All(gaps, g => Assert.Equal((null, 3.0), (g.Platform, Math.Round(g.Times, 1))));
    }

    [Fact]
    public void Kinds_of_promise_are_never_mixed()
    {
        var gaps = AdvertGaps.Of([.. Enumerable.Range(0, 12).Select(i => Advert("a", i % 2 == 0 ? FigureKind.UpTo : FigureKind.Listing, i % 2 == 0 ? 50 + i : 11 + i * 0.1))], Paid);
        Assert.True(Assert.Single(gaps, g => g is { Platform: "a", Kind: FigureKind.UpTo }).Low > Assert.Single(gaps, g => g is { Platform: "a", Kind: FigureKind.Listing }).High);
    }

    [Theory]
    [InlineData(FigureKind.AskedRate)]
    [InlineData(FigureKind.WorkerCase)]
    [InlineData(FigureKind.PlatformFloor)]
    [InlineData(FigureKind.StudyStatistic)]
    public void What_is_no_promise_is_not_compared(FigureKind kind) =>
        Assert.Empty(AdvertGaps.Of([.. Enumerable.Range(0, 10).Select(i => Advert("a", kind, 10 + i))], Paid));

    [Fact]
    public void A_promise_with_no_known_pay_beside_it_is_compared_with_nothing()
    {
        Assert.Empty(AdvertGaps.Of([.. Enumerable.Range(0, 10).Select(i => Advert("unknown", FigureKind.Advertised, 10 + i))], Paid));
        Assert.Empty(AdvertGaps.Of([.. Enumerable.Range(0, 4).Select(i => Advert("a", FigureKind.Advertised, 10 + i))], Paid));
        Assert.Empty(AdvertGaps.Of([], []));
    }

    [Fact]
    public void What_says_up_to_is_taken_by_its_upper_end()
    {
        var advert = new Advert(Samples.Observation() with { Kind = FigureKind.UpTo }, Rate(new(10, 20, 30)));
        Assert.Equal(30, advert.Promised);
        Assert.Equal(20, (advert with { Seen = advert.Seen with { Kind = FigureKind.Listing } }).Promised);
    }

    [Fact]
    public void The_order_of_adverts_does_not_matter_and_low_is_below_high() => Prop.ForAll(Gen.Choose(0, 10_000).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var adverts = Enumerable.Range(0, 5 + random.Next(20)).Select(i => Advert(random.Next(2) == 0 ? "a" : "b", (FigureKind)((int)FigureKind.Advertised + random.Next(3)), 1 + 100 * random.NextDouble())).ToList();
        var (gaps, reversed) = (AdvertGaps.Of(adverts, Paid), AdvertGaps.Of([.. adverts.AsEnumerable().Reverse()], Paid));
        return gaps.SequenceEqual(reversed) && gaps.All(g => g.Low > 0 && g.Low <= g.Times && g.Times <= g.High && double.IsFinite(g.High));
    }).QuickCheckThrowOnFailure();

    private static int _number;

    private static Advert Advert(string platform, FigureKind kind, double hourly, TaskType? task = null)
    {
        var id = $"advert-{Interlocked.Increment(ref _number):000000}";
        return new(Samples.Observation() with { Id = id, Kind = kind, Platform = platform, TaskType = task }, Rate(RateRange.Of((decimal)hourly)));
    }

    private static HourlyRate Rate(RateRange paid) => new() { ObservationId = "", RateMonth = Samples.Month, Factors = [], PaidOnly = paid };

    private static Estimate Typical(string? platform, TaskType? task, decimal typical) => new()
    {
        Cell = new(platform, task, null, null, null),
        Measure = PayMeasure.PaidOnly,
        Basis = EstimateBasis.Direct,
        Typical = typical,
        Low = typical * 0.97m,
        High = typical * 1.03m,
        Workers = 100,
    };
}
