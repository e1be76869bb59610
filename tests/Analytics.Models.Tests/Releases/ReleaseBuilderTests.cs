using System.Globalization;
using Analytics.Models.Observations;
using Analytics.Models.Releases;
using Xunit;

namespace Analytics.Models.Tests.Releases;

public sealed class ReleaseBuilderTests
{
    [Fact]
    public void Neither_order_nor_culture_changes_a_byte()
    {
        var made = Hashes(ReleaseBuilder.Build(ReleaseInputs.Make()));
        var (before, swedish) = (CultureInfo.CurrentCulture, CultureInfo.GetCultureInfo("sv-SE"));
        try
        {
            CultureInfo.CurrentCulture = swedish;
            Assert.Equal(made, Hashes(ReleaseBuilder.Build(ReleaseInputs.Reversed(ReleaseInputs.Make()))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_figure_leads_back_to_its_words_or_its_citation()
    {
        var release = ReleaseBuilder.Build(ReleaseInputs.Make());

        Assert.All(release.Figures, f => Assert.NotEmpty(f.Witnesses));
        Assert.All(release.Figures.SelectMany(f => f.Witnesses), w => Assert.True(w.Quote is { Length: > 0 } && w.Address is not null || w is { ClaimId: null, Title.Length: > 0 }));
        Assert.All(release.Figures, f => Assert.True(f.PaidOnly is null == f.PaidOnlyGap is not null && f.AllIn is null == f.AllInGap is not null));
        Assert.True(release.Figures.Count > 250);
    }

    [Fact]
    public void A_story_names_its_pages_the_earliest_first_and_its_claims_say_what_became_of_them()
    {
        var release = ReleaseBuilder.Build(ReleaseInputs.Make());
        var story = Assert.Single(release.Figures, f => f.Origin == OriginKind.Claim);

        Assert.Equal(["https://b.example/", "https://a.example/"], story.Witnesses.Select(w => w.Address));
        Assert.Equal(["claim-a", "claim-b"], release.Claims.Select(c => c.Id));
        Assert.All(release.Claims, c => Assert.Equal((ObservationStatus.Accepted, story.Id), (c.Status, c.ObservationId)));
    }

    [Fact]
    public void A_story_whose_claims_are_gone_is_not_published()
    {
        var release = ReleaseBuilder.Build(ReleaseInputs.Make() with { Claims = [] });

        Assert.DoesNotContain(release.Figures, f => f.Origin == OriginKind.Claim);
        Assert.Empty(release.Claims);
    }

    [Fact]
    public void What_is_not_accepted_is_no_figure()
    {
        var input = ReleaseInputs.Make();
        var held = input.Observations.Where(o => o.Status != ObservationStatus.Accepted).Select(o => o.Id).ToHashSet();

        Assert.DoesNotContain(ReleaseBuilder.Build(input).Figures, f => held.Contains(f.Id));
    }

    [Fact]
    public void A_release_read_back_is_the_same_release()
    {
        var made = ReleaseBuilder.Build(ReleaseInputs.Make());
        var read = Release.Read(made.Head, made.Tables().ToDictionary(t => t.Name, t => t.Content));

        Assert.Equal(Hashes(made), Hashes(read));
        Assert.Equal(made.Tables().Select(t => t.Rows), read.Tables().Select(t => t.Rows));
        Assert.Equal("Amazon Mechanical Turk", read.Platform("MTURK")?.Name);
        Assert.Null(read.Platform("no-such"));
    }

    [Fact]
    public void Every_exchange_rate_that_a_figure_used_is_in_the_release()
    {
        var release = ReleaseBuilder.Build(ReleaseInputs.Make());
        var known = release.ExchangeRates.Select(r => (r.Currency, r.Month)).ToHashSet();

        Assert.All(release.Figures.Where(f => f.Currency != "USD"), f => Assert.Contains((f.Currency, f.RateMonth), known));
        Assert.Equal(known.Count, release.ExchangeRates.Count);
    }

    private static IEnumerable<(string, string)> Hashes(Release release) => release.Tables().Select(t => (t.Name, t.Sha256));

    [Fact]
    public void Each_line_of_a_simulated_release_says_so_and_no_other_does()
    {
        foreach (var simulated in new[] { true, false })
        {
            var table = ReleaseTable.Of([new ExchangeRateRow(new(2026, 1, 1), "IDR", 16000, "x")], simulated);
            var line = System.Text.Encoding.UTF8.GetString(table.Content);
            Assert.Equal(simulated, line.StartsWith("{\"simulated\":true,", StringComparison.Ordinal));
            Assert.Equal("IDR", Assert.Single(ReleaseTable.Read<ExchangeRateRow>(table.Content)).Currency);
        }
    }
}
