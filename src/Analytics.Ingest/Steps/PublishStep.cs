using Analytics.Models.Claims;
using Analytics.Models.Estimates;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;

namespace Analytics.Ingest.Steps;

/// <summary>Freezes what there is into the next release, unless it would be the same as the last.</summary>
internal sealed class PublishStep(PublishStores from, ReleaseStore releases, Catalogue catalogue, TimeProvider time, bool simulated) : IStep
{
    public string Name => "publish";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        progress.Report(new(Name, null, "gathering"));
        var release = ReleaseBuilder.Build(await InputAsync(stop));
        progress.Report(new(Name, null, "writing"));
        var (head, published) = await releases.PublishAsync(release, time.GetUtcNow(), stop);
        var counts = new Dictionary<string, int> { ["number"] = head.Number, ["figures"] = release.Figures.Count, ["cells"] = release.Cells.Count };
        return new(Name, published, published ? $"Release {head.Number} ({head.Id}) published." : $"Release {head.Number} ({head.Id}) stands; nothing changed.", counts);
    }

    private async Task<ReleaseInput> InputAsync(CancellationToken stop)
    {
        if (!simulated && await from.Reports.CountAsync(stop) is { Simulated: > 0 and var made })
            throw new InvalidOperationException($"{made} simulated reports are in the real database; nothing is published until they are removed.");
        return new()
        {
            Catalogue = catalogue,
            Observations = [.. await from.Observations.OfAsync(OriginKind.Figure, stop), .. await from.Observations.OfAsync(OriginKind.Claim, stop)],
            Rates = await from.Hourly.OfEvidenceAsync(stop),
            Witnesses = await from.Observations.WitnessesAsync(stop),
            Claims = await from.Claims.ClaimsAsync(stop),
            Statements = await from.Claims.StatementsAsync(stop),
            Checks = await from.Claims.ChecksAsync(stop),
            Rollups = await from.Rollups.AllAsync(stop),
            Estimates = await from.Estimates.AllAsync(stop),
            AdvertGaps = await from.Estimates.GapsAsync(stop),
            ModelCards = await from.Models.CardsAsync(stop),
            Personal = await from.Models.PersonalAsync(stop),
            WorkHours = await from.WorkHours.AllAsync(stop),
            ExchangeRates = await from.Rates.AllAsync(stop),
            MinimumWages = MinimumWages.Shipped(),
            Simulated = simulated,
        };
    }
}

/// <summary>What a release is gathered from.</summary>
internal sealed record PublishStores(
    ClaimStore Claims, ObservationStore Observations, HourlyStore Hourly, RollupStore Rollups, WorkHoursStore WorkHours, EstimateStore Estimates, PayModelStore Models, ExchangeRateStore Rates, ReportStore Reports);
