using System.Globalization;
using System.Text.Json;

namespace Analytics.Benchmarks.Measures;

/// <summary>3.6: pages that have hung or killed parsers, 200,000 mutated pages, and the growth of the reading's time.</summary>
internal static class HostileInput
{
    private const int Pages = 200_000;

    public static readonly Measure Measure = new("3.6",
        "Hostile pages and 200,000 seeded mutations through text and claims as the worker reads them: no process lost, none over 10 s, memory bounded; the time grows with the text", RunAsync);

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        var file = Path.Combine(Path.GetTempPath(), $"perjam-fuzz-{Environment.ProcessId}.json");
        try
        {
            var tests = await TestRun.FiguresAsync(run, "Analytics.Ingest.Tests", ["HostilePageTests", "ReadingProcessTests", "PageFuzzTests"], new Dictionary<string, string>
            {
                ["PERJAM_FUZZ_PAGES"] = Pages.ToString(CultureInfo.InvariantCulture),
                ["PERJAM_FUZZ_FIGURES"] = file,
            }, stop);
            return [.. tests, .. Fuzz(JsonDocument.Parse(await File.ReadAllTextAsync(file, stop)).RootElement), .. ReadingGrowth.Figures(run, stop)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<Figure> Fuzz(JsonElement figures)
    {
        double Of(string name) => figures.GetProperty(name).GetDouble();
        return
        [
            new("mutated_pages", Of("Pages"), "pages") { AtLeast = Pages, Note = "at most 5 kB each, seeded; through the process that reads, with its pipes" },
            new("mutated_pages_read", Of("Read"), "pages"),
            new("mutated_pages_refused", Of("Refused"), "pages") { Note = "no text, no HTML, or too many open tags" },
            new("claims_read", Of("Claims"), "claims"),
            new("processes_lost", Of("Lost"), "processes") { AtMost = 0 },
            new("slowest_page_s", Math.Round(Of("SlowestSeconds"), 3), "s") { AtMost = 10 },
            new("peak_memory_mib", Of("PeakMib"), "MiB") { AtMost = 640, Note = "resident, of the process that reads; its heap is limited to 512 MiB" },
        ];
    }
}
