using System.Text.RegularExpressions;

namespace Analytics.Benchmarks;

/// <summary>Tests of the repository run as a measure: the same checks, more of them, and the numbers kept.</summary>
internal static partial class TestRun
{
    /// <summary>Runs the test classes called <paramref name="classes"/> of one test project and counts.</summary>
    /// <param name="settings">Environment of the tests: how long they are to go on.</param>
    /// <param name="prefix">What the names of the figures begin with, where a measure runs more than one project.</param>
    /// <returns>How many ran and failed, and what the tests wrote as lines "figure NAME NUMBER".</returns>
    public static async Task<IReadOnlyList<Figure>> FiguresAsync(
        MeasureRun run, string project, IReadOnlyList<string> classes, IReadOnlyDictionary<string, string> settings, CancellationToken stop, string prefix = "")
    {
        var began = run.Time.GetTimestamp();
        var folder = Path.Combine(run.Repository, "tests", project);
        string[] build = ["build", "-c", "Release", "--nologo", "-v", "quiet", folder];
        await OtherProgram.AnswerAsync("dotnet", build, stop);
        string[] filters = [.. classes.SelectMany(c => new[] { "--filter-class", "*." + c })];
        string[] environment = [.. settings.Select(s => $"{s.Key}={s.Value}")];
        string[] arguments = [.. environment, "dotnet", Path.Combine(folder, "bin", "Release", "net10.0", project + ".dll"), .. filters];
        var (code, said) = await OtherProgram.ResultAsync("env", arguments, stop);
        var total = Count(said, "total");
        run.Log(said.Split('\n').LastOrDefault(l => l.Contains("summary", StringComparison.Ordinal)) ?? "");
        return
        [
            new(prefix + "tests_run", total, "tests") { AtLeast = 1 },
            new(prefix + "tests_failed", code == 0 ? 0 : Math.Max(1, Count(said, "failed")), "tests") { AtMost = 0, Note = code == 0 ? null : Failures(said) },
            new(prefix + "elapsed_s", Math.Round(run.Time.GetElapsedTime(began).TotalSeconds, 1), "s"),
            .. FigureLine().Matches(said).Select(m => new Figure(prefix + m.Groups[1].Value, double.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), m.Groups[1].Value.Split('_')[0])),
        ];
    }

    /// <summary>The measure that is those test classes, of one or more test projects.</summary>
    public static Measure Measure(string id, string title, string[] packages, IReadOnlyDictionary<string, string> settings, params (string Project, string[] Classes)[] tests) => new(id, title, async (run, stop) =>
    {
        var figures = new List<Figure>();
        foreach (var (project, classes) in tests)
            figures.AddRange(await FiguresAsync(run, project, classes, settings, stop, tests.Length == 1 ? "" : project.Split('.')[1].ToLowerInvariant() + "_"));
        return figures;
    })
    {
        Packages = packages,
    };

    private static double Count(string said, string what) =>
        CountLine().Matches(said).Where(m => m.Groups[1].Value == what).Select(m => double.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)).LastOrDefault();

    private static string Failures(string said) =>
        string.Join("; ", FailureLines().Matches(said).Take(10).Select(m => $"{m.Groups[1].Value.Trim()}: {m.Groups[2].Value.Trim()}"));

    [GeneratedRegex(@"^figure (\w+) ([\d.]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex FigureLine();

    // The name, and the first line of why.
    [GeneratedRegex(@"^failed (.*)\n(.*)$", RegexOptions.Multiline)]
    private static partial Regex FailureLines();

    [GeneratedRegex(@"^\s+(total|failed|succeeded|skipped): (\d+)", RegexOptions.Multiline)]
    private static partial Regex CountLine();
}
