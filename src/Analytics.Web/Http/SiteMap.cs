using System.Text;
using System.Xml.Linq;
using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Releases;
using Analytics.Web.Search;
using Analytics.Web.Text;

namespace Analytics.Web.Http;

/// <summary>What search engines ask first: <c>/robots.txt</c> and <c>/sitemap.xml</c>.</summary>
internal static class SiteMap
{
    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public static WebApplication MapSiteMap(this WebApplication app)
    {
        app.MapRead("/robots.txt", (HttpContext context) => Results.Text($"User-agent: *\nDisallow: /error/\nDisallow: /operations\nDisallow: /*/operations\nSitemap: {SiteAddress.Of(context)}/sitemap.xml\n"));
        app.MapRead("/sitemap.xml", (HttpContext context, LatestRelease releases) =>
            Results.Text(Write(SiteAddress.Of(context), releases.Current), "application/xml", Encoding.UTF8));
        return app;
    }

    /// <summary>Every page of the site, after the language.</summary>
    public static IReadOnlyList<string> Pages(ShownRelease? release) =>
        [
            "/", "/estimate", "/report", "/check",
            "/platforms", .. release?.Release.Platforms.Select(p => $"/platforms/{p.Slug}") ?? [],
            .. WorkAndCountries(release),
            "/methods", "/methods/model-card", "/methods/evidence", "/methods/coverage", "/methods/funding", "/methods/citing",
            "/data", "/data/api", .. DatasetTables.All.Select(t => $"/data/{t.Name}"), .. Charts, "/corrections", "/privacy", "/terms",
            "/report/import",
        ];

    // The gallery, and each form that needs no choice: those that have a name to be found by.
    private static IEnumerable<string> Charts => SearchWords.Shipped.Pages.Keys.Where(page => page == "/charts" || page.StartsWith("/charts/", StringComparison.Ordinal));

    private static IEnumerable<string> WorkAndCountries(ShownRelease? release) =>
        ["/tasks", .. Enum.GetValues<TaskType>().Select(t => $"/tasks/{Term.Of(t)}"), "/countries", .. release?.CountryCodes.Select(c => $"/countries/{c.ToLowerInvariant()}") ?? []];

    private static string Write(string site, ShownRelease? release) => new XDocument(new XElement(Names + "urlset",
        new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml),
        from page in Pages(release)
        from language in SiteLanguage.All
        select new XElement(Names + "url",
            new XElement(Names + "loc", $"{site}/{language.Code}{page}"),
            release is null ? null : new XElement(Names + "lastmod", release.Head.MadeAt.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            from other in SiteLanguage.All
            select new XElement(Xhtml + "link",
                new XAttribute("rel", "alternate"), new XAttribute("hreflang", other.Code), new XAttribute("href", $"{site}/{other.Code}{page}")))))
        .ToString();
}
