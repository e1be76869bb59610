using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Rollups;

namespace Analytics.Models.Tests.Privacy;

/// <summary>Releases one after another in memory, with what is kept between them counted anew from all that ever was.</summary>
internal sealed class Publications
{
    private readonly List<Life> lives = [];
    private readonly List<IReadOnlyDictionary<string, int>> shown = [];

    public IReadOnlyList<Life> Lives => lives;

    /// <summary>For each release, the cells it shows and the release that computed each.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, int>> Shown => shown;

    /// <summary>Brings the reports of a round into another order; null leaves them in that in which they came.</summary>
    public Random? Shuffle { get; init; }

    private int Next => shown.Count + 1;

    public void Add(string contributor, string platform = "mturk", TaskType task = TaskType.Survey, ExperienceBand? experience = null, string? country = null, DateOnly? quarter = null) =>
        lives.Add(new(contributor, platform, Term.Of(task), experience is { } band ? Term.Of(band) : null, country, quarter ?? new(2025, 1, 1), Next));

    /// <summary>Adds contributors whose names begin with <paramref name="group"/>, alike but for that.</summary>
    public void AddMany(int count, string group, string platform = "mturk", TaskType task = TaskType.Survey, ExperienceBand? experience = null, string? country = null)
    {
        for (var i = 0; i < count; i++)
            Add($"{group}{i}", platform, task, experience, country);
    }

    /// <summary>Takes back all reports of a contributor.</summary>
    public void Withdraw(string contributor)
    {
        foreach (var life in lives.Where(l => l.Contributor == contributor && l.Until == int.MaxValue))
            life.Until = Next;
    }

    /// <summary>Takes back the first of a contributor's reports, or corrects it where <paramref name="country"/> is told.</summary>
    public void WithdrawOne(string contributor, string? country = null)
    {
        if (lives.FirstOrDefault(l => l.Contributor == contributor && l.Until == int.MaxValue) is not { } life)
            return;
        life.Until = Next;
        if (country is not null)
            lives.Add(new(contributor, life.Platform, life.Task, life.Experience, country, life.Quarter, Next));
    }

    /// <summary>Decides the next release and keeps it.</summary>
    /// <param name="suppress">False publishes every cell of ten, whatever it gives away.</param>
    public IReadOnlyDictionary<string, Verdict> Publish(bool suppress = true)
    {
        var (people, history) = (People(), History());
        var verdicts = suppress ? Suppression.Decide(people, history, Next) : Counts().Where(c => c.Value >= 10).ToDictionary(c => c.Key, _ => Verdict.Fresh);
        Found = CellAudit.Of(people, history, verdicts, Next);
        shown.Add(verdicts.Where(v => v.Value.Kind != VerdictKind.Blank).ToDictionary(v => v.Key, v => v.Value.Kind == VerdictKind.Fresh ? Next : shown[^1][v.Key]));
        return verdicts;
    }

    /// <summary>What the audit said of the last release.</summary>
    public IReadOnlyList<AuditFinding> Found { get; private set; } = [];

    /// <summary>What a reader with every release finds.</summary>
    public IReadOnlyList<string> Isolated() =>
    [
        .. shown.SelectMany((r, i) => Readers.Differences(lives, r, r).Select(f => $"{i + 1}: {f}")),
        .. shown.Zip(shown.Skip(1)).SelectMany((two, i) => Readers.Differences(lives, two.First, two.Second).Select(f => $"{i + 1} less {i + 2}: {f}")
            .Concat(Readers.Differences(lives, two.Second, two.First).Select(f => $"{i + 2} less {i + 1}: {f}"))),
        .. Readers.Changes(lives, shown),
    ];

    private IEnumerable<Life> Living => lives.Where(l => l.Until == int.MaxValue);

    private Population People()
    {
        var builder = new PopulationBuilder();
        foreach (var life in Living.OrderBy(l => l.From).ThenBy(_ => Shuffle?.Next() ?? 0))
            builder.Add(new(life.Contributor, life.Platform, Term.Find<TaskType>(life.Task), Term.Find<ExperienceBand>(life.Experience), life.Country, life.Quarter, life.From));
        return builder.Build(Groupings.All);
    }

    private Dictionary<string, int> Counts() => Groupings.All.SelectMany(g => Living.Where(l => l.KeyIn(g) is not null).GroupBy(l => l.KeyIn(g)!))
        .ToDictionary(g => g.Key, g => g.Select(l => l.Contributor).Distinct().Count());

    private History History()
    {
        var versions = new List<CellVersion>();
        foreach (var (key, release) in shown.SelectMany(s => s).Select(s => (s.Key, s.Value)).Distinct())
        {
            var grouping = Groupings.All.First(g => lives.Any(l => l.KeyIn(g) == key));
            var members = lives.Where(l => l.KeyIn(grouping) == key && l.IsIn(release)).ToLookup(l => l.Contributor);
            var left = Math.Max(members.Count(m => m.All(l => l.Until != int.MaxValue)), members.Any(m => m.Any(l => l.Until != int.MaxValue)) ? 1 : 0);
            var last = Enumerable.Range(1, shown.Count).Last(r => shown[r - 1].TryGetValue(key, out var from) && from == release);
            versions.Add(new(0, ReportTable.PaidOnly, key, release, release, last, left));
        }

        return new(ReportTable.PaidOnly, versions, shown.Count);
    }
}
