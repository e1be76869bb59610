using System.Net;
using System.Text.RegularExpressions;
using Analytics.Web.Http;
using Analytics.Web.Releases;

namespace Analytics.Web.Tests;

/// <summary>Every public address, and every link between them.</summary>
public sealed class AddressTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/en/", 200, "text/html")]
    [InlineData("/id/", 200, "text/html")]
    [InlineData("/en", 200, "text/html")]
    [InlineData("/en/?task=survey&country=US&kind=measured&measure=all-in&currency=IDR&sort=pay&order=ascending", 200, "text/html")]
    [InlineData("/en/platforms", 200, "text/html")]
    [InlineData("/id/platforms", 200, "text/html")]
    [InlineData("/en/platforms/mturk", 200, "text/html")]
    [InlineData("/id/platforms/micro1?currency=EUR", 200, "text/html")]
    [InlineData("/en/tasks", 200, "text/html")]
    [InlineData("/id/tasks/ai-training-expert?measure=all-in", 200, "text/html")]
    [InlineData("/en/countries", 200, "text/html")]
    [InlineData("/id/countries/id?currency=IDR", 200, "text/html")]
    [InlineData("/en/methods", 200, "text/html")]
    [InlineData("/id/methods", 200, "text/html")]
    [InlineData("/en/data", 200, "text/html")]
    [InlineData("/id/data", 200, "text/html")]
    [InlineData("/en/methods/evidence", 200, "text/html")]
    [InlineData("/id/methods/coverage", 200, "text/html")]
    [InlineData("/en/methods/funding", 200, "text/html")]
    [InlineData("/id/methods/citing", 200, "text/html")]
    [InlineData("/en/privacy", 200, "text/html")]
    [InlineData("/id/terms", 200, "text/html")]
    [InlineData("/en/corrections?about=/platforms/mturk", 200, "text/html")]
    [InlineData("/id/corrections/report/take-down", 200, "text/html")]
    [InlineData("/feed.xml", 200, "application/atom+xml")]
    [InlineData("/feed.xml?lang=fr", 400, "application/problem+json")]
    [InlineData("/corrections.xml?lang=id", 200, "application/atom+xml")]
    [InlineData("/corrections.xml?lang=fr", 400, "application/problem+json")]
    [InlineData("/e/{release}.en.paid-only.mturk.all.all.all.all", 200, "text/html")]
    [InlineData("/e/{release}.id.all-in.mturk.all.all.all.all", 200, "text/html")]
    [InlineData("/e/{release}.en.paid-only.mturk.all.all.all.all/status.json", 200, "application/json")]
    [InlineData("/e/none.en.paid-only.mturk.all.all.all.all", 404, "text/html")]
    [InlineData("/e/none.en.paid-only.mturk.all.all.all.all/status.json", 404, "application/problem+json")]
    [InlineData("/e/none", 400, "text/html")]
    [InlineData("/e/none/status.json", 400, "application/problem+json")]
    [InlineData("/e/none/other.json", 404, "application/problem+json")]
    [InlineData("/e", 404, "application/problem+json")]
    [InlineData("/en/corrections/report/praise", 404, "text/html")]
    [InlineData("/en/corrections/7KQ2-XD9M-40TB", 404, "text/html")]
    [InlineData("/en/operations/login", 200, "text/html")]
    [InlineData("/id/operations/set-up", 404, "text/html")]
    [InlineData("/en/report/import", 200, "text/html")]
    [InlineData("/id/report/import", 200, "text/html")]
    [InlineData("/en/report", 200, "text/html")]
    [InlineData("/id/receipt", 200, "text/html")]
    [InlineData("/en/receipt/7KQ2-XD9M-40TB-7KQ2-XD9M-40TB-7KQ2", 404, "text/html")]
    [InlineData("/en/check", 200, "text/html")]
    [InlineData("/id/check?text=penghasilan+hingga+%2415+per+jam+dari+Prolific&currency=IDR", 200, "text/html")]
    [InlineData("/en/check?text=x&currency=XXX", 400, "text/html")]
    [InlineData("/charts/interval.svg", 200, "image/svg+xml")]
    [InlineData("/charts/interval.svg?lang=id&currency=IDR&theme=dark&kind=advertised", 200, "image/svg+xml")]
    [InlineData("/charts/interval.png?theme=dark", 200, "image/png")]
    [InlineData("/charts/interval.csv", 200, "text/csv")]
    [InlineData("/en/charts", 200, "text/html")]
    [InlineData("/id/charts?q=survei", 200, "text/html")]
    [InlineData("/en/charts/interval", 200, "text/html")]
    [InlineData("/id/charts/interval?task=survey&as=image&hold=frozen&in=en&theme=dark&width=600", 200, "text/html")]
    [InlineData("/en/charts/none", 404, "text/html")]
    [InlineData("/en/charts/interval?task=none", 400, "text/html")]
    [InlineData("/embed/interval", 200, "text/html")]
    [InlineData("/embed/interval?lang=id&currency=IDR&theme=dark&childId=chart", 200, "text/html")]
    [InlineData("/embed/none", 404, "application/problem+json")]
    [InlineData("/embed/interval?none=1", 400, "application/problem+json")]
    [InlineData("/embed.js", 200, "text/javascript")]
    [InlineData("/embed-height.js", 200, "text/javascript")]
    [InlineData("/oembed?url=http://localhost/en/charts/interval", 200, "application/json")]
    [InlineData("/oembed?url=http://localhost/en/platforms/mturk&format=xml", 200, "text/xml")]
    [InlineData("/oembed?url=http://localhost/en/methods", 404, "application/problem+json")]
    [InlineData("/oembed?url=http://localhost/en/charts/interval&format=yaml", 501, "application/problem+json")]
    [InlineData("/oembed", 400, "application/problem+json")]
    [InlineData("/robots.txt", 200, "text/plain")]
    [InlineData("/sitemap.xml", 200, "application/xml")]
    [InlineData("/healthz", 200, "text/plain")]
    [InlineData("/readyz", 200, "text/plain")]
    [InlineData("/fr/", 404, "text/html")]
    [InlineData("/en/platforms/none", 404, "text/html")]
    [InlineData("/en/tasks/none", 404, "text/html")]
    [InlineData("/en/countries/zz", 404, "text/html")]
    [InlineData("/en/countries/aq", 404, "text/html")]
    [InlineData("/en/?release=none", 404, "text/html")]
    [InlineData("/s/none/figures.jsonl", 404, "application/problem+json")]
    [InlineData("/s/{release}/rates.csv", 200, "text/csv")]
    [InlineData("/s/{release}/rates.jsonl?platform=mturk", 200, "application/jsonl")]
    [InlineData("/s/{release}/rates.csv?platform=none", 400, "application/problem+json")]
    [InlineData("/s/{release}/citation.bib?table=rates", 200, "application/x-bibtex")]
    [InlineData("/s/{release}/none.csv", 404, "application/problem+json")]
    [InlineData("/s/{release}", 200, "application/json")]
    [InlineData("/s/none", 404, "application/problem+json")]
    [InlineData("/en/data/rates", 200, "text/html")]
    [InlineData("/id/data/claims?platform=micro1", 200, "text/html")]
    [InlineData("/en/data/none", 404, "text/html")]
    [InlineData("/en/data/rates?platform=none", 400, "text/html")]
    [InlineData("/charts/countries.svg?task=survey", 200, "image/svg+xml")]
    [InlineData("/charts/gap.svg?lang=id&currency=IDR", 200, "image/svg+xml")]
    [InlineData("/charts/distribution.json?platform=mturk", 200, "application/json")]
    [InlineData("/charts/experience.svg?task=survey&platform=mturk", 200, "image/svg+xml")]
    [InlineData("/charts/history.zip?platform=mturk", 200, "application/zip")]
    [InlineData("/charts/figure.svg?platform=mturk", 200, "image/svg+xml")]
    [InlineData("/charts/experience.svg", 400, "application/problem+json")]
    [InlineData("/charts/figure.png", 400, "application/problem+json")]
    [InlineData("/charts/none", 404, "application/problem+json")]
    [InlineData("/methods/none.json", 404, "application/problem+json")]
    [InlineData("/none.xml", 404, "application/problem+json")]
    [InlineData("/en/none.json", 404, "text/html")]
    [InlineData("/en/?task=none", 400, "text/html")]
    [InlineData("/en/?currency=XXX", 400, "text/html")]
    [InlineData("/en/tasks/survey?measure=none", 400, "text/html")]
    [InlineData("/en/countries/id?measure=none", 400, "text/html")]
    [InlineData("/en/countries/id?currency=XXX", 400, "text/html")]
    [InlineData("/charts/interval.svg?task=none", 400, "application/problem+json")]
    [InlineData("/charts/interval.svg?lang=fr", 400, "application/problem+json")]
    [InlineData("/charts/interval.svg?currency=XXX", 400, "application/problem+json")]
    [InlineData("/charts/interval.png?theme=auto", 400, "application/problem+json")]
    [InlineData("/charts/interval.png?release=none", 404, "application/problem+json")]
    public async Task Answers(string address, int status, string type)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address.Replace("{release}", site.Release!.Head.Id, StringComparison.Ordinal), UriKind.Relative));
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        // Embeds, of charts and of sentences, are the one place that other sites may frame.
        Assert.Equal(address.StartsWith("/embed/", StringComparison.Ordinal) || (address.StartsWith("/e/", StringComparison.Ordinal) && !address.EndsWith(".json", StringComparison.Ordinal)) ? "frame-ancestors *" : "frame-ancestors 'none'",
            answer.Headers.NonValidated["Content-Security-Policy"].ToString().Split("; ")[^1]);
    }

    [Fact]
    public async Task Every_table_of_the_release_can_be_had_unchanged_for_ever()
    {
        foreach (var table in site.Release!.Tables())
        {
            using var answer = await site.Browser().GetAsync(new Uri($"/s/{site.Release.Head.Id}/{table.Name}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(table.Content, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", answer.Headers.NonValidated["Cache-Control"]));
            Assert.Equal($"\"{table.Sha256}\"", answer.Headers.ETag?.Tag);
        }
    }

    [Fact]
    public async Task Every_link_within_the_site_leads_somewhere()
    {
        var seen = new HashSet<string>();
        var shapes = new Dictionary<string, int>();
        var todo = new Queue<string>(["/en/", "/id/", .. SiteMap.Pages(new ShownRelease(site.Release!)).Select(p => "/en" + p)]);
        while (todo.TryDequeue(out var address))
        {
            var path = address.Split('#')[0];
            // Addresses that differ only in what was chosen, or in the country, are one page: some of each are enough.
            if (Shape(path) is { } shape && (shapes[shape] = shapes.GetValueOrDefault(shape) + 1) > (shape.Contains("/charts/", StringComparison.Ordinal) ? 2 : 8))
                continue;
            if (!seen.Add(path))
                continue;
            using var answer = await site.Browser().GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answered {answer.StatusCode}");
            // Charts, as the orders of a table, link to one another without end, and a frozen release is the site once more: one step into them is enough.
            var repeats = path.Contains("/charts/", StringComparison.Ordinal) || path.Contains("sort=", StringComparison.Ordinal) || path.Contains("release=", StringComparison.Ordinal);
            if (answer.Content.Headers.ContentType?.MediaType == "text/html" && !repeats)
                Links(await answer.Content.ReadAsStringAsync()).ToList().ForEach(todo.Enqueue);
        }

        Assert.InRange(seen.Count, 200, 1500);
    }

    /// <summary>The address without what was chosen; null where nothing was.</summary>
    private static string? Shape(string path) => path.Contains('?', StringComparison.Ordinal) || path.Contains("/countries/", StringComparison.Ordinal)
        ? Regex.Replace(Regex.Replace(path, "=[^&]*", ""), @"/(platforms|tasks|countries)/[^/?]+", "/$1/")
        : null;

    [Fact]
    public async Task Every_figure_on_the_comparison_leads_to_its_quote_or_citation()
    {
        foreach (var page in new[] { "/en/", "/id/?measure=all-in", "/en/?kind=advertised" })
        {
            var links = Links(await site.PageAsync(page)).Where(l => l.Contains("#f-", StringComparison.Ordinal)).Distinct().ToList();
            Assert.NotEmpty(links);
            foreach (var byPage in links.GroupBy(l => l.Split('#')[0]))
            {
                var evidence = await site.PageAsync(byPage.Key);
                foreach (var link in byPage)
                {
                    var id = Regex.Escape(link.Split('#')[1]);
                    var entry = Regex.Match(evidence, $"<article class=\"entry\" id=\"{id}\">.*?</article>", RegexOptions.Singleline);
                    Assert.True(entry.Success, $"{link}: there is no such entry");
                    Assert.True(entry.Value.Contains("<blockquote", StringComparison.Ordinal) || entry.Value.Contains("<cite>", StringComparison.Ordinal), $"{link} has neither quote nor citation");
                }
            }
        }
    }

    [Theory]
    [InlineData("/en/platforms/mturk", "/id/platforms/mturk")]
    [InlineData("/id/?task=survey", "/en/?task=survey")]
    public async Task A_page_names_itself_and_its_other_language(string address, string other)
    {
        var page = WebUtility.HtmlDecode(await site.PageAsync(address));
        var (mine, theirs) = (address[1..3], other[1..3]);
        Assert.Contains($"<link rel=\"canonical\" href=\"http://localhost{address}\">", page, StringComparison.Ordinal);
        Assert.Contains($"hreflang=\"{theirs}\" href=\"http://localhost{other}\"", page, StringComparison.Ordinal);
        Assert.Contains($"hreflang=\"{mine}\" href=\"http://localhost{address}\"", page, StringComparison.Ordinal);
        Assert.Contains(site.Release!.Head.Id, page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Links(string page) =>
        Regex.Matches(page, "<a [^>]*?href=\"(/[^\"]*)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));
}
