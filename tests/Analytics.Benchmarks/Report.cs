using System.Text.Json;

namespace Analytics.Benchmarks;

/// <summary>The file that a measure leaves: artifacts/measures/ISSUE.N.json. Notes quote it.</summary>
internal sealed record Report(
    string Measure, string Title, string Command, string Commit, DateTimeOffset Started, DateTimeOffset Finished,
    Machine Machine, double? LoadBefore, IReadOnlyList<Figure> Figures, bool Met)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Runs the measure and writes its file.</summary>
    public static async Task<Report> MakeAsync(Measure measure, MeasureRun run, CancellationToken stop)
    {
        var started = run.Time.GetUtcNow();
        var load = Machine.Load();
        var figures = await measure.RunAsync(run, stop);
        var report = new Report(
            measure.Id, measure.Title, $"./measure {measure.Id}", await CommitAsync(run.Repository, stop), started, run.Time.GetUtcNow(),
            Machine.Read(), load, figures, figures.Count > 0 && figures.All(figure => figure.Met != false));
        var folder = Directory.CreateDirectory(Path.Combine(run.Repository, "artifacts", "measures")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, measure.Id + ".json"), JsonSerializer.Serialize(report, Format) + "\n", stop);
        return report;
    }

    private static async Task<string> CommitAsync(string repository, CancellationToken stop)
    {
        var commit = await OtherProgram.AnswerAsync("git", ["-C", repository, "rev-parse", "HEAD"], stop);
        var changed = await OtherProgram.AnswerAsync("git", ["-C", repository, "status", "--porcelain"], stop);
        return commit + (changed.Length == 0 ? "" : " with changes");
    }
}
