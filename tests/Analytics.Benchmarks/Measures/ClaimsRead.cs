using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Benchmarks.Measures;

/// <summary>3.1: claims read from the labelled texts beside the checkout, scored by the tool that lies with them.</summary>
internal static partial class ClaimsRead
{
    public static readonly Measure Measure = new("3.1", "read --jsonl on the labelled texts: strict and amounts F1, kind, platform and task type of the strict matches", RunAsync);

    private static readonly (string Line, string Name, double Least)[] Scores =
    [
        ("strict", "strict_f1", 0.85), ("amounts", "amounts_f1", 0.90), ("kind", "kind_right", 0.90), ("platform", "platform_right", 0.85), ("task_type", "task_type_right", 0.75),
    ];

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        var shared = Path.Combine(Path.GetDirectoryName(run.Repository.TrimEnd('/'))!, "shared");
        var labelled = Path.Combine(shared, "corpus", "claims-dev.jsonl");
        if (!File.Exists(labelled))
            throw new InvalidOperationException("../shared/corpus/claims-dev.jsonl is absent: put the shared folder beside the checkout and measure again.");
        var ingest = Path.Combine(run.Repository, "src", "Analytics.Ingest", "bin", "Release", "net10.0", "Analytics.Ingest.dll");
        var read = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(read, await OtherProgram.AnswerAsync("dotnet", [ingest, "read", "--jsonl", labelled], stop) + "\n", stop);
            var said = await OtherProgram.AnswerAsync("python3", [Path.Combine(shared, "tools", "score_claims.py"), labelled, read], stop);
            run.Log(said);
            return [.. Scores.Select(s => new Figure(s.Name, Score(said, s.Line), "share") { AtLeast = s.Least })];
        }
        finally
        {
            File.Delete(read);
        }
    }

    /// <summary>The F1 of a line that has one, else its share.</summary>
    private static double Score(string said, string line)
    {
        var match = ScoreLine().Matches(said).FirstOrDefault(m => m.Groups["name"].Value == line)
            ?? throw new InvalidOperationException($"The scoring tool printed no line '{line}': {said}");
        return double.Parse(match.Groups["score"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?<name>\w+)\s+(precision .* F1 )?(?<score>[\d.]+)", RegexOptions.Multiline)]
    private static partial Regex ScoreLine();
}
