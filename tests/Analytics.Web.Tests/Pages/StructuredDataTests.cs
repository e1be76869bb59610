using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

/// <summary>What pages tell machines (schema.org as JSON-LD).</summary>
public sealed class StructuredDataTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task The_first_page_is_a_site_that_can_be_searched(string language)
    {
        var web = Assert.Single(await ThingsAsync($"/{language}/"));
        Assert.Equal(("WebSite", "https://schema.org"), (web.GetProperty("@type").GetString(), web.GetProperty("@context").GetString()));
        Assert.Equal($"http://localhost/{language}/", web.GetProperty("url").GetString());
        var search = web.GetProperty("potentialAction");
        Assert.Equal("required name=search_term_string", search.GetProperty("query-input").GetString());
        var asked = search.GetProperty("target").GetProperty("urlTemplate").GetString()!.Replace("{search_term_string}", "mturk", StringComparison.Ordinal);
        Assert.Contains("Amazon Mechanical Turk", await site.PageAsync(asked), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/platforms/mturk", "/en/", "/en/platforms", "/en/platforms/mturk")]
    [InlineData("/id/methods/model-card", "/id/", "/id/methods", "/id/methods/model-card")]
    [InlineData("/en/data", "/en/", "/en/data")]
    public async Task An_inner_page_says_where_it_stands(string address, params string[] way)
    {
        var crumbs = (await ThingsAsync(address)).Single(t => t.GetProperty("@type").GetString() == "BreadcrumbList").GetProperty("itemListElement").EnumerateArray().ToList();
        Assert.Equal(way.Select(step => "http://localhost" + step), crumbs.Select(c => c.GetProperty("item").GetString()));
        Assert.Equal(Enumerable.Range(1, way.Length), crumbs.Select(c => c.GetProperty("position").GetInt32()));
        Assert.All(crumbs, c => Assert.False(string.IsNullOrWhiteSpace(c.GetProperty("name").GetString())));
        foreach (var step in way)
            await site.PageAsync(step);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task The_data_are_described_as_they_are(string language)
    {
        var data = (await ThingsAsync($"/{language}/data")).Single(t => t.GetProperty("@type").GetString() == "Dataset");
        var head = site.Release!.Head;
        Assert.InRange(data.GetProperty("description").GetString()!.Length, 50, 5000);
        Assert.Equal(
            ($"http://localhost/{language}/data", StructuredData.Licence, $"http://localhost/s/{head.Id}", head.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), "PerJam", "Organization", language),
            (Text(data, "url"), Text(data, "license"), Text(data, "sameAs"), Text(data, "version"), Text(data.GetProperty("creator"), "name"), Text(data.GetProperty("creator"), "@type"), Text(data, "inLanguage")));
        Assert.Equal(head.MadeAt.ToUnixTimeSeconds(), data.GetProperty("dateModified").GetDateTimeOffset().ToUnixTimeSeconds());
        var files = data.GetProperty("distribution").EnumerateArray().ToDictionary(f => Text(f, "name")!);
        Assert.All(DatasetTables.All, table => Assert.All(TableFormat.All, format => Assert.Contains($"{table.Name}.{format}", files.Keys)));
        Assert.DoesNotContain(files.Keys, name => name.StartsWith("records/", StringComparison.Ordinal));
        foreach (var file in files.Values)
        {
            using var answer = await site.Browser().GetAsync(new Uri(Text(file, "contentUrl")!));
            var content = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(
                (answer.Content.Headers.ContentType?.MediaType, $"{content.Length} B", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))),
                (Text(file, "encodingFormat"), Text(file, "contentSize"), Text(file, "sha256")));
        }
    }

    [Fact]
    public async Task A_page_in_no_list_tells_nothing()
    {
        using var answer = await site.Browser().GetAsync(new Uri("/en/none", UriKind.Relative));
        Assert.DoesNotContain("ld+json", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>")]
    [InlineData("\"},{\"@type\":\"Thing\"")]
    [InlineData("a\u2028b & 'c' \ud83d\ude00")]
    public void No_string_can_end_the_block_or_change_its_meaning(string hostile)
    {
        var frame = new PageFrame(SiteText.Of(SiteLanguage.English), hostile, "/data")
        {
            Trail = [new("Start", "/"), new(hostile, "/data")],
            Data = DatasetJsonLd.Of(new DatasetHead(new ReleaseHead(hostile, 1, DateTimeOffset.UnixEpoch, false), hostile), [new DatasetFile(hostile, hostile, 1, hostile)], Codebook.English, hostile),
        };
        var written = StructuredData.Of(frame, "http://localhost").ToList();
        Assert.Equal(2, written.Count);
        Assert.All(written, json => Assert.DoesNotContain('<', json));
        using var data = JsonDocument.Parse(written[1]);
        Assert.Equal(("Dataset", hostile), (Text(data.RootElement, "@type"), Text(data.RootElement, "url")));
    }

    private static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();

    private async Task<IReadOnlyList<JsonElement>> ThingsAsync(string address) =>
        [.. Regex.Matches(await site.PageAsync(address), "<script type=\"application/ld\\+json\">(.*?)</script>").Select(m => JsonDocument.Parse(m.Groups[1].Value).RootElement.Clone())];
}
