using Analytics.Models;
using Analytics.Models.Claims;
using Analytics.Models.Estimates;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;

namespace Analytics.Ingest.Steps;

/// <summary>Freezes what there is into the next release, unless it would be the same as the last.</summary>
internal sealed class PublishStep(PublishStores from, ReleaseStore releases, Catalogue catalogue, TimeProvider time, bool simulated) : IStep
{
    // Of findings, in the message that refuses; the rest is for the verb.
    private const int MostNamed = 3;

    public string Name => "publish";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        var (release, round, found) = await DraftAsync(progress, stop);
        if (found.Count > 0)
            throw new InvalidOperationException($"Nothing is published: {found.Count} cells or rows would isolate fewer than {Disclosure.LeastContributors} contributors. {string.Join(" ", found.Take(MostNamed))} All of them: release audit.");
        var (head, published) = await releases.PublishAsync(release, time.GetUtcNow(), stop, round, new Told<string>(file => progress.Report(new(Name, null, $"writing {file}"))));
        await from.Withdrawals.NameReleasesAsync(time.GetUtcNow(), stop);
        var counts = new Dictionary<string, int> { ["number"] = head.Number, ["figures"] = release.Figures.Count, ["cells"] = release.Cells.Count };
        return new(Name, published, published ? $"Release {head.Number} ({head.Id}) published." : $"Release {head.Number} ({head.Id}) stands; nothing changed.", counts);
    }

    /// <summary>What would be published now, and what it would give away.</summary>
    public async Task<(Release Release, Round Round, IReadOnlyList<AuditFinding> Found)> DraftAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        progress.Report(new(Name, null, "gathering"));
        var latest = await releases.LatestAsync(stop) is { } head ? await releases.ReadAsync(head.Id, stop) : null;
        var decided = await from.Privacy.DecideAsync(latest, new Told<ReportTable>(t => progress.Report(new(Name, null, $"privacy of {Term.Of(t)}"))), stop);
        progress.Report(new(Name, null, "rows of closed quarters"));
        var quarters = await from.Privacy.ClosedQuartersAsync(latest, decided, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), stop);
        var release = ReleaseBuilder.Build(await InputAsync(decided.Verdicts, latest, quarters, stop));
        var found = new List<AuditFinding>([.. decided.Found, .. ReleaseAudit.Of(release)]);
        foreach (var kept in await releases.ListAsync(stop))
        {
            progress.Report(new(Name, null, $"against release {kept.Number}"));
            found.AddRange(ReleaseAudit.Between(release, (await releases.ReadAsync(kept.Id, stop))!));
        }

        return (release, decided.Round, found);
    }

    private sealed class Told<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }

    private async Task<ReleaseInput> InputAsync(ReportVerdicts verdicts, Release? latest, IReadOnlyList<QuarterOfReports> quarters, CancellationToken stop)
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
            Verdicts = verdicts,
            ClosedQuarters = quarters,
            PublishedQuarters = latest?.ReportQuarters ?? [],
            Simulated = simulated,
        };
    }
}

/// <summary>What a release is gathered from.</summary>
internal sealed record PublishStores(
    ClaimStore Claims, ObservationStore Observations, HourlyStore Hourly, RollupStore Rollups, WorkHoursStore WorkHours, EstimateStore Estimates, PayModelStore Models, ExchangeRateStore Rates, ReportStore Reports,
    PrivacyStore Privacy, WithdrawalStore Withdrawals);
