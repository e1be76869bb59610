using System.Text.RegularExpressions;
using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Platforms;

/// <summary>The shipped platforms: what they must hold for the site to show them.</summary>
public sealed partial class CatalogueTests
{
    /// <summary>The day the catalogue was gathered; nothing in it can have been seen later.</summary>
    internal static readonly DateOnly Gathered = new(2026, 11, 21);

    private static readonly Catalogue Catalogue = Catalogue.Load();

    [Fact]
    public void There_are_platforms_of_every_group_and_Indonesian_ones()
    {
        Assert.True(Catalogue.Platforms.Count >= 40, $"{Catalogue.Platforms.Count} platforms");
        Assert.Equal(Enum.GetValues<PlatformGroup>(), Catalogue.Platforms.Select(p => p.Group).Distinct().Order());
        Assert.True(Catalogue.Platforms.Count(p => p.Country == "ID") >= 4);
    }

    [Fact]
    public void At_least_twelve_are_full_MTurk_and_micro1_among_them()
    {
        var full = Catalogue.Platforms.Where(IsFull).Select(p => p.Slug).ToList();
        Assert.True(full.Count >= 12, $"{full.Count} full: {string.Join(' ', full)}");
        Assert.Contains("mturk", full);
        Assert.Contains("micro1", full);
    }

    [Fact]
    public void MTurk_pays_by_bank_in_some_countries_and_in_gift_cards_elsewhere()
    {
        var methods = Catalogue.Find("mturk")!.Statements.Where(s => s.Topic == StatementTopic.PayoutMethod);
        Assert.Contains(methods, s => s.Value == "bank gift-card" && s.Indonesian.Contains("kartu hadiah"));
    }

    [Fact]
    public void Every_slug_is_plain_and_finds_its_platform()
    {
        Assert.All(Catalogue.Platforms, p =>
        {
            Assert.Matches(PlainSlug(), p.Slug);
            Assert.Same(p, Catalogue.Find(p.Slug));
        });
        Assert.Null(Catalogue.Find("no-such-platform"));
    }

    [Fact]
    public void No_name_or_alias_stands_for_two_platforms()
    {
        var names = Catalogue.Platforms.SelectMany(p => p.Aliases.Append(p.Name).Select(n => n.ToUpperInvariant()));
        Assert.Empty(names.CountBy(n => n).Where(n => n.Value > 1).Select(n => n.Key));
    }

    [Fact]
    public void Every_country_is_known()
    {
        var codes = Catalogue.Platforms.SelectMany(p => p.Statements.SelectMany(s => s.Countries).Append(p.Country))
            .Concat(Catalogue.Figures.Select(f => f.Country)).OfType<string>();
        Assert.All(codes.Distinct(), code => Assert.NotNull(Countries.Find(code)));
    }

    [Fact]
    public void Every_statement_is_said_in_both_languages_and_was_seen_at_an_address()
    {
        Assert.All(Catalogue.Platforms.SelectMany(p => p.Statements), s =>
        {
            Assert.NotEqual(s.English, s.Indonesian);
            Assert.EndsWith(".", s.English);
            Assert.EndsWith(".", s.Indonesian);
            Assert.False(string.IsNullOrWhiteSpace(s.Finding));
            Assert.NotNull(s.Source.Address);
            Assert.True(s.Source.Seen <= Gathered);
        });
    }

    [Fact]
    public void No_statement_stands_twice()
    {
        Assert.All(Catalogue.Platforms, p => Assert.Equal(p.Statements.Count, p.Statements.Select(s => s.English).Distinct().Count()));
    }

    [Fact]
    public void Countries_have_both_names()
    {
        Assert.Equal("Jerman", Countries.Find("DE")!.Indonesian);
        Assert.Equal("Germany", Countries.Find("de")!.English);
        Assert.Null(Countries.Find("ZZ"));
        Assert.Null(Countries.Find(null));
        Assert.All(Countries.All, c => Assert.Matches("^[A-Z]{2}$", c.Code));
    }

    [Fact]
    public void Countries_have_their_money()
    {
        Assert.Equal("IDR", Countries.Find("ID")!.Currency);
        Assert.Equal("EUR", Countries.Find("BG")!.Currency);
        Assert.Null(Countries.Find("AQ")!.Currency);
        Assert.All(Countries.All, c => Assert.Matches("^[A-Z]{3}$", c.Currency ?? "XXX"));
    }

    /// <summary>
    /// How one is paid, when (from what sum, or after what time), who may join, what a beginner must do or meets, and one thing more.
    /// </summary>
    private static bool IsFull(Platform platform)
    {
        var topics = platform.Statements.Select(s => s.Topic).ToHashSet();
        return topics.Count >= 5
            && topics.Contains(StatementTopic.PayoutMethod)
            && (topics.Contains(StatementTopic.MinimumPayout) || topics.Contains(StatementTopic.DaysToPayment))
            && topics.Contains(StatementTopic.WhoMayJoin)
            && (topics.Contains(StatementTopic.Qualification) || topics.Contains(StatementTopic.Newcomers));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex PlainSlug();
}
