using Analytics.Models.Rollups;

namespace Analytics.Ingest.Steps;

/// <summary>Works out the statistics of every cell of reports, when any report changed.</summary>
internal sealed class RollupStep(RollupStore rollups) : IStep
{
    public string Name => "rollup";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        var input = await rollups.InputAsync(stop);
        if (input == await rollups.MadeFromAsync(stop))
            return new(Name, false, "No report changed since the last rollup.", new Dictionary<string, int>());
        await rollups.RebuildAsync(input, new Share(share => progress.Report(new(Name, share, "cells"))), stop);
        var cells = (await rollups.AllAsync(stop)).Count;
        return new(Name, true, $"{cells} cells worked out.", new Dictionary<string, int> { ["cells"] = cells });
    }

    private sealed class Share(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
