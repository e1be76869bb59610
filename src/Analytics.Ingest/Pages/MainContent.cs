namespace Analytics.Ingest.Pages;

/// <summary>
/// Finds the element that holds an article: by what the page declares (microdata, JSON-LD text, class names, <c>article</c>, <c>main</c>),
/// checked against where the running text is; without declarations, by the running text alone.
/// </summary>
internal static class MainContent
{
    // A declared container must hold this share of what stands where the page's text is densest.
    private const double LeastShare = 0.4;
    private const int LeastWords = 20;

    /// <param name="body">The page's body, cleaned of boilerplate.</param>
    /// <param name="declaredText">The article's text as JSON-LD gives it; null when it gives none.</param>
    public static PageNode Find(PageNode body, string? declaredText)
    {
        var densest = Densest(body);
        var elements = body.Elements().ToList();
        return ByDeclaredText(elements, declaredText)
            ?? Declared(elements, n => n.Attribute("itemprop")?.Split(' ').Contains("articleBody") == true, densest, 0.2)
            ?? Declared(elements, n => n.Marks.IsArticleBody, densest, LeastShare)
            ?? Declared(elements, n => n.Name == "article" || n.Attribute("role") == "article", densest, LeastShare)
            ?? Declared(elements, n => n.Name == "main" || n.Attribute("role") == "main", densest, 0.6) switch
            {
                null => densest,
                var main => Densest(main),
            };
    }

    /// <summary>From the top down, into the part that holds most of the running text, for as long as there is one.</summary>
    private static PageNode Densest(PageNode from)
    {
        var homes = ParagraphHomes.Of(from);
        var node = from;
        while (true)
        {
            var blocks = node.Children.FindAll(c => c is { IsBlock: true, GoodWords: > 0 });
            var inner = blocks.MaxBy(c => c.GoodWords) is { } largest && IsWhereTheTextIs(largest, node) ? largest : homes.Outstanding(node, blocks);
            if (inner is null || (inner.GoodWords < node.GoodWords * 0.9 && StandsAfterText(inner, node)))
                return node;
            node = inner;
        }
    }

    private static bool IsWhereTheTextIs(PageNode child, PageNode parent)
    {
        if (child.GoodWords < LeastWords || child.Name is "p" or "pre" or "blockquote" or "li" or "dd")
            return false;
        var share = (double)child.GoodWords / parent.GoodWords;
        if (share > 0.9)
            return true;
        // Sections of one text share a tag and a class; a sidebar shares neither with its article.
        var others = parent.Children.Where(c => c != child && c is { GoodWords: > 0, LinkShare: < 0.4 }).ToList();
        return share > 0.6 && others.TrueForAll(o => o.Name != "p" && !IsAlike(o, child) && Tags.HeadingLevel(o.Name) == 0);
    }

    // First paragraphs set in boxes of their own: nothing but running text, before the rest of it.
    private static bool StandsAfterText(PageNode child, PageNode parent) =>
        parent.Children.TakeWhile(c => c != child).Any(c => c is { IsBlock: true, GoodWords: > 0, LinkShare: < 0.1 } && c.GoodWords >= c.Words * 0.95);

    // "section-1" and "section-2" are alike.
    private static bool IsAlike(PageNode one, PageNode other) =>
        one.Name == other.Name && WithoutNumbers(one).SequenceEqual(WithoutNumbers(other));

    private static IEnumerable<string> WithoutNumbers(PageNode node) => node.Marks.Words.Where(w => !char.IsDigit(w[0]));

    private static PageNode? Declared(List<PageNode> elements, Func<PageNode, bool> declares, PageNode densest, double leastShare)
    {
        var found = elements.FindAll(n => n.GoodWords >= LeastWords && declares(n));
        var all = found.ToHashSet();
        var outermost = found.FindAll(n => !n.Ancestors().Any(all.Contains));
        if (outermost.Count == 0)
            return null;
        var largest = outermost.MaxBy(n => n.GoodWords)!;
        var together = outermost.Count > 1 && outermost.Sum(n => n.GoodWords) > largest.GoodWords * 1.3 && outermost.TrueForAll(n => IsAlike(n, largest))
            && outermost.TrueForAll(n => n.Parent == largest.Parent)
            ? largest.Parent!
            : largest;
        return together.GoodWords >= densest.GoodWords * leastShare ? Innermost(together, found) : null;
    }

    // "article-content" often wraps "article-body": the inner one it is, if hardly any text is lost.
    private static PageNode Innermost(PageNode node, List<PageNode> declared)
    {
        var inner = declared.Where(n => n != node && n.Ancestors().Contains(node) && n.GoodWords >= node.GoodWords * 0.9).LastOrDefault();
        return inner ?? node;
    }

    private static PageNode? ByDeclaredText(List<PageNode> elements, string? declaredText)
    {
        if (declaredText is null || WhiteSpace.CountWords(declaredText) is var words && words < 60)
            return null;
        var declared = WordSet(declaredText);
        PageNode? best = null;
        var bestFit = 0.8;
        foreach (var node in elements.Where(n => n.IsBlock && n.Words >= words * 0.7 && n.Words <= words * 1.6))
        {
            var here = WordSet(node.FoldedText());
            var fit = 2.0 * here.Count(declared.Contains) / (here.Count + declared.Count);
            if (fit > bestFit)
                (best, bestFit) = (node, fit);
        }

        return best;
    }

    private static HashSet<string> WordSet(string text) =>
        [.. text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
