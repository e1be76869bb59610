using System.Text;
using Analytics.Models.Claims;

namespace Analytics.Ingest.Pages;

/// <summary>Walks a container and writes its text as blocks in reading order.</summary>
internal sealed class BlockWriter(CancellationToken stop)
{
    private readonly List<Block> blocks = [];
    private readonly HashSet<string> captions = [];
    private readonly StringBuilder run = new();
    private int runWords;
    private int runLinkWords;

    /// <summary>The blocks under <paramref name="node"/>, unfiltered but for lists, boxes and lines that are nothing but links.</summary>
    /// <param name="node">The container.</param>
    /// <param name="author">Who wrote them; null outside threads.</param>
    /// <param name="stop">The page's deadline.</param>
    public static List<Block> Write(PageNode node, string? author, CancellationToken stop)
    {
        var writer = new BlockWriter(stop);
        writer.Visit(node, new Place(BlockKind.Paragraph, 0));
        writer.Flush(new Place(BlockKind.Paragraph, 0));
        return author is null ? writer.blocks : [.. writer.blocks.Select(b => b with { Author = author })];
    }

    private void Visit(PageNode node, Place place)
    {
        stop.ThrowIfCancellationRequested();
        var inner = PlaceOf(node, place);
        if (node.IsBlock)
            Flush(place);
        if (node.Name == "table" && TableRows.Read(node) is { } rows)
            blocks.AddRange(rows);
        else if (!IsLinkBox(node) && !IsCaptionAgain(node))
            VisitChildren(node, inner);
        if (node.IsBlock)
            Flush(inner);
    }

    private void VisitChildren(PageNode node, Place place)
    {
        var breaks = 0;
        foreach (var child in node.Children)
        {
            breaks = child.Name == "br" ? breaks + 1 : child.Words > 0 ? 0 : breaks;
            if (child.IsText)
                Append(child);
            else if (child.Name == "br")
                run.Append(' ');
            else
                Visit(child, place);
            if (breaks > 1)
                Flush(place);
        }
    }

    // Small and large copies of a picture have the same words under them.
    private bool IsCaptionAgain(PageNode node) =>
        (node.Name == "figcaption" || node.Marks.IsCaption) && node.IsBlock && node.FoldedText() is { Length: > 0 } caption && !captions.Add(caption);

    private void Append(PageNode text)
    {
        run.Append(text.Text);
        runWords += text.Words;
        runLinkWords += text.LinkWords;
    }

    private static Place PlaceOf(PageNode node, Place outer) => node.Name switch
    {
        "blockquote" or "q" when node.IsBlock => new(BlockKind.Quote, 0),
        "li" or "dd" => outer.Kind == BlockKind.Quote ? outer : new(BlockKind.ListItem, 0),
        "dt" or "summary" => new(BlockKind.Heading, 6),
        _ when Tags.HeadingLevel(node.Name) is var level and > 0 => new(BlockKind.Heading, level),
        _ => outer,
    };

    // A list or box that is mostly links is navigation; a list of two links within a text may be its sources.
    private static bool IsLinkBox(PageNode node)
    {
        if (node.Name is not ("ul" or "ol" or "div" or "section" or "table" or "dl") || node.Words < 4 || node.GoodWords > 0 || node.Marks.IsSources)
            return false;
        var links = node.Elements().Count(e => e.Name == "a");
        return links > 1 && node.LinkShare > (node.Name is "ul" or "ol" ? 0.75 : 0.6);
    }

    private void Flush(Place place)
    {
        var text = WhiteSpace.Fold(run.ToString());
        var allLinks = runWords >= 3 && runLinkWords >= runWords * 0.9;
        var mostLinks = runLinkWords >= runWords * 0.5;
        run.Clear();
        (runWords, runLinkWords) = (0, 0);
        if (text.Length == 0 || !text.Any(char.IsLetterOrDigit))
            return;
        // A paragraph that is one link leads away, unless it is a sentence; so does "Baca juga: …", linked or with its colon.
        if (place.Kind == BlockKind.Paragraph && allLinks && !EndsSentence(text))
            return;
        if (place.Kind != BlockKind.Heading && Phrases.LeadsElsewhere(text) && (mostLinks || text.Length < 160 && text.Contains(':', StringComparison.Ordinal)))
            return;
        blocks.Add(new Block(place.Kind, text) { Level = place.Level });
    }

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or ':' or '…' or '"' or '”' or '。' or '！' or '？' or '」' or '؟' or '۔' or '।';

    private readonly record struct Place(BlockKind Kind, int Level);
}
