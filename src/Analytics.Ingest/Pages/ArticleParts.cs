namespace Analytics.Ingest.Pages;

/// <summary>
/// The elements an article is made of: its main part, what is marked up just as that is, and the lead, which many pages set between the
/// headline and the main part.
/// </summary>
internal static class ArticleParts
{
    // Standfirsts are a few sentences; what is longer is another text.
    private const int LongestLead = 150;

    /// <param name="root">The page's body, cleaned of boilerplate.</param>
    /// <param name="main">Its main part.</param>
    /// <param name="title">The article's title; null when the page has none.</param>
    /// <returns>In the page's order.</returns>
    public static List<PageNode> Of(PageNode root, PageNode main, string? title)
    {
        var pieces = main.Parent?.Children.FindAll(c => c == main || IsSamePart(c, main)) ?? [main];
        return [.. Lead(root, main, pieces[0], title), .. pieces];
    }

    private static bool IsSamePart(PageNode node, PageNode main) =>
        node.GoodWords > 0 && main.Marks.IsArticleBody && node.Name == main.Name && node.Marks.Words.SequenceEqual(main.Marks.Words);

    private static List<PageNode> Lead(PageNode root, PageNode main, PageNode first, string? title)
    {
        if (title is null || main.Elements().Any(e => IsHeadline(e, title)))
            return [];
        List<PageNode>? lead = null;
        foreach (var node in root.Elements().TakeWhile(e => e != first))
        {
            if (IsHeadline(node, title))
                lead = [];
            else if (node is { IsBlock: true, HasBlock: false, GoodWords: > 0 } && !IsUnderPicture(node))
                lead?.Add(node);
        }

        return lead?.Sum(n => n.GoodWords) <= Math.Min(LongestLead, main.GoodWords) ? lead : [];
    }

    private static bool IsUnderPicture(PageNode node) =>
        node.Marks.IsCaption || node.Marks.IsSmallPrint || node.Ancestors().Prepend(node).Any(a => a.Name == "figure" || a.Marks.IsCaption || a.Marks.IsGallery);

    private static bool IsHeadline(PageNode node, string title) =>
        Tags.HeadingLevel(node.Name) is 1 or 2 && TitleText.IsSame(node.FoldedText(), title);
}
