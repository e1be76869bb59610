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
        foreach (var line in content.Split((byte)'\n'))
        {
            if (!content[line].IsEmpty)
                rows.Add(Row(JsonSerializer.Deserialize<JsonObject>(content[line])!));
        }

        return rows;
    }

    private static ReportRow Row(JsonObject line)
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
            Blank = BlankReasons.Shared(new(Columns.Select(c => (Column: c, Reason: Text(c + "_blank"))).Where(r => r.Reason is not null).ToDictionary(r => r.Column, r => r.Reason!), StringComparer.Ordinal)),
        };
    }

    private static DateOnly Quarter(string written) =>
        new(int.Parse(written.AsSpan(0, 4), CultureInfo.InvariantCulture), (int.Parse(written.AsSpan(5), CultureInfo.InvariantCulture) * 3) - 2, 1);
}
