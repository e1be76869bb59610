using Analytics.Ingest.Fetching;
using Analytics.Ingest.Pages;
using Analytics.Models.Claims;

namespace Analytics.Ingest.Verbs;

/// <summary>A saved page on disk.</summary>
internal static class PageFile
{
    /// <summary>Media type by the ending of the name: HTML for .html, .htm and .xhtml, plain text for anything else.</summary>
    public static string ContentType(string file) => Path.GetExtension(file).ToLowerInvariant() is ".html" or ".htm" or ".xhtml" ? "text/html" : "text/plain";

    /// <summary>The bytes of <paramref name="file"/>.</summary>
    /// <exception cref="WrongUseException">It cannot be opened, or is larger than a page may be.</exception>
    public static byte[] Bytes(string file) => NamedFile.Read(file, path =>
    {
        var (limit, length) = (new FetchRules { Contact = "" }.LargestBody, new FileInfo(path).Length);
        return length <= limit ? File.ReadAllBytes(path)
            : throw new WrongUseException($"{path} has {length} bytes; a page may have at most {limit}. Leave it out, or save the page without its pictures.");
    });

    /// <summary>The article in <paramref name="file"/>.</summary>
    /// <exception cref="WrongUseException">It cannot be opened or read.</exception>
    public static async Task<Article> ReadAsync(string file, CancellationToken stop) =>
        await new PageReader(TimeProvider.System).ReadAsync(Bytes(file), ContentType(file), null, null, stop) switch
        {
            PageReading.Read read => read.Article,
            PageReading.Refused refused => throw new WrongUseException($"{file}: {refused.Sentence} Leave it out, or save the page again as HTML or text."),
            _ => throw new InvalidOperationException("A page reading is either read or refused."),
        };
}
