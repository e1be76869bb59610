using Analytics.Models.Claims;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;

namespace Analytics.Ingest.Steps;

/// <summary>Decides which claims, catalogue figures and reports become data; whatever does not has its reason.</summary>
/// <param name="withFigures">Whether the catalogue's published figures take part: not in the demonstration, which holds simulated data only.</param>
internal sealed class AcceptStep(
    ClaimStore claims, ObservationStore observations, HoldStore holds, ExchangeRateStore rates, Catalogue catalogue, TimeProvider time, bool withFigures) : IStep
{
    private const int ReportsAtOnce = 20_000;

    public string Name => "accept";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        await rates.AddAsync(ExchangeRates.Shipped().All, stop);
        var known = await rates.AllAsync(stop);
        var rules = new AcceptanceRules(known);
        progress.Report(new(Name, null, "catalogue figures"));
        var figures = await FiguresAsync(rules, stop);
        progress.Report(new(Name, null, "claims"));
        var stories = await StoriesAsync(rules, new StoryRules(known), stop);
        var now = time.GetUtcNow();
        await holds.SweepAsync(known, now, stop);
        var reports = await ReportsAsync(rules, known, now, progress, stop);
        var counts = new Dictionary<string, int>
        {
            ["figures-written"] = figures.Written,
            ["figures-withdrawn"] = figures.Withdrawn,
            ["stories-written"] = stories.Written,
            ["stories-withdrawn"] = stories.Withdrawn,
            ["reports"] = reports,
        };
        var sum = counts.Values.Sum();
        return new(Name, sum > 0, sum == 0 ? "Nothing new to decide." : $"{figures.Written} catalogue figures, {stories.Written} stories and {reports} reports decided; {figures.Withdrawn + stories.Withdrawn} withdrawn.", counts);
    }

    private Task<Changes> FiguresAsync(AcceptanceRules rules, CancellationToken stop) => observations.ReplaceAsync(
        OriginKind.Figure, withFigures ? [.. catalogue.Figures.Select(rules.Accept)] : [],
        new Dictionary<string, IReadOnlyList<string>>(), new HashSet<string>(), stop);

    private async Task<Changes> StoriesAsync(AcceptanceRules rules, StoryRules stories, CancellationToken stop)
    {
        var told = await claims.ClaimsAsync(stop);
        // A story lives as long as one of the pages that tell it.
        var standing = told.Where(c => !c.Vanished).Select(c => c.Id).ToHashSet();
        var byLife = stories.Gather(told.Select(c => new Telling(c.Id, c.Claim, c.Address, c.Published ?? c.Fetched)))
            .ToLookup(s => s.Tellings.Any(t => standing.Contains(t.Id)));
        var live = byLife[true].ToList();
        var witnesses = live.ToDictionary(AcceptanceRules.IdOf, s => (IReadOnlyList<string>)[.. s.Tellings.Select(t => t.Id)]);
        return await observations.ReplaceAsync(OriginKind.Claim, [.. live.Select(rules.Accept)], witnesses, byLife[false].Select(AcceptanceRules.IdOf).ToHashSet(), stop);
    }

    private async Task<int> ReportsAsync(AcceptanceRules rules, ExchangeRates known, DateTimeOffset now, IProgress<StepProgress> progress, CancellationToken stop)
    {
        var (done, last) = (0, "");
        while (await observations.UndecidedReportsAsync(last, ReportsAtOnce, now, stop) is { Count: > 0 } batch)
        {
            var looked = await holds.LookAgainAsync(batch, known, stop);
            await observations.AddReportsAsync([.. looked.Select(r => new DecidedReport(r, rules.Accept(r, now)))], stop);
            (done, last) = (done + batch.Count, batch[^1].Id);
            progress.Report(new(Name, null, $"{done} reports"));
        }

        return done;
    }
}
