using Analytics.Models.Claims;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;

namespace Analytics.Ingest.Steps;

/// <summary>Decides which claims, catalogue figures and reports become data; whatever does not has its reason.</summary>
/// <param name="withFigures">Whether the catalogue's published figures take part: not in the demonstration, which holds simulated data only.</param>
internal sealed class AcceptStep(
    ClaimStore claims, ObservationStore observations, ExchangeRateStore rates, Catalogue catalogue, bool withFigures) : IStep
{
    private const int ReportsAtOnce = 20_000;

    public string Name => "accept";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        await rates.AddAsync(ExchangeRates.Shipped().All, stop);
        var rules = new AcceptanceRules(await rates.AllAsync(stop));
        progress.Report(new(Name, null, "catalogue figures"));
        var figures = await FiguresAsync(rules, stop);
        progress.Report(new(Name, null, "claims"));
        var stories = await StoriesAsync(rules, stop);
        var reports = await ReportsAsync(rules, progress, stop);
        var counts = new Dictionary<string, int>
        {
            ["figures-written"] = figures.Written, ["figures-withdrawn"] = figures.Withdrawn,
            ["stories-written"] = stories.Written, ["stories-withdrawn"] = stories.Withdrawn, ["reports"] = reports,
        };
        var sum = counts.Values.Sum();
        return new(Name, sum > 0, sum == 0 ? "Nothing new to decide." : $"{figures.Written} catalogue figures, {stories.Written} stories and {reports} reports decided; {figures.Withdrawn + stories.Withdrawn} withdrawn.", counts);
    }

    private Task<Changes> FiguresAsync(AcceptanceRules rules, CancellationToken stop) => observations.ReplaceAsync(
        OriginKind.Figure, withFigures ? [.. catalogue.Figures.Select(rules.Accept)] : [],
        new Dictionary<string, IReadOnlyList<string>>(), AcceptanceReason.Superseded, stop);

    private async Task<Changes> StoriesAsync(AcceptanceRules rules, CancellationToken stop)
    {
        var told = await claims.ClaimsAsync(stop);
        var stories = Story.Gather(told.Select(c => new Telling(c.Id, c.Claim, c.Address, c.Published ?? c.Fetched)));
        var witnesses = stories.ToDictionary(AcceptanceRules.IdOf, s => (IReadOnlyList<string>)[.. s.Tellings.Select(t => t.Id)]);
        return await observations.ReplaceAsync(OriginKind.Claim, [.. stories.Select(rules.Accept)], witnesses, AcceptanceReason.Superseded, stop);
    }

    private async Task<int> ReportsAsync(AcceptanceRules rules, IProgress<StepProgress> progress, CancellationToken stop)
    {
        var done = 0;
        while (await observations.UndecidedReportsAsync(ReportsAtOnce, stop) is { Count: > 0 } batch)
        {
            await observations.AddReportsAsync([.. batch.Select(rules.Accept)], stop);
            done += batch.Count;
            progress.Report(new(Name, null, $"{done} reports"));
        }

        return done;
    }
}
