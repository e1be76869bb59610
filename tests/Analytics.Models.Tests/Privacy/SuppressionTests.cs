using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Analytics.Models.Tests.Privacy;

public sealed class SuppressionTests
{
    private static readonly Verdict Complement = Verdict.BlankFor(Disclosure.SuppressedComplement);

    [Fact]
    public void A_cell_of_nine_is_blank_and_counts_in_the_coarser_ones()
    {
        var site = new Publications();
        site.AddMany(9, "few", "prolific");
        site.AddMany(1, "one", "upwork");
        var verdicts = site.Publish();

        Assert.Equal(Verdict.BlankFor(Disclosure.SuppressedK), verdicts["prolific/*/*/*/*"]);
        Assert.Equal(Verdict.Fresh, verdicts["*/*/*/*/*"]);
    }

    [Fact]
    public void The_next_smallest_platform_gives_way_where_the_total_would_tell_a_blank_one()
    {
        var site = new Publications();
        site.AddMany(3, "few", "prolific", TaskType.Survey);
        site.AddMany(12, "some", "upwork", TaskType.Survey);
        site.AddMany(40, "many", "mturk", TaskType.Survey);
        var verdicts = site.Publish();

        Assert.Equal((Complement, Verdict.Fresh, Verdict.Fresh), (verdicts["upwork/*/*/*/*"], verdicts["mturk/*/*/*/*"], verdicts["*/*/*/*/*"]));
        Assert.Empty(site.Isolated());
    }

    [Fact]
    public void Contributors_who_told_no_country_are_in_the_total_only_and_protected_as_a_blank_country_is()
    {
        var site = new Publications();
        site.AddMany(3, "untold");
        site.AddMany(12, "some", country: "ID");
        site.AddMany(40, "many", country: "US");
        var verdicts = site.Publish();

        Assert.Equal(Complement, verdicts["*/*/*/ID/*"]);
        Assert.Equal(Verdict.Fresh, verdicts["*/*/*/US/*"]);
    }

    [Fact]
    public void A_blank_cell_that_its_other_margin_tells_protects_nothing()
    {
        // survey: upwork 3, mturk 12, prolific 40. coding: mturk 15, upwork 20. The mturk cell that hides upwork's 3 follows from mturk's other work, so that must give way too.
        var site = new Publications();
        site.AddMany(3, "a", "upwork", TaskType.Survey);
        site.AddMany(12, "b", "mturk", TaskType.Survey);
        site.AddMany(40, "c", "prolific", TaskType.Survey);
        site.AddMany(15, "d", "mturk", TaskType.Coding);
        site.AddMany(20, "e", "upwork", TaskType.Coding);
        var verdicts = site.Publish();

        Assert.Equal(VerdictKind.Blank, verdicts["mturk/survey/*/*/*"].Kind);
        Assert.Contains(VerdictKind.Blank, new[] { verdicts["mturk/coding/*/*/*"].Kind, verdicts["mturk/*/*/*/*"].Kind, verdicts["prolific/survey/*/*/*"].Kind });
        Assert.Empty(site.Found);
    }

    [Fact]
    public void A_platform_that_has_one_kind_of_work_only_is_in_that_work_s_cells()
    {
        // All work of uber and lyft is rides, which the cells by platform and work show: rides in ID less uber in ID is lyft's three.
        var site = new Publications();
        site.AddMany(15, "u", "uber", TaskType.RideDelivery, country: "ID");
        site.AddMany(3, "l", "lyft", TaskType.RideDelivery, country: "ID");
        site.AddMany(20, "v", "uber", TaskType.RideDelivery, country: "US");
        site.AddMany(20, "w", "lyft", TaskType.RideDelivery, country: "US");
        site.AddMany(30, "x", "mturk", TaskType.Survey, country: "ID");
        var verdicts = site.Publish();

        Assert.False(verdicts["*/ride-delivery/*/ID/*"].Kind == VerdictKind.Fresh && verdicts["uber/*/*/ID/*"].Kind == VerdictKind.Fresh);
    }

    [Fact]
    public void A_cell_stays_as_it_was_until_ten_have_come_or_gone()
    {
        var site = new Publications();
        site.AddMany(30, "a");
        Assert.Equal(Verdict.Fresh, site.Publish()["*/*/*/*/*"]);
        Assert.Equal(Verdict.Carried, site.Publish()["*/*/*/*/*"]);
        site.AddMany(9, "b");
        Assert.Equal(Verdict.Carried, site.Publish()["*/*/*/*/*"]);
        site.AddMany(1, "c");
        Assert.Equal(Verdict.Fresh, site.Publish()["*/*/*/*/*"]);
        for (var i = 0; i < 9; i++)
            site.Withdraw($"a{i}");
        Assert.Equal(Verdict.Carried, site.Publish()["*/*/*/*/*"]);
        site.Withdraw("a9");
        Assert.Equal(Verdict.Fresh, site.Publish()["*/*/*/*/*"]);
        Assert.Empty(site.Isolated());
    }

    [Fact]
    public void One_contributor_who_tells_more_is_no_ten()
    {
        var site = new Publications();
        site.AddMany(30, "a");
        site.Publish();
        for (var i = 0; i < 20; i++)
            site.Add("a0", quarter: new(2025, 4, 1));
        Assert.Equal(Verdict.Carried, site.Publish()["*/*/*/*/*"]);
    }

    [Fact]
    public void A_total_that_grew_does_not_tell_of_the_one_platform_whose_row_stayed()
    {
        var site = new Publications();
        foreach (var platform in (string[])["mturk", "prolific", "upwork"])
            site.AddMany(40, platform, platform);
        site.Publish();
        site.AddMany(12, "new-m", "mturk");
        site.AddMany(12, "new-p", "prolific");
        site.AddMany(4, "new-u", "upwork");
        var verdicts = site.Publish();

        Assert.Equal(Verdict.Carried, verdicts["upwork/*/*/*/*"]);
        Assert.Empty(site.Isolated());
        // One of the others waits with it, so that more than ten are between the total and its parts.
        Assert.Contains(Verdict.Carried, new[] { verdicts["mturk/*/*/*/*"], verdicts["prolific/*/*/*/*"], verdicts["*/*/*/*/*"] });
    }

    [Fact]
    public void A_cell_that_withdrawals_emptied_says_so()
    {
        var site = new Publications();
        site.AddMany(15, "a", "upwork");
        site.AddMany(60, "b", "mturk");
        site.Publish();
        for (var i = 0; i < 12; i++)
            site.Withdraw($"a{i}");
        Assert.Equal(Verdict.BlankFor(Disclosure.Withdrawn), site.Publish()["upwork/*/*/*/*"]);
        Assert.Empty(site.Isolated());
    }

    [Fact]
    public void Without_suppression_the_audit_and_a_reader_find_what_was_planted()
    {
        var site = new Publications();
        site.AddMany(3, "few", "prolific");
        site.AddMany(40, "many", "mturk");
        site.Publish(suppress: false);
        Assert.Contains(site.Found, f => f is { Cell: "*/*/*/*/*", Said: "taking its cells by Platform away leaves 3 contributors" });
        Assert.NotEmpty(site.Isolated());

        site.AddMany(4, "new", "mturk");
        site.Publish(suppress: false);
        Assert.Contains(site.Found, f => f.Cell == "mturk/*/*/*/*" && f.Said.StartsWith("it differs by 4 contributors from what release 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_comes_and_goes_no_reader_of_all_releases_isolates_fewer_than_ten()
    {
        var told = 0;
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var site = Years(new Random(seed));
            told += site.Shown.Sum(s => s.Count);
            Assert.Empty(site.Found);
            Assert.Equal("", string.Join('\n', site.Isolated()));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
        Assert.True(told > 1000, $"Only {told} cells were published, so that little was tried.");
    }

    [Fact]
    public void In_which_order_reports_of_a_round_are_read_decides_nothing() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var (one, other) = (Years(new Random(seed)), Years(new Random(seed), shuffle: new Random(seed + 1)));
        Assert.Equal(Told(one), Told(other));

        static IEnumerable<string> Told(Publications site) => site.Shown.Select(r => string.Join(' ', r.Select(c => $"{c.Key}:{c.Value}")));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static Publications Years(Random random, Random? shuffle = null)
    {
        var (site, came) = (new Publications { Shuffle = shuffle }, 0);
        string[] platforms = ["mturk", "prolific", "upwork", "uber"];
        string?[] countries = ["US", "ID", "KE", null];
        ExperienceBand?[] bands = [ExperienceBand.UnderOneMonth, ExperienceBand.OneToSixMonths, null];
        for (var release = 0; release < 4; release++)
        {
            for (var more = random.Next(release == 0 ? 250 : 60); more > 0; more--)
            {
                // Some tell of several platforms and months; small values are rare, so that there are always cells to protect.
                var who = random.Next(5) == 0 && came > 0 ? random.Next(came) : came++;
                T Rare<T>(T[] of) => of[(int)(of.Length * Math.Pow(random.NextDouble(), 2.5))];
                var platform = Rare(platforms);
                site.Add($"c{who}", platform, platform == "uber" ? TaskType.RideDelivery : Rare([TaskType.Survey, TaskType.Coding, TaskType.Design]), Rare(bands), Rare(countries),
                    new(2025, 1 + 3 * random.Next(2), 1));
            }

            for (var fewer = release == 0 ? 0 : random.Next(25); fewer > 0; fewer--)
            {
                var who = $"c{random.Next(came + 1)}";
                switch (random.Next(3))
                {
                    case 0: site.Withdraw(who); break;
                    case 1: site.WithdrawOne(who); break;
                    default: site.WithdrawOne(who, "DE"); break;
                }
            }

            site.Publish();
            if (site.Found.Count > 0)
                return site;
        }

        return site;
    }
}
