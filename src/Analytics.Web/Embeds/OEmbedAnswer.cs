using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Analytics.Web.Charts;

namespace Analytics.Web.Embeds;

/// <summary>The largest width and height that whoever embeds has room for, in pixels; null for any.</summary>
internal readonly record struct OEmbedRoom(int? Width, int? Height);

/// <summary>What is told of a chart to those who embed it (oEmbed 1.0, type rich): values in, the fields out, in one order for both formats.</summary>
/// <param name="Site">Scheme and host.</param>
internal sealed record OEmbedAnswer(string Site, OEmbedTarget Target, OEmbedRoom Room)
{
    /// <summary>Seconds that an answer may be kept.</summary>
    public const int Age = 300;

    // A column of an article; whoever has less room says so.
    private const int UsualWidth = 800;

    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>Name and value: a string, or a whole number.</summary>
    public IReadOnlyList<(string Name, object Value)> Fields()
    {
        var (chart, text) = (Target.Chart, Target.Chart.Asked.Text);
        var width = Math.Min(Room.Width ?? UsualWidth, UsualWidth);
        // Where that is less than the chart needs, the frame scrolls within the room there is, unless a script of the page makes it higher.
        var height = Math.Min(EmbedHeight.At(chart, width), Room.Height ?? int.MaxValue);
        return
        [
            ("type", "rich"), ("version", "1.0"), ("title", chart.Series.Title),
            ("author_name", text["site.name"]), ("author_url", Site + chart.Page()), ("provider_name", text["site.name"]), ("provider_url", $"{Site}/"),
            ("cache_age", Age), ("html", EmbedSnippet.Bare(Site + chart.Embed(Target.Theme), chart.Series.Title, width, height)), ("width", width), ("height", height),
            .. Thumbnail(),
        ];
    }

    public byte[] Json()
    {
        var document = new JsonObject();
        foreach (var (name, value) in Fields())
            document[name] = value is int number ? JsonValue.Create(number) : JsonValue.Create((string)value);
        return JsonSerializer.SerializeToUtf8Bytes(document, Format);
    }

    public byte[] Xml()
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
            new XDocument(new XDeclaration("1.0", "utf-8", "yes"), new XElement("oembed", Fields().Select(field => new XElement(field.Name, Readable(field.Value))))).Save(writer);
        return bytes.ToArray();
    }

    // All three or none: there is no picture smaller than a chart can be drawn.
    private IEnumerable<(string Name, object Value)> Thumbnail()
    {
        var width = Math.Min(SocialPicture.Widest, Math.Min(Room.Width ?? int.MaxValue, (int)((Room.Height ?? int.MaxValue) / SocialPicture.Ratio)));
        while (width >= ChartSize.Least && SocialPicture.HeightAt(width) > (Room.Height ?? int.MaxValue))
            width--;
        if (width < ChartSize.Least)
            return [];
        var size = width == SocialPicture.Widest ? null : width.ToString(CultureInfo.InvariantCulture);
        return [("thumbnail_url", Site + Target.Chart.File("png", ("size", "social"), ("width", size))), ("thumbnail_width", width), ("thumbnail_height", SocialPicture.HeightAt(width))];
    }

    // A name may hold what XML cannot: it is left away.
    private static string Readable(object value) => value is string text ? string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or '\r' or (>= ' ' and not 0xfffe and not 0xffff)))
        : ((int)value).ToString(CultureInfo.InvariantCulture);
}
