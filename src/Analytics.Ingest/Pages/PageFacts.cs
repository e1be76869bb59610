using System.Text.Json;
using AngleSharp.Dom;

namespace Analytics.Ingest.Pages;

/// <summary>What a page says about itself: title, author, site, date, language, country, address.</summary>
internal sealed record PageFacts(
    string? Title, string? Author, string? Site, DateOnly? Published, string? Language, string? Country, Uri? Canonical, bool SaysArticle)
{
    /// <param name="page">The parsed page, untouched.</param>
    /// <param name="told">Its elements that say something of it.</param>
    /// <param name="data">Its JSON-LD.</param>
    /// <param name="address">Where it was fetched; null for a file.</param>
    public static PageFacts Of(IDocument page, TellingElements told, StructuredData data, Uri? address)
    {
        var metas = Metas(told);
        var article = data.Article;
        var site = metas.GetValueOrDefault("og:site_name") ?? Publisher(data, article) ?? metas.GetValueOrDefault("application-name");
        return new PageFacts(
            PageTitle.Of(page, told.Headings, metas, article is { } a ? StructuredData.Text(a, "headline") : null, site),
            AuthorOf(told, metas, article), site, PublishedOf(told, data, metas, article),
            PageLanguage.Of(page, metas), PageLanguage.CountryOf(page, metas, address), CanonicalOf(told, metas, address),
            told.Metas.Exists(m => m.GetAttribute("property") == "og:type" && string.Equals(m.GetAttribute("content"), "article", StringComparison.OrdinalIgnoreCase)));
    }

    private static Dictionary<string, string> Metas(TellingElements told)
    {
        var metas = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in told.Metas.Take(500))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("http-equiv") ?? meta.GetAttribute("itemprop");
            var content = WhiteSpace.Fold(meta.GetAttribute("content")!);
            if (name is not null && content.Length > 0)
                metas.TryAdd(name.Trim(), content);
        }

        return metas;
    }

    private static string? Publisher(StructuredData data, JsonElement? article) =>
        (article is { } a ? StructuredData.Text(a, "publisher") : null)
        ?? data.OfType("WebSite", "NewsMediaOrganization").Select(s => StructuredData.Text(s, "name")).FirstOrDefault(n => n is not null);

    private static string? AuthorOf(TellingElements told, Dictionary<string, string> metas, JsonElement? article)
    {
        var declared = article is { } a
            ? string.Join(", ", StructuredData.Many(a, "author").Select(StructuredData.Text).OfType<string>().Distinct().Take(5))
            : "";
        return AuthorName.Of(declared) ?? AuthorName.Of(metas.GetValueOrDefault("author")) ?? AuthorName.Of(metas.GetValueOrDefault("article:author"))
            ?? AuthorName.Of(told.Properties.Find(e => TellingElements.Says(e, "itemprop", "author") || TellingElements.Says(e, "rel", "author"))?.TextContent)
            ?? AuthorName.Of((told.Bylines.Count > 0 ? told.Bylines[0].TextContent : null));
    }

    private static DateOnly? PublishedOf(TellingElements told, StructuredData data, Dictionary<string, string> metas, JsonElement? article)
    {
        var names = (string[])["article:published_time", "datePublished", "og:article:published_time", "publishdate", "pubdate", "date", "dc.date", "dc.date.issued", "dcterms.created"];
        return (article is { } a ? PageDate.Parse(StructuredData.Text(a, "datePublished")) : null)
            ?? data.OfType("WebPage", "JobPosting", "Question").Select(w => PageDate.Parse(StructuredData.Text(w, "datePublished") ?? StructuredData.Text(w, "datePosted"))).FirstOrDefault(d => d is not null)
            ?? names.Select(n => PageDate.Parse(metas.GetValueOrDefault(n))).FirstOrDefault(d => d is not null)
            ?? told.Properties.Where(e => TellingElements.Says(e, "itemprop", "datePublished")).Select(e => PageDate.Parse(e.GetAttribute("datetime") ?? e.GetAttribute("content"))).FirstOrDefault(d => d is not null)
            ?? told.Times.Select(e => PageDate.Parse(e.GetAttribute("datetime"))).FirstOrDefault(d => d is not null);
    }

    private static Uri? CanonicalOf(TellingElements told, Dictionary<string, string> metas, Uri? address) =>
        Whole(told.Links.Find(e => TellingElements.Says(e, "rel", "canonical"))?.GetAttribute("href"), address) ?? Whole(metas.GetValueOrDefault("og:url"), address);

    private static Uri? Whole(string? written, Uri? address)
    {
        if (written is null || !(address is null ? Uri.TryCreate(written, UriKind.Absolute, out var uri) : Uri.TryCreate(address, written, out uri)))
            return null;
        return uri.Scheme is "http" or "https" ? uri : null;
    }
}
