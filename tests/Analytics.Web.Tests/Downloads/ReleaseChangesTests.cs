using System.Net;
using System.Text.Json;
using Analytics.Web.Tests.Embeds;

namespace Analytics.Web.Tests.Downloads;

/// <summary>What changed between two releases, for readers and programs.</summary>
public sealed class ReleaseChangesTests(SentenceSite site) : IClassFixture<SentenceSite>
{
    [Fact]
    public async Task A_changed_figure_is_told_with_both_values_to_readers_and_programs()
    {
        var first = site.Release!;
        await site.PublishAsync(SentenceSite.With(first, SentenceSite.Prolific, c => c with { Typical = 11, Low = 10, High = 12 }));
        site.Clock.Advance(TimeSpan.FromSeconds(3));
        var pair = $"{first.Head.Id}...{site.Release!.Head.Id}";
        var before = first.Cells.Single(c => c.Cell == SentenceSite.Prolific && c.Measure == Analytics.Models.Rollups.PayMeasure.PaidOnly).Typical;

        foreach (var address in new[] { $"/s/{pair}.json", $"/s/{pair}" })
        {
            var diff = JsonDocument.Parse(await site.PageAsync(address)).RootElement;
            Assert.Equal(1, diff.GetProperty("from").GetProperty("number").GetInt32());
            var table = diff.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("table").GetString() == "rates");
            var row = table.GetProperty("changes").EnumerateArray().Single();
            Assert.Equal(("changed", "prolific/*/*/*/*"), (row.GetProperty("fate").GetString(), row.GetProperty("key")[0].GetString()));
            var typical = row.GetProperty("values").EnumerateArray().Single(v => v.GetProperty("column").GetString() == "typical");
            Assert.Equal((before, 11m), (typical.GetProperty("before").GetDecimal(), typical.GetProperty("after").GetDecimal()));
        }

        using var reader = site.Browser();
        reader.DefaultRequestHeaders.Add("Accept", "text/html");
        reader.DefaultRequestHeaders.Add("Accept-Language", "id");
        using var lead = await reader.GetAsync(new Uri($"/s/{pair}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.Redirect, $"/id/data/changes/{pair}"), (lead.StatusCode, lead.Headers.Location!.OriginalString));
        var page = SiteFixture.TextOf(await site.PageAsync($"/en/data/changes/{pair}"));
        Assert.Contains("What changed from release 1 to release 2", page, StringComparison.Ordinal);
        Assert.Contains($"typical: {Analytics.Models.Releases.Datasets.FieldText.Of(before)} → 11", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/s/{pair}\"", await site.PageAsync("/en/data"), StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang berubah", await site.PageAsync($"/id/data/changes/{first.Head.Id}...{first.Head.Id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/s/none...none.json")]
    [InlineData("/s/none...none")]
    [InlineData("/en/data/changes/none...none")]
    [InlineData("/en/data/changes/none")]
    [InlineData("/en/data/changes/......")]
    public async Task Releases_that_are_not_there_are_not_compared(string address)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
