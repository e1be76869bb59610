using Analytics.Ingest.Discovery;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Steps;

/// <summary>What a run of collect has come to so far.</summary>
internal sealed class CollectTally
{
    // A night may meet hundreds of found pages that are gone; the verb `sources` lists them all.
    private const int MostTroublesOfFound = 20;

    private readonly SortedDictionary<string, int> outcomes = new(StringComparer.Ordinal);
    private readonly List<string> troubles = [];
    private readonly Visit lists = new();
    private int troublesOfFound;

    /// <summary>Whether any row is new or other than before.</summary>
    public bool Changed { get; set; }

    /// <summary>Found pages not begun because the night was over.</summary>
    public int LeftByTime { get; set; }

    /// <summary>Found and asked-for pages not fetched because their host did not answer for another.</summary>
    public int LeftBySilence { get; set; }

    public void Add(Visit visit)
    {
        visit.Outcomes.ForEach(Count);
        troubles.AddRange(visit.Troubles);
        lists.Named += visit.Named;
        lists.New += visit.New;
        lists.Changed += visit.Changed;
        lists.SitemapsLeft += visit.SitemapsLeft;
        Changed |= visit.New + visit.Changed > 0;
    }

    public void AddListed(FetchRecord attempt)
    {
        Count(attempt.Outcome);
        if (!IsGood(attempt.Outcome))
            troubles.Add(attempt.Sentence);
    }

    public void AddFound(FetchRecord attempt)
    {
        Count(attempt.Outcome);
        if (!IsGood(attempt.Outcome) && ++troublesOfFound <= MostTroublesOfFound)
            troubles.Add(attempt.Sentence);
    }

    public StepResult Result(string step, NightPlan night, NightBounds bounds)
    {
        if (troublesOfFound > MostTroublesOfFound)
            troubles.Add($"{troublesOfFound - MostTroublesOfFound} more found pages were not read; the verb sources with a list's address shows each.");
        var left = new[]
        {
            (Name: "left-host", Count: night.LeftByHost, Why: $"a host is asked for at most {bounds.PagesPerHost} a night"),
            (Name: "left-night", Count: night.LeftByNight, Why: $"at most {bounds.Pages} in all are"),
            (Name: "left-time", Count: LeftByTime, Why: "the night was over"),
            (Name: "left-silent", Count: LeftBySilence, Why: "their host did not answer"),
            (Name: "left-sitemaps", Count: lists.SitemapsLeft, Why: $"sitemaps, a list has at most {bounds.DocumentsPerList} documents read a night"),
        }.Where(l => l.Count > 0).ToList();
        var (good, asked) = (outcomes.Where(o => IsGood(o.Key)).Sum(o => o.Value), outcomes.Values.Sum());
        var sentence = $"{good} of {asked} addresses answered."
            + (lists.Named > 0 ? $" Lists name {lists.Named} pages: {lists.New} new, {lists.Changed} changed." : "")
            + (left.Count > 0 ? $" Left for another night: {string.Join("; ", left.Select(l => $"{l.Count} ({l.Why})"))}." : "");
        var counts = new SortedDictionary<string, int>(outcomes, StringComparer.Ordinal);
        if (lists.Named > 0)
            (counts["named"], counts["new"], counts["changed"]) = (lists.Named, lists.New, lists.Changed);
        foreach (var (name, count, _) in left)
            counts[name] = count;
        return new(step, Changed, sentence, counts) { Troubles = troubles };
    }

    private static bool IsGood(string outcome) => outcome is "fetched" or "not-modified";

    private void Count(string outcome) => outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
}
