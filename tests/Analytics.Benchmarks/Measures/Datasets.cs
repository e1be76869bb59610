namespace Analytics.Benchmarks.Measures;

/// <summary>8.1 to 8.6: the dataset of a release, for other programs.</summary>
internal static class Datasets
{
    private static readonly Dictionary<string, string> None = [];

    public static readonly IReadOnlyList<Measure> All =
    [
        TestRun.Measure("8.1", "Data Package and CITATION.cff by their schemas, Croissant by its rules, JSON-LD expanded, OpenAPI linted", ["npm"], None, ("Analytics.Flow.Tests", ["DescriptionTests", "OpenApiLintTests"])),
        TestRun.Measure("8.2", "The same rows and types in pandas, R and DuckDB from CSV, in DuckDB and hyparquet from Parquet; blanks and their reasons told apart",
            ["npm", "python3-pandas", "r-base-core"], None, ("Analytics.Flow.Tests", ["TableReaderTests"])),
        new("8.3", "Files against nginx, a streamed extract of 1,000,000 rows against psql, a publication of 1,000,000 reports", DatasetSpeed.RunAsync) { Packages = ["nginx-light", "wrk", "curl", "time"] },
        TestRun.Measure("8.4", "A publication killed at 20 random moments: no half release, the next run completes it, sums right", [],
            new Dictionary<string, string> { ["PERJAM_KILLS"] = "20" }, ("Analytics.Ingest.Tests", ["KilledPublishTests"])),
        TestRun.Measure("8.5", "One flipped byte or a lost row of a zip is found, by our verb and by standard tools", [], None, ("Analytics.Models.Tests", ["ZipCheckTests"]), ("Analytics.Ingest.Tests", ["DatasetVerbsTests"])),
        TestRun.Measure("8.6", "From the pages alone: found, loaded by the code that is shown, cited, and the same bytes two releases later", ["npm", "chromium", "python3-pandas", "r-base-core"], None,
            ("Analytics.Flow.Tests", ["ResearchJourneyTests", "LoadingSnippetsTests"])),
    ];
}
