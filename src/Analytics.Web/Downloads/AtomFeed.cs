using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Analytics.Web.Downloads;

/// <summary>An entry of a feed.</summary>
/// <param name="Key">What it is, the same whenever the feed is made: its id comes from this.</param>
/// <param name="Href">Whole address of the page it is about.</param>
public sealed record FeedEntry(string Key, string Title, string Summary, string Href, DateTimeOffset Published, DateTimeOffset Updated);

/// <summary>An Atom feed (RFC 4287): values in, XML out.</summary>
/// <param name="Key">What the feed is; its id comes from this.</param>
/// <param name="Self">Whole address of the feed.</param>
/// <param name="Alternate">Whole address of the page that shows the same.</param>
/// <param name="Entries">The newest first.</param>
public sealed record AtomFeed(string Key, string Language, string Title, string Author, string Rights, string Self, string Alternate, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>The namespace of RFC 4287.</summary>
    public static readonly XNamespace Names = "http://www.w3.org/2005/Atom";

    /// <summary>When it was first there: what a feed of no entries was last changed. A feed that may have none must say it.</summary>
    public DateTimeOffset? Begun { get; init; }

    public XDocument Write() => new(new XElement(Names + "feed",
        new XAttribute(XNamespace.Xml + "lang", Language),
        Element("id", IdOf(Key)),
        Element("title", Title),
        Element("updated", Time(Entries.Select(e => e.Updated).Append(Entries.Count > 0 ? DateTimeOffset.MinValue : Begun!.Value).Max())),
        new XElement(Names + "author", Element("name", Author)),
        Link("self", Self, "application/atom+xml"),
        Link("alternate", Alternate, "text/html"),
        Element("rights", Rights),
        Entries.Select(Write)));

    /// <summary>A name that stays the same wherever the site stands: a UUID made from the key (version 8 of RFC 9562, from its SHA-256).</summary>
    public static string IdOf(string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("perjam:" + key)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    private static XElement Write(FeedEntry entry) => new(Names + "entry",
        Element("id", IdOf(entry.Key)),
        Element("title", entry.Title),
        Element("published", Time(entry.Published)),
        Element("updated", Time(entry.Updated)),
        Link("alternate", entry.Href, "text/html"),
        Element("summary", entry.Summary));

    private static XElement Element(string name, string value) => new(Names + name, value);

    private static XElement Link(string rel, string href, string type) =>
        new(Names + "link", new XAttribute("rel", rel), new XAttribute("type", type), new XAttribute("href", href));

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
