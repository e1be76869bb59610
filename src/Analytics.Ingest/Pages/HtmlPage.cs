using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Analytics.Models.Claims;

namespace Analytics.Ingest.Pages;

/// <summary>An HTML page as an article: facts from its metadata, text from its main part.</summary>
internal static class HtmlPage
{
    // Deeper elements are attached beside each other: what walks the tree may recurse.
    internal static readonly HtmlParserOptions Options = new() { MaximumDepth = 256, SkipComments = true, DisableElementPositionTracking = true };

    public static async Task<Article> ReadAsync(string markup, Uri? address, CancellationToken stop)
    {
        using var page = await new HtmlParser(Options).ParseDocumentAsync(markup, stop);
        var data = StructuredData.Of(page);
        var facts = PageFacts.Of(page, data, address);
        var blocks = page.Body is { } body ? Text(body, data, facts, facts.Canonical ?? address, stop) : [];
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

    private static List<Block> Text(IElement body, StructuredData data, PageFacts facts, Uri? address, CancellationToken stop)
    {
        var root = PageNode.From(body, stop);
        if (ForumThread.Find(root, data, address) is { } thread)
            return thread.Read(facts.Title, stop);
        Boilerplate.Drop(root, isThread: false, stop);
        stop.ThrowIfCancellationRequested();
        var declared = DeclaredText.Of(data);
        var main = MainContent.Find(root, declared);
        stop.ThrowIfCancellationRequested();
        var written = ArticleParts.Of(root, main, facts.Title).SelectMany(part => BlockWriter.Write(part, null, stop)).ToList();
        var blocks = BlockFilter.Clean(written, facts.Title, stop);
        return declared is not null && DeclaredText.IsMissing(declared, blocks) ? DeclaredText.Blocks(declared, stop) : blocks;
    }
}
