using AngleSharp.Dom;

namespace Analytics.Ingest.Pages;

/// <summary>A page's title without the name of its site.</summary>
internal static class PageTitle
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " « "];

    public static string? Of(IDocument page, List<IElement> topHeadings, Dictionary<string, string> metas, string? headline, string? site)
    {
        var headings = topHeadings.Select(h => Folded(h.TextContent)).OfType<string>().Distinct().Take(10).ToList();
        var stated = headline ?? metas.GetValueOrDefault("og:title") ?? metas.GetValueOrDefault("twitter:title");
        var full = stated ?? Folded(page.Title);
        // Where the page has several, its own is the one the title begins with.
        var heading = headings.Count == 1 ? headings[0] : headings.Find(h => full?.StartsWith(h, StringComparison.OrdinalIgnoreCase) == true);
        if (full is null)
            return heading;
        // The heading the reader sees is the title, where the longer form only adds the site's name to it.
        if (heading is not null && heading.Length > 8 && full.Contains(heading, StringComparison.OrdinalIgnoreCase))
            return heading;
        return WithoutSite(full, site, isStated: stated is not null);
    }

    private static string WithoutSite(string title, string? site, bool isStated)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
                continue;
            var (before, after) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            if (string.Equals(after, site, StringComparison.OrdinalIgnoreCase))
                return before;
            if (string.Equals(before, site, StringComparison.OrdinalIgnoreCase))
                return after;
            // Without knowing the site's name: a short last part of a <title> is one.
            if (!isStated && site is null && WhiteSpace.CountWords(after) <= 4 && WhiteSpace.CountWords(before) >= 3)
                return before;
        }

        return title;
    }

    private static string? Folded(string? text) => WhiteSpace.Fold(text ?? "") is { Length: > 0 } folded ? folded : null;
}
