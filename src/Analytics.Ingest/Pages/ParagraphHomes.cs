namespace Analytics.Ingest.Pages;

/// <summary>
/// How many paragraphs live together under each element. An article's stand side by side; those of comments and teasers each have an element
/// of their own with names, dates and links beside them, however much text they are in all.
/// </summary>
internal sealed class ParagraphHomes
{
    private const int LeastWords = 40;
    private const double OthersAreMany = 0.2;
    private const double Lesser = 0.6;
    private const double Scattered = 0.5;
    private const double Together = 0.6;

    // By the distance of a paragraph from the element: its words count less the farther down it is.
    private static readonly double[] Weights = [1, 1, 0.4, 0.2];

    private readonly Dictionary<PageNode, Home> homes = [];

    public static ParagraphHomes Of(PageNode root)
    {
        var all = new ParagraphHomes();
        all.Add(root);
        return all;
    }

    /// <summary>The child that is the text where much other text stands beside it and none of it lives together as this does; null when none is.</summary>
    /// <param name="node">An element.</param>
    /// <param name="blocks">Its children with running text.</param>
    public PageNode? Outstanding(PageNode node, List<PageNode> blocks)
    {
        if (blocks.Count < 2)
            return null;
        var first = blocks.MaxBy(b => homes[b].Best)!;
        var best = homes[first].Best;
        return first.HasBlock && best >= LeastWords && best >= Together * first.GoodWords && best > homes[node].Here
            && node.GoodWords - first.GoodWords > OthersAreMany * node.GoodWords
            && blocks.TrueForAll(b => b == first || homes[b].Best < Math.Min(best * Lesser, Math.Max(LeastWords, b.GoodWords * Scattered)))
            ? first
            : null;
    }

    private double[] Add(PageNode node)
    {
        var at = new double[Weights.Length];
        at[0] = node.OwnGoodWords;
        var best = 0.0;
        foreach (var child in node.Children.Where(c => c is { IsText: false, GoodWords: > 0 }))
        {
            var under = Add(child);
            for (var i = 1; i < at.Length; i++)
                at[i] += under[i - 1];
            best = Math.Max(best, homes[child].Best);
        }

        var here = at.Zip(Weights, (words, weight) => words * weight).Sum() * node.GoodWords / Math.Max(1, node.Words);
        homes[node] = new(here, Math.Max(here, best));
        return at;
    }

    /// <param name="Here">Weighted words of the paragraphs near the element.</param>
    /// <param name="Best">The most of it and all under it.</param>
    private readonly record struct Home(double Here, double Best);
}
