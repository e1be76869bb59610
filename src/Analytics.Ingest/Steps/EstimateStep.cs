using System.Globalization;
using System.Text.Json;
using Analytics.Models;
using Analytics.Models.Estimates;
using Analytics.Models.Hourly;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;

namespace Analytics.Ingest.Steps;

/// <summary>Estimates the typical rate of every cell that has support.</summary>
internal sealed class EstimateStep(
    RollupStore rollups, PayRowStore reports, ObservationStore observations, HourlyStore hourly, EstimateStore estimates, Catalogue catalogue) : IStep
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
        var before = await estimates.MadeFromAsync(stop);
        if (input == before)
            return Answer(false, "Nothing that the estimates rest on changed", (await estimates.AllAsync(stop)).Count, []);
        var models = new List<ReportModel>();
        foreach (var measure in Enum.GetValues<PayMeasure>())
            models.Add(await ModelAsync(measure, cells, progress, stop));
        var made = CellEstimator.Estimate(cells, studies, [.. models.SelectMany(m => m.Estimates)]);
        await estimates.ReplaceAsync([.. made.Select(e => e with { InputHash = input })], stop);
        return Answer(made.Count > 0 || before is not null, $"{made.Count} cells estimated", made.Count, models);
    }

    private async Task<ReportModel> ModelAsync(PayMeasure measure, IReadOnlyList<Rollup> cells, IProgress<StepProgress> progress, CancellationToken stop)
    {
        progress.Report(new(Name, measure == PayMeasure.PaidOnly ? 0 : 0.5, Term.Of(measure)));
        var rows = new List<PayRow>();
        await foreach (var row in reports.ReportsAsync(measure, stop))
            rows.Add(row);
        return ReportModel.Of(measure, rows, [.. cells.Where(c => c.Measure == measure)]);
    }

    private StepResult Answer(bool changed, string said, int count, IReadOnlyList<ReportModel> models)
    {
        var told = models.Select(m => m switch
        {
            { Fate: ModelFate.TooFew } => $" No model of {Term.Of(m.Measure)} yet: fewer than 100 contributors.",
            { Fate: ModelFate.Published } => string.Create(CultureInfo.InvariantCulture, $" The interval of {Term.Of(m.Measure)} held for {100 * m.Evaluation!.Score.Coverage80:0} of 100 left-out reports."),
            _ => $" The model of {Term.Of(m.Measure)} is not used: {Term.Of(m.Fate)}.",
        });
        return new(Name, changed, $"{said}.{string.Concat(told)}", new Dictionary<string, int> { ["estimates"] = count });
    }
}
