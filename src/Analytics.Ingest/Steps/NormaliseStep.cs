using Analytics.Models.Hourly;
using Analytics.Models.Money;

namespace Analytics.Ingest.Steps;

/// <summary>Turns each accepted observation into its two hourly numbers.</summary>
internal sealed class NormaliseStep(HourlyStore hourly, ExchangeRateStore rates) : IStep
{
    private const int AtOnce = 20_000;

    public string Name => "normalise";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        var method = new HourlyMethod(await rates.AllAsync(stop));
        var dropped = await hourly.DropOrphansAsync(stop);
        var (done, last) = (0, "");
        while (await hourly.OutstandingAsync(last, AtOnce, stop) is { Count: > 0 } batch)
        {
            await hourly.ReplaceAsync(batch, method.Apply, stop);
            (done, last) = (done + batch.Count, batch[^1].Id);
            progress.Report(new(Name, null, $"{done} observations"));
        }

        return new(Name, done + dropped > 0, $"{done} hourly rates worked out.", new Dictionary<string, int> { ["rates"] = done, ["dropped"] = dropped });
    }
}
