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

/// <summary>Estimates the typical rate of every cell that has support, and how far adverts run above it.</summary>
internal sealed class EstimateStep(EstimateStores from, Catalogue catalogue, TimeProvider time) : IStep
{
    public string Name => "estimate";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        var cells = await from.Rollups.AllAsync(stop);
        var (studies, adverts) = await EvidenceAsync(stop);
        string?[] parts =
        [
            CellEstimator.Version, await from.Rollups.MadeFromAsync(stop),
            .. studies.Select(s => JsonSerializer.Serialize(s, Rows.Json)), .. adverts.Select(a => JsonSerializer.Serialize(a, Rows.Json)),
        ];
        var input = Key.Of(parts);
        var before = await from.Estimates.MadeFromAsync(stop);
        if (input == before)
            return Answer(false, "Nothing that the estimates rest on changed", (await from.Estimates.AllAsync(stop)).Count, []);
        var models = new List<ReportModel>();
        foreach (var measure in Enum.GetValues<PayMeasure>())
            models.Add(await ModelAsync(measure, cells, studies, progress, stop));
        var made = CellEstimator.Estimate(cells, studies, [.. models.SelectMany(m => m.Estimates)]);
        await from.Estimates.ReplaceAsync([.. made.Select(e => e with { InputHash = input })], AdvertGaps.Of(adverts, made), stop);
        return Answer(made.Count > 0 || before is not null, $"{made.Count} cells estimated", made.Count, models);
    }

    private async Task<(List<StudyFigure> Studies, List<Advert> Adverts)> EvidenceAsync(CancellationToken stop)
    {
        var rates = (await from.Hourly.OfEvidenceAsync(stop)).ToDictionary(r => r.ObservationId);
        var seen = new List<Observation>();
        foreach (var origin in new[] { OriginKind.Figure, OriginKind.Claim })
            seen.AddRange((await from.Observations.OfAsync(origin, stop)).Where(o => o.Status == ObservationStatus.Accepted && rates.ContainsKey(o.Id)));
        var sources = catalogue.Figures.ToDictionary(f => f.Id, f => f.Source.Title);
        return ([.. seen.Where(o => o.OriginKind == OriginKind.Figure && sources.ContainsKey(o.Origin)).Select(o => new StudyFigure(o, rates[o.Id], sources[o.Origin]))],
            [.. seen.Where(o => AdvertGaps.IsPromise(o.Kind)).Select(o => new Advert(o, rates[o.Id]))]);
    }

    // The model is kept before the estimates: a run that is killed between them fits once more, and finds itself no worse than itself.
    private async Task<ReportModel> ModelAsync(PayMeasure measure, IReadOnlyList<Rollup> cells, IReadOnlyList<StudyFigure> studies, IProgress<StepProgress> progress, CancellationToken stop)
    {
        progress.Report(new(Name, measure == PayMeasure.PaidOnly ? 0 : 0.5, Term.Of(measure)));
        var rows = new List<PayRow>();
        await foreach (var row in from.Reports.ReportsAsync(measure, stop))
            rows.Add(row);
        var last = await from.Models.FindAsync(measure, stop);
        var model = ReportModel.Of(new(measure, rows, studies, [.. cells.Where(c => c.Measure == measure)], last), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        await from.Models.ReplaceAsync(model, stop);
        return model;
    }

    private StepResult Answer(bool changed, string said, int count, IReadOnlyList<ReportModel> models) =>
        new(Name, changed, $"{said}.{string.Concat(models.Select(m => Told(m.Card)))}", new Dictionary<string, int> { ["estimates"] = count });

    private static string Told(ModelCard card)
    {
        var measure = Term.Of(card.Measure);
        string Held(Evaluation evaluation) => string.Create(CultureInfo.InvariantCulture, $"its interval held for {100 * evaluation.Score.Coverage80:0} of 100 left-out reports");
        return card switch
        {
            { Fate: ModelFate.TooFew } => $" No model of {measure} yet: {card.Contributors} contributors; it takes about {ReportModel.LeastContributors}.",
            { Fate: ModelFate.Published } => $" Model of {measure}: {Held(card.Model!.Evaluation)}.",
            { Model: { } last } => $" The new model of {measure} is not used ({Term.Of(card.Fate)}; {Held(card.TurnedAway!)}); the one of {last.Fitted:yyyy-MM-dd} stays. Look at the reports that came since.",
            _ => $" The model of {measure} is not used ({Term.Of(card.Fate)}; {Held(card.TurnedAway!)}), and there is none before it. Look at the reports.",
        };
    }
}

/// <summary>What the estimates are made from, and where they are kept.</summary>
internal sealed record EstimateStores(
    RollupStore Rollups, PayRowStore Reports, ObservationStore Observations, HourlyStore Hourly, EstimateStore Estimates, PayModelStore Models);
