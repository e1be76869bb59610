namespace Analytics.Ingest.Pages;

/// <summary>
/// Drops what surrounds an article: navigation, headers and footers, asides, comments, share bars, adverts, hidden parts. By element, role
/// and what class and id say; nothing that holds a large share of the page's running text is dropped for its name alone.
/// </summary>
internal static class Boilerplate
{
    private static readonly HashSet<string> AsideRoles =
        ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist", "tooltip"];

    /// <param name="root">The page's body; its counts are right again afterwards.</param>
    /// <param name="isThread">A thread's replies stay, though they be called comments.</param>
    /// <param name="byNames">Whether classes and ids are believed.</param>
    /// <param name="stop">The page's deadline.</param>
    public static void Drop(PageNode root, bool isThread, bool byNames, CancellationToken stop)
    {
        var whole = Math.Max(1, root.GoodWords);
        DropUnder(root, whole, isThread, byNames, inArticle: false, stop);
        root.CountAgain();
        if (!isThread)
            DropTeasers(root);
    }

    // Cards that announce other pages: alike, each begins with a linked title. Where they are all there is, the page is a list and they stay.
    private static void DropTeasers(PageNode root)
    {
        const int leastWordsBeside = 15;
        var teasers = root.Elements().Where(e => e.HasBlock && e.Name is not "body" && e.GoodWords < 60).Where(AnnouncesAnother)
            .GroupBy(e => (e.Parent, e.Name)).Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet();
        if (teasers.Count == 0 || root.GoodWords - teasers.Where(t => !t.Ancestors().Any(teasers.Contains)).Sum(t => t.GoodWords) < leastWordsBeside)
            return;
        foreach (var teaser in teasers)
            teaser.Parent!.Children.Remove(teaser);
        root.CountAgain();
    }

    private static bool AnnouncesAnother(PageNode node)
    {
        var first = node.Children.FirstOrDefault(c => c.Words > 0);
        while (first is { IsBlock: true, HasBlock: true })
            first = first.Children.FirstOrDefault(c => c.Words > 0);
        return first is { IsText: false, Words: >= 3, LinkShare: > 0.9 }
            && first.Elements().FirstOrDefault(e => e.Name == "a")?.Attribute("href")?.StartsWith('#') != true;
    }

    private static void DropUnder(PageNode node, int whole, bool isThread, bool byNames, bool inArticle, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        inArticle |= node.Name is "article" or "main" || node.Marks.IsArticleBody;
        node.Children.RemoveAll(child => !child.IsText && IsAround(child, whole, isThread, byNames, inArticle));
        foreach (var child in node.Children)
            DropUnder(child, whole, isThread, byNames, inArticle, stop);
    }

    private static bool IsAround(PageNode node, int whole, bool isThread, bool byNames, bool inArticle)
    {
        var share = (double)node.GoodWords / whole;
        if (node.Marks.IsForScreenReaders || node.Attribute("role") == "presentation" && node.Words == 0)
            return true;
        if (IsHidden(node) && !(node.Marks.Unfolds && node.Words > 0))
            return share < 0.5;
        if (node.Name == "sup")
            return node.Elements().Any(e => e.Name == "a" && e.Attribute("href")?.StartsWith('#') == true);
        if (!node.IsBlock && node.Name is not ("span" or "a"))
            return false;
        if (!isThread && node.Marks.IsComments)
            return share < (node.Name is "article" or "main" ? 0.3 : 0.9);
        return IsAroundByElement(node, share, inArticle) || (byNames && IsAroundByName(node, share));
    }

    private static bool IsAroundByElement(PageNode node, double share, bool inArticle) => node.Name switch
    {
        "nav" => share < 0.5,
        "footer" => share < 0.3 && !node.Ancestors().Any(a => a.Name == "blockquote"),
        "aside" => share < 0.4,
        "header" => (inArticle ? node.GoodWords == 0 : share < 0.2) && !IsHeadOfContent(node, inArticle),
        "form" => share < 0.2,
        "label" or "legend" => node.GoodWords == 0,
        _ => node.Attribute("role") is { } role && AsideRoles.Contains(role) && share < 0.4,
    };

    // Sections of an article have headers of their own, with their heading in it; the page's has none of both.
    private static bool IsHeadOfContent(PageNode header, bool inArticle)
    {
        var inside = header.Elements().Select(e => e.Name).ToHashSet();
        return inside.Contains("article") || (inArticle && !inside.Contains("h1") && inside.Overlaps(["h2", "h3", "h4", "h5", "h6"]));
    }

    private static bool IsAroundByName(PageNode node, double share)
    {
        var marks = node.Marks;
        if (node.Name is "p" or "li" or "table")
            return marks.IsAside && !marks.IsArticleBody && share < 0.1 || marks.IsSmallPrint && node.GoodWords < 40;
        if (node.Name is "body" or "main" or "h1" or "h2" or "h3" or "tr" or "td" or "th" or "tbody")
            return false;
        if (!node.IsBlock && node.Parent is { Name: "p" or "li" or "td" } && node.Parent.GoodWords > 0)
            return false;
        if ((marks.IsAside && !marks.IsArticleBody) || marks.IsAboutAuthor)
            return share < (marks.IsAboutAuthor ? 0.2 : 0.4);
        if (marks.IsGallery)
            return share < 0.25;
        return marks.IsTrimming && node.GoodWords < 60 && share < 0.1 && (node.GoodWords < 25 || node.LinkShare > 0.3);
    }

    private static bool IsHidden(PageNode node)
    {
        if (node.Element!.HasAttribute("hidden") || node.Attribute("aria-hidden") == "true")
            return true;
        var style = node.Attribute("style");
        if (style is null)
            return false;
        var folded = style.Replace(" ", "", StringComparison.Ordinal);
        return folded.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || folded.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }
}
