using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Analytics.Models.Tests.Releases;

public sealed class ReportRowsTests
{
    private static readonly DateOnly Quarter = new(2025, 1, 1);

    [Fact]
    public void Ten_alike_with_three_rates_are_rows_and_nine_lose_their_country()
    {
        var made = ReportRows.Of(Quarter, [.. Many(12, "a", country: "ID"), .. Many(9, "b", country: "KE"), .. Many(9, "c", country: "US")]);

        Assert.Equal(30, made.Rows.Count);
        Assert.Equal(12, made.Rows.Count(r => r.Country == "ID"));
        var without = made.Rows.Where(r => r.Country is null).ToList();
        Assert.Equal(18, without.Count);
        Assert.All(without, r => Assert.Equal(Disclosure.SuppressedK, r.Blank["country"]));
        Assert.Equal((20, 0), (made.Quarter.Generalised["country"], made.Quarter.LeftOut[Disclosure.SuppressedK]));
    }

    [Fact]
    public void A_group_whose_rates_are_all_the_same_is_no_rows()
    {
        var made = ReportRows.Of(Quarter, [.. Many(30, "a").Select(r => r with { PaidOnly = 5, AllIn = null })]);
        Assert.Empty(made.Rows);
        Assert.Equal(30, made.Quarter.LeftOut[Disclosure.SuppressedK]);
    }

    [Fact]
    public void A_contributor_is_one_row()
    {
        var made = ReportRows.Of(Quarter, [.. Many(20, "a"), .. Many(20, "a", report: "second")]);
        Assert.Equal((20, 20), (made.Rows.Count, made.Quarter.LeftOut[ReportRows.AnotherRow]));
    }

    [Theory]
    // Three came after the cell was computed; three who are in it have left; as many as are in it; ten came.
    [InlineData(30, 3, 0, 10)]
    [InlineData(30, 0, 3, 10)]
    [InlineData(30, 0, 0, 0)]
    [InlineData(30, 10, 0, 0)]
    public void Rows_held_against_the_cell_as_it_is_shown_set_nobody_apart(int before, int late, int left, int without)
    {
        ReportedRate[] told = [.. Many(before - 10, "a", country: "ID").Select(r => r with { Round = 1 }), .. Many(10, "b", country: "KE").Select(r => r with { Round = 1 }), .. Many(late, "c", country: "ID").Select(r => r with { Round = 2 })];
        var made = ReportRows.Of(Quarter, told, new Dictionary<string, ShownVersion> { ["mturk"] = new(1, left) });
        Assert.Equal((before + late, without), (made.Rows.Count, made.Rows.Count(r => r.Platform is null)));
    }

    [Fact]
    public void The_first_and_the_last_hundredth_are_cut_and_say_so()
    {
        var made = ReportRows.Of(Quarter, Many(200, "a"));
        var cut = made.Rows.Where(r => r.Blank.GetValueOrDefault("paid_only") == Disclosure.TopCoded).ToList();

        Assert.Equal(4, cut.Count);
        // 1 to 200 USD: the hundredths end at 2.99 and 198.01.
        Assert.Equal([3.0m, 200m], made.Rows.Select(r => r.PaidOnly).Where((_, i) => i == 0 || i == made.Rows.Count - 1));
    }

    [Fact]
    public void What_was_not_asked_is_told_from_what_was_not_answered()
    {
        var made = ReportRows.Of(Quarter, [.. Many(10, "a", country: null), .. Many(10, "b", country: null).Select(r => r with { Kind = FigureKind.TrackerLog, Tier = EvidenceTier.B })]);
        Assert.Equal(["NOT_ASKED", "NOT_REPORTED"], made.Rows.Select(r => r.Blank["country"]).Distinct().Order());
    }

    [Fact]
    public void The_rows_of_a_platform_leave_none_or_ten_of_its_cell()
    {
        // Forty in four bands of ten, and four in a band of their own.
        var told = Enumerable.Range(0, 4).SelectMany(b => Many(10, $"b{b}", experience: (ExperienceBand)b)).Concat(Many(4, "few", experience: ExperienceBand.OverTwentyFourMonths)
            .Select(r => r with { Platform = "mturk" })).ToList();
        var made = ReportRows.Of(Quarter, told);
        var shown = made.Rows.Count(r => r.Platform == "mturk");
        Assert.True(told.Count - shown is 0 or >= 10, $"{told.Count - shown} of the platform's contributors can be told by taking its rows from its cell.");
    }

    [Fact]
    public void Any_quarter_is_rows_of_ten_alike_in_any_order() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var told = Enumerable.Range(0, random.Next(400)).Select(i => One($"c{random.Next(300)}", $"r{i}", random.Next(1, 40), Pick(random, ["ID", "US", "KE", null]),
            Pick<ExperienceBand?>(random, [ExperienceBand.UnderOneMonth, ExperienceBand.OneToSixMonths, null])) with
        {
            Platform = Pick(random, ["mturk", "prolific", "upwork"]),
            TaskType = Pick(random, [TaskType.Survey, TaskType.Coding]),
        }).ToList();
        var made = ReportRows.Of(Quarter, told);
        Assert.All(made.Rows.GroupBy(r => (r.Platform, r.TaskType, r.Experience, r.Country, r.Tier, r.Kind)), g => Assert.True(g.Count() >= 10 && g.Select(r => r.PaidOnly).Distinct().Count() >= 3));
        Assert.Equal(Written(made), Written(ReportRows.Of(Quarter, [.. told.Shuffled(random)])));
    }).QuickCheckThrowOnFailure();

    private static string Written(QuarterOfReports made) => System.Text.Json.JsonSerializer.Serialize(made.Rows, Analytics.Models.Storage.Rows.Json) + ReleaseTable.Of([made.Quarter], simulated: false).Sha256;

    // The later ones rarely, so that groups are of all sizes.
    private static T Pick<T>(Random random, T[] of) => of[(int)(of.Length * Math.Pow(random.NextDouble(), 2))];

    private static List<ReportedRate> Many(int count, string group, string? country = "ID", ExperienceBand? experience = ExperienceBand.OneToSixMonths, string report = "first") =>
        [.. Enumerable.Range(1, count).Select(i => One($"{group}{i}", $"{report}-{group}{i}", i, country, experience))];

    private static ReportedRate One(string contributor, string report, double paid, string? country, ExperienceBand? experience) =>
        new(report, contributor, "mturk", TaskType.Survey, experience, country, EvidenceTier.C, FigureKind.SelfReport, paid, paid * 0.75);
}

file static class Order
{
    public static T[] Shuffled<T>(this IEnumerable<T> all, Random random)
    {
        T[] shuffled = [.. all];
        random.Shuffle(shuffled);
        return shuffled;
    }
}
