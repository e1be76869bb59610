using Analytics.Models.Reports;

namespace Analytics.Ingest.Steps;

/// <summary>Clears the database's files of what workers took back, where any did since the last time.</summary>
internal sealed class EraseStep(ErasureStore erasures, TimeProvider time) : IStep
{
    public string Name => "erase";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        progress.Report(new(Name, null, "writing tables anew"));
        var (entries, left) = await erasures.ClearFilesAsync(time.GetUtcNow(), stop);
        var sentence = entries == 0 ? "Nothing was withdrawn since the last time." : $"The tables are written anew without {entries} withdrawn {(entries == 1 ? "entry" : "entries")}.";
        return new(Name, entries > 0, sentence, new Dictionary<string, int> { ["entries"] = entries }) { Troubles = left is null ? [] : [left] };
    }
}
