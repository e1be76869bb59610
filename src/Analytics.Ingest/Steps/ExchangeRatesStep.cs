using System.Text;
using Analytics.Ingest.Fetching;
using Analytics.Models.Money;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Steps;

/// <summary>Adds the newest exchange rates: the European Central Bank's daily list, the first seen of a month stands for the month.</summary>
internal sealed class ExchangeRatesStep(ExchangeRateStore rates, SourceStore sources, PoliteFetcher fetcher, Uri address, TimeProvider time) : IStep
{
    public string Name => "exchange-rates";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        var shipped = await rates.AddAsync(ExchangeRates.Shipped().All, stop);
        progress.Report(new(Name, null, address.ToString()));
        var answer = await fetcher.FetchAsync(address, null, stop);
        var page = answer as FetchResult.Fetched;
        await sources.RecordAsync(new(address.ToString(), time.GetUtcNow(), page is null ? "failed" : "fetched", answer.Sentence, page?.Status, page?.Content.Length), stop);
        if (page is null)
            return Result(shipped, "No newer exchange rates: " + answer.Sentence) with { Troubles = [answer.Sentence] };
        try
        {
            var added = await rates.AddAsync(EcbDaily.Read(Encoding.UTF8.GetString(page.Content)), stop);
            return Result(shipped + added, $"{added} exchange rates of a new month added.");
        }
        catch (FormatException fault)
        {
            return Result(shipped, $"The list at {address} could not be read.") with { Troubles = [$"{address}: {fault.Message}"] };
        }
    }

    private StepResult Result(int added, string sentence) => new(Name, added > 0, sentence, new Dictionary<string, int> { ["added"] = added });
}
