using System.Globalization;
using System.Text;

namespace Analytics.Benchmarks.Measures;

/// <summary>
/// 3.4: text and claims of saved pages against the text alone by Debian's python3-readability, each in one process on one core. The speed is that of the
/// steady state: between a short and a long run over the same list, in seconds of the processor's time, so that what else the machine does counts on
/// neither side. The short run (100 rounds of ours, one of theirs) takes in starting and what the runtime's compiler does to the code while it learns
/// which of it is hot. The first thousands of pages of a process are therefore slower than the figure says, by a factor of two to five.
/// </summary>
internal static class ReadingSpeed
{
    private const int Seed = 20251121, WarmUp = 100, Rounds = 50, TheirWarmUp = 1, TheirRounds = 5;

    public static readonly Measure Measure = new("3.4",
        "Text and claims of saved pages, pages per second of one core, against python3-readability, which does the text alone", RunAsync)
    {
        Packages = ["python3-readability"],
    };

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("perjam-pages-").FullName;
        try
        {
            var bare = await CopyAsync(run.Repository, Path.Combine(folder, "bare"), around: null, stop);
            var whole = await CopyAsync(run.Repository, Path.Combine(folder, "whole"), new PageSurroundings(new Random(Seed)), stop);
            return [.. await CompareAsync(run, "page_sized", whole, stop), .. await CompareAsync(run, "bare", bare, stop)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The own-written layouts and the pages of the flow; those in UTF-16 are left as they are.
    private static async Task<string> CopyAsync(string repository, string folder, PageSurroundings? around, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        foreach (var from in (string[])["tests/Analytics.Ingest.Tests/Pages/Saved", "tests/Analytics.Flow.Tests/SavedPages"])
        {
            foreach (var file in Directory.GetFiles(Path.Combine(repository, from), "*.html").Order(StringComparer.Ordinal))
            {
                var content = await File.ReadAllBytesAsync(file, stop);
                if (around is not null && content is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
                    content = Encoding.Latin1.GetBytes(around.Around(Encoding.Latin1.GetString(content)));
                await File.WriteAllBytesAsync(Path.Combine(folder, Path.GetFileName(file)), content, stop);
            }
        }

        return folder;
    }

    private static async Task<IReadOnlyList<Figure>> CompareAsync(MeasureRun run, string name, string folder, CancellationToken stop)
    {
        var pages = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        var program = Path.Combine(run.Repository, "src", "Analytics.Ingest", "bin", "Release", "net10.0", "Analytics.Ingest.dll");
        var script = Path.Combine(run.Repository, "tests", "Analytics.Benchmarks", "main_text.py");
        var ours = await SpeedAsync(pages.Count, WarmUp, WarmUp + Rounds, rounds => ["dotnet", program, "read", .. Enumerable.Repeat(pages, rounds).SelectMany(p => p)], stop);
        var theirs = await SpeedAsync(pages.Count, TheirWarmUp, TheirWarmUp + TheirRounds, rounds => ["/usr/bin/python3", script, rounds.ToString(CultureInfo.InvariantCulture), folder], stop);
        run.Log(FormattableString.Invariant($"  {name}: {ours:0} against {theirs:0} pages a second"));
        var size = Math.Round(pages.Average(p => new FileInfo(p).Length) / 1024, 1);
        return
        [
            new($"{name}_pages", pages.Count, "pages") { Note = FormattableString.Invariant($"{size} KiB on average") },
            new($"{name}_text_and_read", Math.Round(ours, 1), "pages/s") { Note = "the verb read, its output included" },
            new($"{name}_readability", Math.Round(theirs, 1), "pages/s") { Note = "text alone" },
            new($"{name}_ratio", Math.Round(ours / theirs, 2), "times") { AtLeast = 10 },
        ];
    }

    private static async Task<double> SpeedAsync(int pages, int few, int many, Func<int, IEnumerable<string>> command, CancellationToken stop)
    {
        var shorter = await SecondsAsync(command(few), stop);
        return pages * (many - few) / (await SecondsAsync(command(many), stop) - shorter);
    }

    // User and system time of the command, pinned to the first core.
    private static async Task<double> SecondsAsync(IEnumerable<string> command, CancellationToken stop)
    {
        string[] timed = ["-c", "TIMEFORMAT='%U %S'; time taskset -c 0 \"$@\" > /dev/null", "bash", .. command];
        var (code, said) = await OtherProgram.ResultAsync("bash", timed, stop);
        if (code != 0)
            throw new InvalidOperationException($"Timing failed (exit code {code}): {said.Trim()}");
        return said.Trim().Split('\n')[^1].Split(' ').Sum(part => double.Parse(part, CultureInfo.InvariantCulture));
    }
}
