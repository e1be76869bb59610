using Analytics.Ingest.Pages;
using Analytics.Models;
using Analytics.Models.Claims;
using Analytics.Models.Platforms;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Steps;

/// <summary>What came of one page.</summary>
/// <param name="Facts">Its record, which says why where nothing could be read.</param>
internal sealed record PageRead(PageRecord Facts, Reading Reading);

/// <summary>From a page's bytes to what it says: the page reader, then the claim reader.</summary>
internal sealed class PageClaims(ClaimReader reader, PageReader pages)
{
    /// <summary>A reader that knows the platforms of <paramref name="catalogue"/>.</summary>
    public static PageClaims For(Catalogue catalogue, TimeProvider time) => new(
        new ClaimReader([.. catalogue.Platforms.Select(p => new GazetteerEntry(p.Slug, p.Name, p.Aliases, p.TaskTypes))]), new PageReader(time));

    /// <summary>Reads <paramref name="article"/>.</summary>
    public Reading Read(Article article, CancellationToken stop) => reader.Read(article, stop);

    /// <summary>Reads <paramref name="page"/>; one that cannot be read has no claims and says why.</summary>
    public async Task<PageRead> ReadAsync(SourcePage page, CancellationToken stop)
    {
        var address = Uri.TryCreate(page.Address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
        switch (await pages.ReadAsync(page.Content, page.ContentType, page.Charset, address, stop))
        {
            case PageReading.Read read:
                var article = read.Article with
                {
                    Language = read.Article.Language ?? page.StatedLanguage,
                    Published = read.Article.Published ?? page.StatedDate,
                };
                return new(Facts(page, article), reader.Read(article, stop));
            case PageReading.Refused refused:
                return Refused(page, refused.Reason, refused.Sentence);
            default:
                throw new InvalidOperationException("A page reading is either read or refused.");
        }
    }

    /// <summary>A page that nothing was read from, for <paramref name="reason"/>.</summary>
    public static PageRead Refused(SourcePage page, UnreadableReason reason, string sentence) => Unread(page, Term.Of(reason), sentence);

    /// <summary>A page that nothing was read from.</summary>
    public static PageRead Unread(SourcePage page, string outcome, string sentence) => new(
        new(page.Id, ClaimReader.Version, outcome, sentence, null, null, null, page.StatedDate, page.StatedLanguage, null, 0), new([], [], []));

    private static PageRecord Facts(SourcePage page, Article article) => new(
        page.Id, ClaimReader.Version, "read", null, article.Title, article.Author, article.Site,
        article.Published, article.Language, article.Country, article.Blocks.Count)
    { Canonical = article.Canonical is { } own ? PageAddress.Spell(own) : null };
}
