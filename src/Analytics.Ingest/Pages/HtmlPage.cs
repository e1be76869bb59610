using System.Collections.Frozen;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using Analytics.Models.Claims;

namespace Analytics.Ingest.Pages;

/// <summary>An HTML page as an article: facts from its metadata, text from its main part.</summary>
internal static class HtmlPage
{
    // Deeper elements are attached beside each other: what walks the tree may recurse.
    internal static readonly HtmlParserOptions Options = new()
    {
        MaximumDepth = 256,
        SkipComments = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = (ref StructHtmlToken _, ReadOnlyMemory<char> name) => ReadAttributes.Contains(name.Span),
    };

    // What nothing here asks for is left out of the tree: addresses of pictures, handlers, the data of scripts. The parser itself asks for the last line's.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReadAttributes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "id", "class", "role", "itemprop", "itemscope", "itemtype", "datetime", "value", "href", "rel", "property", "name", "content", "hidden", "style", "aria-hidden",
        "lang", "xml:lang", "http-equiv", "author", "data-author", "data-username", "colspan", "rowspan",
        "type", "encoding", "color", "face", "size").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly IConfiguration Parsing = new Configuration();

    // Less than a paragraph.
    private const int FewestWords = 40;

    public static async Task<Article> ReadAsync(string markup, Uri? address, CancellationToken stop)
    {
        using var page = await new HtmlParser(Options, BrowsingContext.New(Parsing)).ParseDocumentAsync(markup, stop);
        var told = TellingElements.Of(page);
        var data = StructuredData.Of(told);
        var facts = PageFacts.Of(page, told, data, address);
        var blocks = page.Body is { } body ? Text(body, told, data, facts, facts.Canonical ?? address, stop) : [];
        return new Article
        {
            Blocks = blocks,
            Title = facts.Title,
            Author = facts.Author,
            Site = facts.Site,
            Published = facts.Published,
            Language = facts.Language ?? PageLanguage.Recognise(blocks.Select(b => b.Text)),
            Country = facts.Country,
            Canonical = facts.Canonical,
            Offers = JobOffers.Of(data),
        };
    }

    private static List<Block> Text(IElement body, TellingElements told, StructuredData data, PageFacts facts, Uri? address, CancellationToken stop)
    {
        var root = PageNode.From(body, stop);
        if (ForumThread.Find(root, told, data, facts.SaysArticle, address) is { } thread)
            return thread.Read(facts.Title, stop);
        var declared = DeclaredText.Of(data);
        var running = root.GoodWords;
        var blocks = ArticleOf(root, declared, facts.Title, byNames: true, stop);
        // A page whose names mislead has lost nearly all of its text: once more without them.
        if (Words(blocks) < Math.Min(FewestWords, running / 4)
            && ArticleOf(PageNode.From(body, stop), declared, facts.Title, byNames: false, stop) is var more && Words(more) > 3 * Words(blocks))
            blocks = more;
        return declared is not null && DeclaredText.IsMissing(declared, blocks) ? DeclaredText.Blocks(declared, stop) : blocks;
    }

    private static List<Block> ArticleOf(PageNode root, string? declared, string? title, bool byNames, CancellationToken stop)
    {
        Boilerplate.Drop(root, isThread: false, byNames, stop);
        stop.ThrowIfCancellationRequested();
        var main = MainContent.Find(root, declared);
        stop.ThrowIfCancellationRequested();
        return BlockFilter.Clean([.. ArticleParts.Of(root, main, title).SelectMany(part => BlockWriter.Write(part, null, stop))], title, stop);
    }

    private static int Words(List<Block> blocks) => blocks.Sum(b => WhiteSpace.CountWords(b.Text));
}
