using System.Text.Json;
using Analytics.Models.Estimates;
using Analytics.Models.Hourly;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;

namespace Analytics.Ingest.Steps;

/// <summary>Estimates the typical rate of every cell that has support.</summary>
internal sealed class EstimateStep(
    RollupStore rollups, ObservationStore observations, HourlyStore hourly, EstimateStore estimates, Catalogue catalogue) : IStep
{
    public string Name => "estimate";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        var cells = await rollups.AllAsync(stop);
        var figures = (await observations.OfAsync(OriginKind.Figure, stop)).Where(o => o.Status == ObservationStatus.Accepted).ToList();
        var rates = (await hourly.OfEvidenceAsync(stop)).ToDictionary(r => r.ObservationId);
        var sources = catalogue.Figures.ToDictionary(f => f.Id, f => f.Source.Title);
        var studies = figures.Where(o => rates.ContainsKey(o.Id) && sources.ContainsKey(o.Origin)).Select(o => new StudyFigure(o, rates[o.Id], sources[o.Origin])).ToList();
        string?[] parts = [CellEstimator.Version, await rollups.MadeFromAsync(stop), .. studies.Select(s => JsonSerializer.Serialize(s, Rows.Json))];
        var input = Key.Of(parts);
        var made = CellEstimator.Estimate(cells, studies);
        var counts = new Dictionary<string, int> { ["estimates"] = made.Count };
        if (made.Count == 0 ? await estimates.MadeFromAsync(stop) is null : input == await estimates.MadeFromAsync(stop))
            return new(Name, false, $"{made.Count} estimates stand; nothing they rest on changed.", counts);
        await estimates.ReplaceAsync([.. made.Select(e => e with { InputHash = input })], stop);
        return new(Name, true, $"{made.Count} cells estimated.", counts);
    }
}
