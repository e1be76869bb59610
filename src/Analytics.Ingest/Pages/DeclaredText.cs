using AngleSharp.Html.Parser;
using Analytics.Models.Claims;

namespace Analytics.Ingest.Pages;

/// <summary>
/// The text a page declares in its metadata: an article's <c>articleBody</c>, a job's <c>description</c>. It tells where the text is;
/// on pages that only a browser's script fills it is all the text there is.
/// </summary>
internal static class DeclaredText
{
    private const int LeastWords = 60;

    /// <summary>The declared text, line ends and markup as they are; null when none of use is declared.</summary>
    public static string? Of(StructuredData data)
    {
        var written = data.Article is { } article ? StructuredData.Raw(article, "articleBody") : null;
        written ??= data.OfType("JobPosting").Select(job => StructuredData.Raw(job, "description")).FirstOrDefault(d => d is not null);
        return written is not null && WhiteSpace.CountWords(written) >= LeastWords ? written : null;
    }

    /// <summary>Whether hardly any of the declared text stands on the page.</summary>
    public static bool IsMissing(string declared, List<Block> blocks) =>
        blocks.Sum(b => WhiteSpace.CountWords(b.Text)) < WhiteSpace.CountWords(declared) * 0.3;

    public static List<Block> Blocks(string declared, CancellationToken stop)
    {
        if (!declared.Contains("</", StringComparison.Ordinal))
            return [.. PlainText.Read(declared).Blocks];
        using var page = new HtmlParser(HtmlPage.Options).ParseDocument(declared);
        return BlockWriter.Write(PageNode.From(page.Body!, stop), null, stop);
    }
}
