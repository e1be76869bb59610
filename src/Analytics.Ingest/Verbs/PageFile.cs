using Analytics.Ingest.Pages;
using Analytics.Models.Claims;

namespace Analytics.Ingest.Verbs;

/// <summary>A saved page on disk.</summary>
internal static class PageFile
{
    /// <summary>Media type by the ending of the name: HTML for .html, .htm and .xhtml, plain text for anything else.</summary>
    public static string ContentType(string file) => Path.GetExtension(file).ToLowerInvariant() is ".html" or ".htm" or ".xhtml" ? "text/html" : "text/plain";

    /// <summary>The article in <paramref name="file"/>.</summary>
    /// <exception cref="WrongUseException">It cannot be opened or read.</exception>
    public static async Task<Article> ReadAsync(string file, CancellationToken stop)
    {
        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(file, stop);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{file} cannot be read: {fault.Message}");
        }

        return await new PageReader(TimeProvider.System).ReadAsync(content, ContentType(file), null, null, stop) switch
        {
            PageReading.Read read => read.Article,
            PageReading.Refused refused => throw new WrongUseException($"{file}: {refused.Sentence}"),
            _ => throw new InvalidOperationException("A page reading is either read or refused."),
        };
    }
}
