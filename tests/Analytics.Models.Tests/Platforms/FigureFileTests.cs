using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Platforms;

/// <summary>The published figures: the shipped ones, and how a bad line is refused.</summary>
public sealed class FigureFileTests
{
    private static readonly IReadOnlyList<PublishedFigure> Figures = Catalogue.Load().Figures;

    [Fact]
    public void Paid_only_and_all_in_of_one_study_stand_side_by_side()
    {
        Check("toxtli-2021-paid-only", 3.76m, PayBasis.PaidOnly, Statistic.Median, 100);
        Check("toxtli-2021-all-in", 2.83m, PayBasis.AllIn, Statistic.Median, 100);
        Check("ilo-2018-paid-only", 4.43m, PayBasis.PaidOnly, Statistic.Mean, 3500);
        Check("ilo-2018-all-in", 3.31m, PayBasis.AllIn, Statistic.Mean, 3500);
        Check("hara-2018-median", 2m, PayBasis.Unknown, Statistic.Median, 2676);
    }

    [Fact]
    public void A_month_of_stated_hours_carries_them()
    {
        var month = Find("grab-2025-bali-jawara");
        Assert.Equal((PayUnit.Month, 153m, "IDR", "ID"), (month.Unit, month.Hours, month.Currency, month.Country));
        Assert.Contains("fuel", month.Note);
        Assert.Equal((PayUnit.Total, 4m), (Find("outlier-session-case").Unit, Find("outlier-session-case").Hours));
    }

    [Fact]
    public void What_the_press_tells_of_one_worker_is_no_more_than_that()
    {
        Assert.All(Figures.Where(f => f.Kind == FigureKind.WorkerCase), f => Assert.Equal(EvidenceTier.D, f.Tier));
        Assert.Contains(Figures, f => f is { Platform: "micro1", Kind: FigureKind.WorkerCase, AmountMin: 200, Currency: "USD", Unit: PayUnit.Hour });
    }

    [Fact]
    public void Promises_and_askings_are_of_the_weakest_tier()
    {
        FigureKind[] weak = [FigureKind.Advertised, FigureKind.UpTo, FigureKind.AskedRate, FigureKind.PlatformFloor];
        Assert.All(Figures.Where(f => weak.Contains(f.Kind)), f => Assert.Equal(EvidenceTier.E, f.Tier));
    }

    [Fact]
    public void Every_figure_is_of_people_enough_and_says_where_it_is_from()
    {
        Assert.All(Figures.Where(f => f.Statistic == Statistic.Quantiles), f => Assert.True(f.Workers >= 10 && f.Median == f.AmountMin, f.Id));
        Assert.All(Figures, f =>
        {
            Assert.True(f.Source.Seen <= CatalogueTests.Gathered, f.Id);
            Assert.Matches("^[A-Z]{3}$", f.Currency);
            Assert.True(f.YearTo is null or <= 2026, f.Id);
        });
    }

    [Fact]
    public void Figures_computed_from_public_sets_are_all_there()
    {
        var computed = FigureFile.Read("computed.csv", Embedded.Text("catalogue/figures/computed.csv"));
        Assert.Equal(207, computed.Count);
        var american = Assert.Single(computed, f => f is { Platform: "crowdflower", Country: "US", TaskNote: "text annotation (RelDir)" });
        Assert.Equal((1.2m, 1.76m, 2.67m, 4.24m, 6.54m), (american.P10, american.P25, american.Median, american.P75, american.P90));
        Assert.Equal((2014, 2016, 252, 3740), (american.YearFrom, american.YearTo, american.Workers, american.Observations));
    }

    [Theory]
    [InlineData("acme,", ",", "field platform: a figure is of one platform or of a pool")]
    [InlineData("study-statistic", "guess", "field kind: 'guess' is not one of the words for FigureKind")]
    [InlineData("3.50", "3,50", "fields where 34 belong")]
    [InlineData("3.50", "\"3,50\"", "line 2, field amount_min: '3,50' is not a number such as 12.5")]
    [InlineData("3.50", "5", "field amount_max: 4 is below amount_min 5")]
    [InlineData("2020,2021", "2022,2021", "field year_to: 2021 is before year_from 2022")]
    [InlineData("1,2,3,4,5", "1,2,9,4,5", "field p10: the quantiles must rise")]
    [InlineData("https://example.org/", "example.org", "field source_address: 'example.org' is not a web address")]
    [InlineData("2026-11-21", "21/11/2026", "field seen: '21/11/2026' is not a date such as 2026-01-31")]
    [InlineData("USD", "", "field currency: is empty")]
    [InlineData("id,platform", "id,platfrom", "line 1: the columns must be id,platform")]
    public void A_bad_line_is_refused_with_its_place(string good, string bad, string said)
    {
        var text = string.Join(',', FigureFile.Columns) +
            "\none,acme,,,,,,,study-statistic,c,mean,unknown,3.50,4,exact,USD,hour,,,,2020,2021,,,1,2,3,4,5,,A study,https://example.org/,,2026-11-21\n";
        Assert.Single(FigureFile.Read("figures.csv", text));
        var message = Assert.Throws<FormatException>(() => FigureFile.Read("figures.csv", text.Replace(good, bad))).Message;
        Assert.StartsWith("figures.csv, line ", message);
        Assert.Contains(said, message);
    }

    [Fact]
    public void A_figure_of_an_unknown_platform_or_an_id_used_twice_is_refused()
    {
        var figure = Find("hara-2018-median");
        var platform = Catalogue.Load().Find("mturk")!;
        Assert.Contains("no platform of the catalogue", Assert.Throws<FormatException>(() => new Catalogue([], [figure])).Message);
        Assert.Contains("stands for two", Assert.Throws<FormatException>(() => new Catalogue([platform], [figure, figure])).Message);
    }

    private static void Check(string id, decimal amount, PayBasis basis, Statistic statistic, int workers)
    {
        var figure = Find(id);
        Assert.Equal((amount, amount, basis, statistic, workers), (figure.AmountMin, figure.AmountMax, figure.Basis, figure.Statistic, figure.Workers));
    }

    private static PublishedFigure Find(string id) => Assert.Single(Figures, f => f.Id == id);
}
