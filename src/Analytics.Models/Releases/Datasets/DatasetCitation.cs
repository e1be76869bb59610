using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Analytics.Models.Releases.Datasets;

/// <summary>
/// How a release, a table of it, or an extract of a table is cited, in English. What identifies it is its address, which never shows anything else, and the release id.
/// </summary>
public sealed record DatasetCitation(DatasetHead Head)
{
    private static readonly Codebook Book = Codebook.English;

    /// <summary>The table that is cited; null for the release as a whole.</summary>
    public DatasetTable? Table { get; init; }

    /// <summary>Ending of the cited file's format.</summary>
    public string Format { get; init; } = "csv";

    /// <summary>What the rows of an extract have in common, in the order in which the address has it; a column may stand several times, for any of its values. Empty for a whole table.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Filter { get; init; } = [];

    /// <summary>When the reader had it; null leaves it out, which may be done as the address shows the same for ever.</summary>
    public DateOnly? Accessed { get; init; }

    /// <summary>What is cited: release, table and filter in words.</summary>
    public string Title
    {
        get
        {
            var simulated = Head.Release.Simulated ? $", {Book.Dataset.Simulated}" : "";
            var release = string.Create(CultureInfo.InvariantCulture, $"{Book.Dataset.Name} (release {Head.Release.Number}{simulated})");
            return Table is null ? release : $"{release}, table {Table.Name}{FilterInWords()}";
        }
    }

    /// <summary>Where exactly this is for ever.</summary>
    public string Address => Table is null ? Head.Address : Head.AddressOf($"{Table.Name}.{Format}") + Query();

    /// <summary>Letters, digits and underscores that tell this from anything else that may be cited of PerJam.</summary>
    public string Key
    {
        get
        {
            var whole = string.Concat("perjam_", Head.Release.Id, Table is null ? "" : $"_{Table.Name}");
            var extract = Filter.Count == 0 ? "" : "_" + Storage.Key.Of(Address)[..8];
            return string.Concat(whole.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')) + extract;
        }
    }

    private string Year => Head.Day.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>APA, as plain text in one line.</summary>
    public string Apa()
    {
        var seen = Accessed is { } day ? $"Retrieved {day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}, from " : "";
        return $"{DatasetHead.Publisher}. ({Year}). {Title} (Version {Head.Release.Id}) [Data set]. {seen}{Address}";
    }

    /// <summary>An entry of BibTeX; letters beyond ASCII stay as they are, in UTF-8.</summary>
    public string BibTeX()
    {
        var fields = new List<(string Name, string Value)>
        {
            ("author", $"{{{DatasetHead.Publisher}}}"),
            ("title", $"{{{LaTeX(Title)}}}"),
            ("year", Year),
            ("month", Head.Day.Month.ToString(CultureInfo.InvariantCulture)),
            ("publisher", DatasetHead.Publisher),
            ("version", LaTeX(Head.Release.Id)),
            ("url", Address),
            ("note", $"Data set, snapshot {LaTeX(Head.Release.Id)}"),
        };
        if (Accessed is { } day)
            fields.Add(("urldate", Iso(day)));
        return $"@misc{{{Key},\n{string.Join(",\n", fields.Select(f => $"  {f.Name} = {{{f.Value}}}"))}\n}}\n";
    }

    /// <summary>A record of RIS.</summary>
    public string Ris()
    {
        var lines = new List<(string Tag, string Value)>
        {
            ("TY", "DATA"), ("ID", Key), ("AU", DatasetHead.Publisher), ("TI", Title), ("PY", Year), ("DA", Slashed(Head.Day)), ("ET", Head.Release.Id), ("PB", DatasetHead.Publisher), ("LA", "en"),
            ("UR", Address), ("N1", $"Snapshot {Head.Release.Id}"),
        };
        if (Accessed is { } day)
            lines.Add(("Y2", Slashed(day)));
        return string.Concat(lines.Select(l => $"{l.Tag}  - {InOneLine(l.Value)}\r\n")) + "ER  - \r\n";
    }

    /// <summary>CSL-JSON: a list of one item.</summary>
    public string CslJson()
    {
        var item = new JsonObject
        {
            ["id"] = Key,
            ["type"] = "dataset",
            ["title"] = Title,
            ["author"] = new JsonArray(new JsonObject { ["literal"] = DatasetHead.Publisher }),
            ["issued"] = Parts(Head.Day),
            ["version"] = Head.Release.Id,
            ["publisher"] = DatasetHead.Publisher,
            ["URL"] = Address,
            ["language"] = "en",
        };
        if (Accessed is { } day)
            item["accessed"] = Parts(day);
        return DescriptionFormat.Write(new JsonArray(item));
    }

    /// <summary><c>CITATION.cff</c>, version 1.2.0 of the Citation File Format.</summary>
    public string Cff()
    {
        var text = new StringBuilder();
        void Line(string key, string value) => text.Append(CultureInfo.InvariantCulture, $"{key}: {Yaml(value)}\n");
        Line("cff-version", "1.2.0");
        Line("message", "If you use this data, please cite it as below. The version names exactly what you used.");
        Line("type", "dataset");
        Line("title", Title);
        text.Append("authors:\n");
        Line("  - name", DatasetHead.Publisher);
        Line("    website", Head.Site + "/");
        Line("version", Head.Release.Id);
        // A date, and not a text that looks like one: the format asks for it unquoted or quoted alike.
        Line("date-released", Iso(Head.Day));
        Line("url", Address);
        text.Append("identifiers:\n");
        Line("  - type", "url");
        Line("    value", Address);
        Line("    description", "Where exactly this is for ever");
        Line("  - type", "other");
        Line("    value", Head.Release.Id);
        Line("    description", "Id of the release");
        Line("license", DatasetHead.LicenceId);
        Line("abstract", Table is null ? Book.Dataset.DescriptionOf(Head.Release) : Head.Release.Simulated ? $"{Book.Of(Table).Description} {Book.Dataset.SimulatedNote}" : Book.Of(Table).Description);
        text.Append("keywords:\n");
        foreach (var word in Book.Dataset.Keywords)
            text.Append(CultureInfo.InvariantCulture, $"  - {Yaml(word)}\n");
        return text.ToString();
    }

    // platform=a, platform=b, country=ID: "where platform is a or b, and country is ID".
    private string FilterInWords() => Filter.Count == 0 ? "" : " where " + string.Join(" and ", Filter.GroupBy(f => f.Key).Select(f => $"{f.Key} is {string.Join(" or ", f.Select(v => v.Value))}"));

    private string Query() => Filter.Count == 0 ? "" : "?" + string.Join('&', Filter.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Slashed(DateOnly day) => day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);

    private static JsonObject Parts(DateOnly day) => new() { ["date-parts"] = new JsonArray(new JsonArray(day.Year, day.Month, day.Day)) };

    private static string InOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string LaTeX(string text) => string.Concat(InOneLine(text).Select(c => c switch
    {
        '\\' => @"\textbackslash{}",
        '~' => @"\textasciitilde{}",
        '^' => @"\textasciicircum{}",
        '{' or '}' or '&' or '%' or '$' or '#' or '_' => $@"\{c}",
        _ => c.ToString(),
    }));

    // Double-quoted: the only style that can hold any text.
    private static string Yaml(string text) => $"\"{string.Concat(text.Select(c => c switch
    {
        '\\' => @"\\",
        '"' => "\\\"",
        _ => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' ? string.Create(CultureInfo.InvariantCulture, $@"\u{(int)c:x4}") : c.ToString(),
    }))}\"";
}
