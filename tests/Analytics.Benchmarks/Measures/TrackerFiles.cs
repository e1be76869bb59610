using System.Globalization;
using System.Text;

namespace Analytics.Benchmarks.Measures;

/// <summary>6.3: files of trackers in every way they are written, large, malformed and hostile.</summary>
internal static class TrackerFiles
{
    private const int Rows = 200_000;
    private const long Gigabyte = 1L << 30;

    // In hexadecimal digits, as the runtime reads it: 96 MiB.
    private const string HeapLimit = "0x6000000";

    public static readonly Measure Measure = new("6.3",
        "Each importer on at least 10 written variants: the same sums; malformed files told with line and column; 200,000 rows and hostile files by the verb, in bounded time and a heap of 96 MiB", RunAsync);

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        var tests = await TestRun.FiguresAsync(run, "Analytics.Models.Tests",
            ["TrackerVariantTests", "TrackerRuleTests", "TrackerRefusalTests", "TrackerStoreTests", "SharedLayoutTests"], new Dictionary<string, string>(), stop);
        var project = Path.Combine(run.Repository, "src", "Analytics.Ingest");
        await OtherProgram.AnswerAsync("dotnet", ["build", "-c", "Release", "--nologo", "-v", "quiet", project], stop);
        var folder = Directory.CreateTempSubdirectory("perjam-import-").FullName;
        try
        {
            var figures = new List<Figure>(tests);
            foreach (var (name, code, write) in Files())
            {
                var file = Path.Combine(folder, name);
                write(file);
                var began = run.Time.GetTimestamp();
                var (came, said) = await OtherProgram.ResultAsync("env",
                    [$"DOTNET_GCHeapHardLimit={HeapLimit}", "dotnet", Path.Combine(project, "bin", "Release", "net10.0", "Analytics.Ingest.dll"), "import", file, "--dry-run", "--platform", "mturk"], stop);
                run.Log($"{name}: exit code {came}, {said.Split('\n').LastOrDefault(l => l.Length > 0)}");
                figures.Add(new($"{name}_s", Math.Round(run.Time.GetElapsedTime(began).TotalSeconds, 2), "s") { AtMost = 60 });
                figures.Add(new($"{name}_as_wanted", came == code && !said.Contains("   at ", StringComparison.Ordinal) ? 1 : 0, "of 1") { AtLeast = 1, Note = $"exit code {code}" });
                File.Delete(file);
            }

            return figures;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string Name, int Code, Action<string> Write)> Files() =>
    [
        ("rows_200k", 0, file => File.WriteAllLines(file, Enumerable.Range(0, Rows).Select(Row).Prepend("Study,Reward,Bonus,Started At,Completed At,Completion Code,Status"))),
        ("json_200k", 0, file => File.WriteAllText(file, "{\"hits\":[" + string.Join(',', Enumerable.Range(0, Rows).Select(Hit)) + "],\"days\":[]}")),
        ("line_1_gb", 2, file => Fill(file, "date,pay,platform\n", Gigabyte)),
        ("line_200_mb", 2, file => Fill(file, "date,pay,platform\n", 200 << 20)),
        ("open_quote_200_mb", 2, file => Fill(file, "date,pay,platform\n2024-03-01,\"", 200 << 20)),
        ("json_value_200_mb", 2, file => Fill(file, "[{\"id\":\"", 200 << 20)),
        ("json_deep", 2, file => File.WriteAllText(file, new string('[', 10_000_000))),
        ("zip", 2, file => File.WriteAllBytes(file, [0x50, 0x4B, 3, 4, .. new byte[1000]])),
        ("binary", 2, file => File.WriteAllBytes(file, [.. Enumerable.Range(0, 1_000_000).Select(i => (byte)(i * 7919 >> 3))])),
        ("all_rows_wrong", 2, file => File.WriteAllLines(file, Enumerable.Repeat("=cmd|' /C calc'!A0,NaN,nowhere", Rows).Prepend("date,pay,platform"))),
    ];

    private static string Row(int i)
    {
        var start = new DateTime(2023, 1, 1).AddMinutes(3 * i);
        return string.Create(CultureInfo.InvariantCulture, $"\"Study {i}, of choices\",£1.00,,{start:yyyy-MM-dd HH:mm:ss},{start.AddMinutes(2):yyyy-MM-dd HH:mm:ss},C{i},APPROVED");
    }

    private static string Hit(int i) => string.Create(CultureInfo.InvariantCulture,
        $"{{\"hit_id\":\"H{i}\",\"requester_name\":\"N\",\"reward\":{{\"amount_in_dollars\":0.25}},\"state\":\"Paid\",\"title\":\"A survey of {i}\",\"date\":\"{new DateTime(2023, 1, 1).AddMinutes(3 * i):yyyy-MM-dd}\"}}");

    private static void Fill(string file, string head, long length)
    {
        using var stream = File.Create(file);
        stream.Write(Encoding.UTF8.GetBytes(head));
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'a');
        while (stream.Length < length)
            stream.Write(block);
    }
}
