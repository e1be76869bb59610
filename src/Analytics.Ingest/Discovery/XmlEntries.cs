using System.Net;
using Analytics.Ingest.Pages;

namespace Analytics.Ingest.Discovery;

/// <summary>The entries of each XML format, by its root element.</summary>
internal static class XmlEntries
{
    /// <summary>The entries of <paramref name="records"/>, and whether they are sitemaps; null when its root is of no format we know.</summary>
    public static (IEnumerable<ListEntry> Entries, bool IsIndex)? Find(XmlRecords records, Uri address)
    {
        var root = Base(records.RootAttributes, address);
        IEnumerable<ListEntry> All(string name, Func<XmlRecord, Uri, ListEntry?> read) => records.Read(name).Select(r => read(r, Base(r.Attributes, root))).OfType<ListEntry>();
        return records.Root switch
        {
            "rss" or "RDF" => (All("item", Item), false),
            "feed" => (All("entry", AtomEntry), false),
            "urlset" => (All("url", Location), false),
            "sitemapindex" => (All("sitemap", Location), true),
            _ => null,
        };
    }

    /// <summary>An entry, unless <paramref name="link"/> is no web address.</summary>
    public static ListEntry? Entry(string? link, Uri on, string? title, ListDate? published, ListDate? changed) =>
        link is { Length: > 0 and <= 2_048 } && Uri.TryCreate(on, link, out var address) && address.Scheme is "http" or "https"
            ? new(address, Title(title), published?.Day, (changed ?? published)?.Moment)
            : null;

    // RSS of any version. A guid is an address unless it says that it is none; FeedBurner keeps the real one beside its own.
    private static ListEntry? Item(XmlRecord item, Uri on)
    {
        var guid = item.Fields.FirstOrDefault(f => f.IsOwn && f.Name == "guid");
        var link = item.Foreign("origLink") ?? item.Text("link") ?? item.Attributes.GetValueOrDefault("about")
            ?? (guid?.Attributes.GetValueOrDefault("isPermaLink") != "false" && guid?.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? guid.Text : null);
        var published = ListDate.Parse(item.Text("pubDate")) ?? ListDate.Parse(item.Foreign("date"));
        return Entry(link, on, item.Text("title") ?? item.Foreign("title"), published, ListDate.Parse(item.Foreign("updated") ?? item.Foreign("modified")));
    }

    private static ListEntry? AtomEntry(XmlRecord entry, Uri on)
    {
        var links = entry.Fields.Where(f => f.IsOwn && f.Name == "link" && f.Attributes.ContainsKey("href")
            && f.Attributes.GetValueOrDefault("rel", "alternate") is "alternate" or "http://www.iana.org/assignments/relation/alternate").ToList();
        var link = links.FirstOrDefault(l => l.Attributes.GetValueOrDefault("type", "text/html") is "text/html" or "application/xhtml+xml") ?? links.FirstOrDefault();
        return Entry(entry.Foreign("origLink") ?? link?.Attributes["href"], on, entry.Text("title"), ListDate.Parse(entry.Text("published")), ListDate.Parse(entry.Text("updated")));
    }

    // What a sitemap states is a change, not a publication; of news it also states title and publication, deeper than we look.
    private static ListEntry? Location(XmlRecord record, Uri on) => Entry(record.Text("loc"), on, null, null, ListDate.Parse(record.Text("lastmod")));

    private static string? Title(string? written)
    {
        var title = WhiteSpace.Fold(WebUtility.HtmlDecode(written ?? "").Replace('\0', ' '));
        return title.Length switch { 0 => null, <= 300 => title, _ => title[..300] };
    }

    private static Uri Base(IReadOnlyDictionary<string, string> attributes, Uri on) =>
        attributes.TryGetValue("base", out var written) && Uri.TryCreate(on, written, out var address) && address.Scheme is "http" or "https" ? address : on;
}
