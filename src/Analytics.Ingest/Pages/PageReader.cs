using Analytics.Ingest.Fetching;
using Analytics.Models.Claims;

namespace Analytics.Ingest.Pages;

/// <summary>
/// Bytes of a page → its article. Hostile input is refused or given up under a deadline; nothing a page holds ends the process
/// or keeps it for long. Values in, values out: no network.
/// </summary>
/// <param name="deadline">Longest time to parse and read one page.</param>
/// <param name="time">The deadline's clock.</param>
public sealed class PageReader(TimeSpan deadline, TimeProvider time)
{
    /// <summary>Reads a page under the house's deadline of 5 seconds.</summary>
    public PageReader(TimeProvider time) : this(TimeSpan.FromSeconds(5), time) { }

    /// <param name="content">The bytes as fetched or as in the file.</param>
    /// <param name="contentType">Media type; null when unknown, then the content decides between HTML and plain text.</param>
    /// <param name="charset">The charset HTTP named; null when it named none.</param>
    /// <param name="address">Where the page is; resolves what it says of its own address, and tells its country. Null for a file.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public async Task<PageReading> ReadAsync(byte[] content, string? contentType, string? charset, Uri? address, CancellationToken stop)
    {
        var name = address?.ToString() ?? "The page";
        if (WhyNotText(content, contentType) is { } what)
            return new PageReading.Refused(UnreadableReason.NotText, $"{name} is not read: it is {what}, neither HTML nor plain text.");
        var text = Charset.Decode(content, charset);
        if (!IsHtml(text, contentType))
            return Made(PlainText.Read(text), name);
        if (MarkupScan.WhyRefused(text) is { } why)
            return new PageReading.Refused(UnreadableReason.TooManyOpenTags, $"{name} is not read: {why}.");
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            return Made(await HtmlPage.ReadAsync(text, address, either.Token), name);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new PageReading.Refused(UnreadableReason.DeadlinePassed, $"{name} is not read: it took longer than {deadline.TotalSeconds:0.#} s to parse.");
        }
    }

    private static PageReading Made(Article article, string name) => article.Blocks.Count == 0 && article.Offers.Count == 0
        ? new PageReading.Refused(UnreadableReason.Empty, $"{name} holds no text to read.")
        : new PageReading.Read(article);

    private static string? WhyNotText(byte[] content, string? contentType)
    {
        if (contentType is not (null or "text/html" or "application/xhtml+xml" or "text/plain" or "text/xml" or "application/xml"))
            return contentType;
        if (content.AsSpan().StartsWith("%PDF"u8))
            return "a PDF";
        // UTF-16 has zero bytes too, but says so with its mark.
        var marked = content is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];
        var head = content.AsSpan(0, Math.Min(content.Length, 4_096));
        return !marked && head.Count((byte)0) > head.Length / 100 ? "binary" : null;
    }

    private static bool IsHtml(string text, string? contentType)
    {
        if (contentType is not null)
            return contentType != "text/plain";
        var head = text.AsSpan(0, Math.Min(text.Length, 2_048)).TrimStart();
        return head.StartsWith("<", StringComparison.Ordinal)
            || ((string[])["<html", "<body", "<p>", "<div", "<h1", "<br"]).Any(tag => text.AsSpan(0, Math.Min(text.Length, 8_192)).Contains(tag, StringComparison.OrdinalIgnoreCase));
    }
}
