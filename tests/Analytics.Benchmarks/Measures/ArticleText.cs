using System.Text.Json;

namespace Analytics.Benchmarks.Measures;

/// <summary>3.3: article text of the saved layouts against what a reader would mark.</summary>
internal static class ArticleText
{
    public static readonly Measure Measure = new("3.3", "Article text of own saved pages in at least 30 layouts: token F1 against what a reader would mark", RunAsync);

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        var file = Path.Combine(Path.GetTempPath(), $"perjam-text-{Environment.ProcessId}.json");
        try
        {
            var tests = await TestRun.FiguresAsync(run, "Analytics.Ingest.Tests", ["SavedPageTests"], new Dictionary<string, string> { ["PERJAM_TEXT_FIGURES"] = file }, stop);
            var scores = JsonSerializer.Deserialize<Dictionary<string, double>>(await File.ReadAllTextAsync(file, stop))!;
            var least = scores.MinBy(s => s.Value);
            return
            [
                .. tests,
                new("layouts", scores.Count, "pages") { AtLeast = 30 },
                new("mean_token_f1", Math.Round(scores.Values.Average(), 4), "F1") { AtLeast = 0.95 },
                new("least_token_f1", Math.Round(least.Value, 4), "F1") { Note = least.Key },
            ];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
