using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;

namespace Analytics.Models.Releases;

/// <summary>Reads reports back out of a release's file of them: they are in the dataset alone.</summary>
internal static class ReportFile
{
    public const string Name = "reports.jsonl";

    private static readonly string[] Columns = ["platform", "experience", "country", "paid_only", "all_in"];

    /// <summary>The rows of a file, of the dataset or of a release of before it, whose lines are records.</summary>
    public static IReadOnlyList<ReportRow> Read(ReadOnlySpan<byte> content)
    {
        if (content.IndexOf("\"blank\":{"u8) >= 0)
            return ReleaseTable.Read<ReportRow>(content);
        var rows = new List<ReportRow>();
        var blanks = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var line in content.Split((byte)'\n'))
        {
            if (!content[line].IsEmpty)
                rows.Add(Row(JsonSerializer.Deserialize<JsonObject>(content[line])!, blanks));
        }

        return rows;
    }

    private static ReportRow Row(JsonObject line, Dictionary<string, IReadOnlyDictionary<string, string>> blanks)
    {
        string? Text(string column) => (string?)line[column];
        return new()
        {
            Quarter = Quarter(Text("quarter")!),
            Platform = Text("platform"),
            TaskType = Term.Parse<TaskType>(Text("task_type")!),
            Experience = Term.Find<ExperienceBand>(Text("experience")),
            Country = Text("country"),
            Tier = Term.Parse<EvidenceTier>(Text("tier")!),
            Kind = Term.Parse<FigureKind>(Text("kind")!),
            PaidOnly = (decimal)line["paid_only"]!,
            AllIn = (decimal?)line["all_in"],
            Blank = Blank(Text, blanks),
        };
    }

    // So few different ones that the rows share them.
    private static IReadOnlyDictionary<string, string> Blank(Func<string, string?> text, Dictionary<string, IReadOnlyDictionary<string, string>> known)
    {
        var reasons = Columns.Select(c => (Column: c, Reason: text(c + "_blank"))).Where(r => r.Reason is not null).ToList();
        var key = string.Join(' ', reasons);
        if (!known.TryGetValue(key, out var blank))
            known[key] = blank = new SortedDictionary<string, string>(reasons.ToDictionary(r => r.Column, r => r.Reason!), StringComparer.Ordinal);
        return blank;
    }

    private static DateOnly Quarter(string written) =>
        new(int.Parse(written.AsSpan(0, 4), CultureInfo.InvariantCulture), (int.Parse(written.AsSpan(5), CultureInfo.InvariantCulture) * 3) - 2, 1);
}
