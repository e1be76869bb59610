using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;

namespace Analytics.Models.Tests.Releases.Datasets;

/// <summary>A release as it would be published at an address that is nobody's, with files of made-up bytes.</summary>
internal static class DatasetSample
{
    public static DatasetHead Head { get; } = new(new("r7k2m9", 7, new DateTimeOffset(2026, 11, 21, 23, 30, 0, TimeSpan.FromHours(-2)), Simulated: false), "https://perjam.example");

    public static DatasetHead Simulated { get; } = Head with { Release = Head.Release with { Simulated = true } };

    public static IReadOnlyList<DatasetFile> Files { get; } =
    [
        .. DatasetTables.All.SelectMany(table => new[] { ("csv", "text/csv"), ("parquet", "application/vnd.apache.parquet"), ("jsonl", "application/jsonl") }.Select((format, i) =>
            new DatasetFile($"{table.Name}.{format.Item1}", format.Item2, 1000 + i, Sum($"{table.Name}{i}")) { Table = table.Name, Format = format.Item1, Rows = 12 })),
        new("readme.md", "text/markdown", 10, Sum("readme")),
    ];

    public static DatasetFile Zip { get; } = new("perjam-r7k2m9.zip", "application/zip", 99_999, Sum("zip"));

    public static DatasetCitation Extract { get; } = new(Head)
    {
        Table = DatasetTables.Find("rates"),
        Filter = [new("platform", "prolific"), new("country", "ID")],
    };

    private static string Sum(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
