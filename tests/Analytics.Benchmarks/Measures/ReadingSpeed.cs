using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Analytics.Benchmarks.Measures;

/// <summary>
/// 3.4: text and claims of saved pages (the verb read, its answers written to a pipe) against the text alone by Debian's python3-readability: the same
/// pages over and over, each program in one process pinned to the first core, in seconds of that process's user and system time, so that what else the
/// machine does counts on neither side. Told for pages of the size the web has and for the same pages bare:
/// "run" is what a user waits for, the speed over the first 32 rounds (some 2,000 pages) with starting and the runtime's compiling taken in;
/// "steady" is the speed from round 60 to round 100, when the runtime has compiled nearly all that is hot. readability has no such phases, so that its
/// run is reckoned from its first round and its speed after it. Both programs take turns three times, and the ratio is the median of the three
/// turns': a shared machine's cores change speed from one minute to the next.
/// </summary>
internal static class ReadingSpeed
{
    private const int Seed = 20251121, Turns = 3, RunRounds = 32, SteadyFrom = 60, SteadyTo = 100;

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
            return
            [
                .. await CompareAsync(run, "page_sized", whole, theirRounds: 3, steadyLimit: 10, stop),
                .. await CompareAsync(run, "bare", bare, theirRounds: 20, steadyLimit: null, stop),
            ];
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

    private static async Task<IReadOnlyList<Figure>> CompareAsync(MeasureRun run, string name, string folder, int theirRounds, double? steadyLimit, CancellationToken stop)
    {
        var pages = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        var program = Path.Combine(run.Repository, "src", "Analytics.Ingest", "bin", "Release", "net10.0", "Analytics.Ingest.dll");
        var script = Path.Combine(run.Repository, "tests", "Analytics.Benchmarks", "main_text.py");
        // One round more than is timed: neither program may end before its time is taken.
        string[] ours = ["dotnet", program, "read", .. Enumerable.Repeat(pages, SteadyTo + 1).SelectMany(p => p)];
        string[] theirs = ["/usr/bin/python3", script, (theirRounds + 1).ToString(CultureInfo.InvariantCulture), folder];
        List<(Speed Ours, Speed Theirs)> turns = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            var mine = await SecondsAsync(ours, [.. new[] { RunRounds, SteadyFrom, SteadyTo }.Select(rounds => rounds * pages.Count)], stop);
            var other = await SecondsAsync(theirs, [pages.Count, theirRounds * pages.Count], stop);
            var otherRound = (other[1] - other[0]) / (theirRounds - 1);
            turns.Add((
                new(pages.Count * RunRounds / mine[0], pages.Count * (SteadyTo - SteadyFrom) / (mine[2] - mine[1])),
                new(pages.Count * RunRounds / (other[0] + (RunRounds - 1) * otherRound), pages.Count / otherRound)));
            run.Log(FormattableString.Invariant($"  {name}: run {turns[^1].Ours.Run:0} against {turns[^1].Theirs.Run:0}, steady {turns[^1].Ours.Steady:0} against {turns[^1].Theirs.Steady:0} pages a second"));
        }

        var size = Math.Round(pages.Average(p => new FileInfo(p).Length) / 1024, 1);
        return
        [
            new($"{name}_pages", pages.Count, "pages") { Note = FormattableString.Invariant($"{size} KiB on average") },
            .. Figures($"{name}_run", turns, speed => speed.Run, atLeast: null),
            .. Figures($"{name}_steady", turns, speed => speed.Steady, steadyLimit),
        ];
    }

    private static IEnumerable<Figure> Figures(string name, List<(Speed Ours, Speed Theirs)> turns, Func<Speed, double> speed, double? atLeast) =>
    [
        new($"{name}_text_and_read", Math.Round(Median(turns.Select(t => speed(t.Ours))), 1), "pages/s"),
        new($"{name}_readability", Math.Round(Median(turns.Select(t => speed(t.Theirs))), 1), "pages/s") { Note = "text alone" },
        new($"{name}_ratio", Math.Round(Median(turns.Select(t => speed(t.Ours) / speed(t.Theirs))), 2), "times") { AtLeast = atLeast },
    ];

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Turns / 2);

    // User and system time, pinned to the first core, that the command has taken when it has written so many lines; then it is ended.
    private static async Task<List<double>> SecondsAsync(string[] command, int[] lines, CancellationToken stop)
    {
        using var process = Process.Start(new ProcessStartInfo("taskset", ["-c", "0", .. command]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var lastWords = "";
        process.ErrorDataReceived += (_, said) => lastWords = said.Data ?? lastWords;
        process.BeginErrorReadLine();
        try
        {
            List<double> seconds = [];
            for (var line = 1; line <= lines[^1]; line++)
            {
                if (await process.StandardOutput.ReadLineAsync(stop) is null)
                    throw new InvalidOperationException($"{command[0]} {command[1]} ended after {line - 1} pages. {lastWords}");
                if (lines.Contains(line))
                {
                    process.Refresh();
                    seconds.Add(process.TotalProcessorTime.TotalSeconds);
                }
            }

            return seconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Pages a second.</summary>
    private readonly record struct Speed(double Run, double Steady);
}
