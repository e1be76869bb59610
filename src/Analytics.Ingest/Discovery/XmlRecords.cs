using System.Text;
using System.Xml;

namespace Analytics.Ingest.Discovery;

/// <summary>A child of a record: its name, whether it is of the record's own namespace, its attributes, and all text within it.</summary>
internal sealed record XmlField(string Name, bool IsOwn, IReadOnlyDictionary<string, string> Attributes, string Text);

/// <summary>An element that is one of many alike: an item, an entry, a url.</summary>
/// <param name="Attributes">By local name; <c>xml:base</c> is <c>base</c>.</param>
internal sealed record XmlRecord(IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<XmlField> Fields)
{
    /// <summary>The text of the first own field called <paramref name="name"/>; null when there is none or it is empty.</summary>
    public string? Text(string name) => Fields.FirstOrDefault(f => f.IsOwn && f.Name == name && f.Text.Length > 0)?.Text;

    /// <summary>The same in any namespace but the record's own.</summary>
    public string? Foreign(string name) => Fields.FirstOrDefault(f => !f.IsOwn && f.Name == name && f.Text.Length > 0)?.Text;
}

/// <summary>
/// XML that <see cref="XmlScan"/> has nothing against, as a stream of records. A document type is passed over unread, so nothing outside is asked for;
/// depth and length of what is kept are limited, whatever lies below or beyond is passed over while it streams by.
/// </summary>
internal sealed class XmlRecords : IDisposable
{
    private const int MostDepth = 100, MostFields = 200, LongestText = 4_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    private readonly XmlReader reader;
    private readonly CancellationToken stop;

    /// <exception cref="XmlException">It does not begin as XML does.</exception>
    public XmlRecords(string text, CancellationToken stop)
    {
        this.stop = stop;
        reader = XmlReader.Create(new StringReader(text), Settings);
        reader.MoveToContent();
        (Root, RootAttributes) = (reader.LocalName, Attributes());
    }

    /// <summary>Local name of the root element.</summary>
    public string Root { get; }

    public IReadOnlyDictionary<string, string> RootAttributes { get; }

    /// <summary>The elements called <paramref name="name"/>, wherever they stand, one by one.</summary>
    /// <exception cref="XmlException">It is broken, or deeper than <see cref="MostDepth"/>; what came before stands.</exception>
    /// <exception cref="OperationCanceledException">It takes too long.</exception>
    public IEnumerable<XmlRecord> Read(string name)
    {
        while (Next())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name)
                yield return Record();
        }
    }

    public void Dispose() => reader.Dispose();

    private XmlRecord Record()
    {
        var (depth, space) = (reader.Depth, reader.NamespaceURI);
        var record = (Attributes: Attributes(), Fields: new List<XmlField>());
        if (!reader.IsEmptyElement)
        {
            while (Next() && reader.Depth > depth)
            {
                if (reader.NodeType == XmlNodeType.Element && record.Fields.Count < MostFields)
                    record.Fields.Add(Field(space));
            }
        }

        return new(record.Attributes, record.Fields);
    }

    private XmlField Field(string space)
    {
        var (name, isOwn, depth, attributes) = (reader.LocalName, reader.NamespaceURI == space, reader.Depth, Attributes());
        var text = new StringBuilder();
        if (!reader.IsEmptyElement)
        {
            while (Next() && reader.Depth > depth)
            {
                if (reader.HasValue && text.Length < LongestText)
                    text.Append(reader.Value.AsSpan(0, Math.Min(reader.Value.Length, LongestText)));
            }
        }

        return new(name, isOwn, attributes, text.ToString().Trim());
    }

    private bool Next()
    {
        stop.ThrowIfCancellationRequested();
        if (!reader.Read())
            return false;
        return reader.Depth <= MostDepth ? true
            : throw new XmlException($"Elements are nested more than {MostDepth} deep.", null, Line.LineNumber, Line.LinePosition);
    }

    private IXmlLineInfo Line => (IXmlLineInfo)reader;

    private Dictionary<string, string> Attributes()
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(reader.AttributeCount, MostFields); i++)
        {
            reader.MoveToAttribute(i);
            if (reader.Value.Length <= LongestText)
                attributes.TryAdd(reader.LocalName, reader.Value);
        }

        if (reader.NodeType == XmlNodeType.Attribute)
            reader.MoveToElement();
        return attributes;
    }
}
