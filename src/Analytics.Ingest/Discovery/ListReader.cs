using System.Text.RegularExpressions;
using System.Xml;
using Analytics.Ingest.Fetching;

namespace Analytics.Ingest.Discovery;

/// <summary>
/// Bytes of a feed (RSS 0.9x, 1.0 and 2.0, Atom 1.0, JSON Feed) or a sitemap (XML, an index of sitemaps, plain text; packed with gzip or not) → what it names.
/// What it is shows in the content, not in its media type. Hostile input is read as far as it is sound, under a deadline.
/// Values in, values out: no network.
/// </summary>
/// <param name="rules">Limits on size when unpacked.</param>
/// <param name="deadline">Longest time to read one list.</param>
/// <param name="time">The deadline's clock.</param>
internal sealed partial class ListReader(FetchRules rules, TimeSpan deadline, TimeProvider time)
{
    /// <summary>Rises whenever the same bytes would be read otherwise.</summary>
    public const string Version = "1";

    /// <summary>Most addresses read from one document (sitemaps.org allows as many).</summary>
    public const int MostEntries = 50_000;

    /// <summary>Reads under the house's deadline of 5 seconds.</summary>
    public ListReader(FetchRules rules, TimeProvider time) : this(rules, TimeSpan.FromSeconds(5), time) { }

    /// <param name="content">The bytes as fetched.</param>
    /// <param name="charset">The charset HTTP named; null when it named none.</param>
    /// <param name="address">Where the list is; resolves relative addresses.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public ListContent Read(byte[] content, string? charset, Uri address, CancellationToken stop)
    {
        try
        {
            if (content is [0x1f, 0x8b, ..])
                content = Unpacking.Unpack(content, "gzip", rules);
        }
        catch (RefusedException fault)
        {
            return ListContent.Unreadable($"is not read: {fault.Message}");
        }

        var text = Controls().Replace(Charset.Decode(content, charset).TrimStart(), "");
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        return text switch
        {
            _ when WebPage().IsMatch(text) => ListContent.Unreadable("is a web page, not a feed or sitemap"),
            ['<', ..] when XmlScan.WhyRefused(text) is { } why => ListContent.Unreadable(why),
            ['<', ..] => FromXml(text, address, either.Token, stop),
            ['{', ..] => JsonFeed.Read(text, address),
            _ => PlainSitemap.Read(text),
        };
    }

    private ListContent FromXml(string text, Uri address, CancellationToken either, CancellationToken stop)
    {
        var (pages, sitemaps) = (new List<ListEntry>(), new List<ListEntry>());
        ListContent So(string? trouble) => new(pages, sitemaps, trouble);
        try
        {
            using var records = new XmlRecords(NamedEntity().Replace(text, m => System.Net.WebUtility.HtmlDecode(m.Value)), either);
            if (XmlEntries.Find(records, address) is not var (entries, isIndex))
                return So($"is no feed or sitemap: its root element is '{Shown(records.Root)}'");
            foreach (var entry in entries)
            {
                if (pages.Count + sitemaps.Count == MostEntries)
                    return So(TooMany);
                (isIndex ? sitemaps : pages).Add(entry);
            }

            return So(null);
        }
        catch (XmlException fault)
        {
            var line = fault.LineNumber > 0 && !fault.Message.Contains($"Line {fault.LineNumber}", StringComparison.Ordinal) ? $" Line {fault.LineNumber}, position {fault.LinePosition}." : "";
            return So($"is broken XML, read up to there: {Shown(fault.Message)}{line}".TrimEnd('.'));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return So($"took longer than {deadline.TotalSeconds:0.#} s to read");
        }
    }

    /// <summary>Said of a list that names more than <see cref="MostEntries"/>.</summary>
    public static string TooMany => $"names more than {MostEntries} addresses; the first {MostEntries} were read";

    /// <summary>Somebody else's words as they may stand in a sentence of ours.</summary>
    public static string Shown(string text) => text.Length <= 200 ? text : text[..200] + "…";

    // XML allows none of these, and content systems send them all the same.
    [GeneratedRegex(@"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")]
    private static partial Regex Controls();

    [GeneratedRegex(@"^<(!doctype\s+)?html\b", RegexOptions.IgnoreCase)]
    private static partial Regex WebPage();

    // HTML's names for characters, which XML does not know. Unknown ones stay and break the list where they stand.
    [GeneratedRegex("&(?!(amp|lt|gt|quot|apos);)[A-Za-z]{2,10}[0-9]{0,2};")]
    private static partial Regex NamedEntity();
}
