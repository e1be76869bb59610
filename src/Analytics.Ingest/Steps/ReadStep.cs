using Analytics.Ingest.Pages;
using Analytics.Models.Claims;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Steps;

/// <summary>Reads claims and statements from the pages that stand at their addresses and that this reader has not read yet.</summary>
/// <remarks>Pages are read in a process of their own: one that the reader stumbles over must not keep those behind it from being read, tonight and every night.</remarks>
internal sealed class ReadStep(SourceStore sources, ClaimStore claims, ReadingLimits limits, TimeProvider time) : IStep
{
    public string Name => "read";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        var unread = await sources.UnreadAsync(ClaimReader.Version, stop);
        var counts = new Dictionary<string, int> { ["pages"] = 0, ["claims"] = 0, ["statements"] = 0, ["passed-over"] = 0, ["unreadable"] = 0 };
        var troubles = new List<string>();
        await using var reader = new ReadingProcess(limits, time);
        for (var i = 0; i < unread.Count; i++)
        {
            progress.Report(new(Name, (double)i / unread.Count, $"page {i + 1} of {unread.Count}"));
            if (await sources.FindAsync(unread[i], stop) is not { } page)
                continue;
            var (facts, reading) = await reader.ReadAsync(page, stop);
            await claims.KeepAsync(facts, reading, stop);
            counts["pages"]++;
            counts["claims"] += reading.Claims.Count;
            counts["statements"] += reading.Statements.Count;
            counts["passed-over"] += reading.PassedOver.Count;
            if (facts.Sentence is { } trouble)
            {
                counts["unreadable"]++;
                troubles.Add(trouble.Contains(page.Address, StringComparison.Ordinal) ? trouble : $"{page.Address}: {trouble}");
            }
        }

        return new(Name, unread.Count > 0, $"{counts["claims"]} claims and {counts["statements"]} statements read from {counts["pages"]} pages.", counts) { Troubles = troubles };
    }
}
