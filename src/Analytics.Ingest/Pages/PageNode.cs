using AngleSharp.Dom;

namespace Analytics.Ingest.Pages;

/// <summary>
/// A page's element or text as the extraction needs it: AngleSharp's tree copied once, without what is never text, and with counts of words
/// that are kept up when parts are dropped.
/// </summary>
internal sealed class PageNode
{
    private static readonly List<PageNode> None = [];

    private PageNode(string name, PageNode? parent, List<PageNode> children) => (Name, Parent, Children) = (name, parent, children);

    /// <summary>Tag in lower case, or <c>#text</c>.</summary>
    public string Name { get; }

    public PageNode? Parent { get; }

    /// <summary>Null for text.</summary>
    public IElement? Element { get; private init; }

    /// <summary>Of a text node; empty otherwise.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Empty for text, and stays so.</summary>
    public List<PageNode> Children { get; }

    /// <summary>What class and id say.</summary>
    public NameMarks Marks { get; private init; } = NameMarks.None;

    /// <summary>Whether the node stands on lines of its own: a block element, or one that holds a block.</summary>
    public bool IsBlock { get; private set; }

    /// <summary>Whether something under it is a block.</summary>
    public bool HasBlock { get; private set; }

    public int Words { get; private set; }

    /// <summary>Words inside links.</summary>
    public int LinkWords { get; private set; }

    /// <summary>Words of running text: in paragraphs long enough and not made of links.</summary>
    public int GoodWords { get; private set; }

    /// <summary>Words of running text that stand in this element itself and in no block under it.</summary>
    public int OwnGoodWords { get; private set; }

    public bool IsText => Name == "#text";

    public double LinkShare => Words == 0 ? 0 : (double)LinkWords / Words;

    public string? Attribute(string name) => Element?.GetAttribute(name);

    /// <summary>Copies the tree under <paramref name="element"/>; the counts are there.</summary>
    public static PageNode From(IElement element, CancellationToken stop)
    {
        var root = Copy(element, null, [], stop);
        root.Count(inLink: false);
        return root;
    }

    public void CountAgain() => Count(inLink: Ancestors().Any(a => a.Name == "a"));

    public IEnumerable<PageNode> Ancestors()
    {
        for (var node = Parent; node is not null; node = node.Parent)
            yield return node;
    }

    /// <summary>The node and all elements under it, in order.</summary>
    public IEnumerable<PageNode> Elements()
    {
        var open = new Stack<PageNode>();
        open.Push(this);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                if (!node.Children[i].IsText)
                    open.Push(node.Children[i]);
            }
        }
    }

    /// <summary>All text under the node, white space folded.</summary>
    public string FoldedText()
    {
        var text = new System.Text.StringBuilder();
        AppendText(text);
        return WhiteSpace.Fold(text.ToString());
    }

    private void AppendText(System.Text.StringBuilder text)
    {
        if (IsText)
            text.Append(Text);
        if (IsBlock || Name == "br")
            text.Append(' ');
        foreach (var child in Children)
            child.AppendText(text);
        if (IsBlock)
            text.Append(' ');
    }

    private static PageNode Copy(IElement element, PageNode? parent, Dictionary<(string? Classes, string? Id), NameMarks> known, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var node = new PageNode(element.LocalName, parent, []) { Element = element, Marks = NameMarks.Of(element, known) };
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IText { Data: { Length: > 0 } text })
                node.Children.Add(new PageNode("#text", node, None) { Text = text, Words = WhiteSpace.CountWords(text) });
            else if (children[i] is IElement inner && (!Tags.NeverText.Contains(inner.LocalName) || IsFoldedQuestion(inner)))
                node.Children.Add(Copy(inner, node, known, stop));
        }

        node.HasBlock = node.Children.Exists(c => c.IsBlock);
        node.IsBlock = node.HasBlock || Tags.Block.Contains(node.Name);
        return node;
    }

    // Questions that unfold their answer are written as a button inside a heading.
    private static bool IsFoldedQuestion(IElement button) =>
        button.LocalName == "button" && button.ParentElement is { } around && (Tags.HeadingLevel(around.LocalName) > 1 || around.LocalName is "dt" or "summary");

    private void Count(bool inLink)
    {
        if (IsText)
        {
            LinkWords = inLink ? Words : 0;
            return;
        }

        (Words, LinkWords, GoodWords, OwnGoodWords) = (0, 0, 0, 0);
        var run = (Words: 0, Links: 0, Breaks: 0);
        foreach (var child in Children)
        {
            child.Count(inLink || Name == "a");
            Words += child.Words;
            LinkWords += child.LinkWords;
            GoodWords += child.GoodWords;
            run.Breaks = child.Name == "br" ? run.Breaks + 1 : child.Words > 0 ? 0 : run.Breaks;
            if (child.IsBlock || run.Breaks > 1)
                Close(ref run);
            else if (!child.IsText || child.Words > 0)
                run = (run.Words + child.Words, run.Links + child.LinkWords, run.Breaks);
        }

        if (IsBlock)
            Close(ref run);
        GoodWords += OwnGoodWords;
    }

    private void Close(ref (int Words, int Links, int Breaks) run)
    {
        const int leastWords = 8;
        if (run.Words >= leastWords && run.Links <= run.Words * 0.4)
            OwnGoodWords += run.Words - run.Links;
        run = default;
    }
}
