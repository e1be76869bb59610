using Analytics.Models.Rollups;

namespace Analytics.Models.Tests.Privacy;

/// <summary>A report while it counts: from the release that counted it first to the one before which it left.</summary>
internal sealed class Life(string contributor, string? platform, string? task, string? experience, string? country, DateOnly quarter, int from)
{
    private static readonly Dictionary<Dimensions, int> Numbers = Groupings.All.Index().ToDictionary(g => g.Item, g => g.Index);

    // Worked out once: a reader of a million reports asks for each many times.
    private string?[]? keys;

    public string Contributor => contributor;

    public string? Platform => platform;

    public string? Task => task;

    public string? Experience => experience;

    public string? Country => country;

    public DateOnly Quarter => quarter;

    public int From => from;

    /// <summary>Number of the first release made without it.</summary>
    public int Until { get; set; } = int.MaxValue;

    public bool IsIn(int release) => From <= release && release < Until;

    /// <summary>The key of its cell of a grouping; null where a value of it was not told.</summary>
    public string? KeyIn(Dimensions grouping) => (keys ??= [.. Groupings.All.Select(Written)])[Numbers[grouping]];

    private string? Written(Dimensions grouping)
    {
        string? Part(Dimensions d, string? value) => grouping.HasFlag(d) ? value : "*";
        string?[] parts =
        [
            Part(Dimensions.Platform, Platform), Part(Dimensions.TaskType, Task), Part(Dimensions.Experience, Experience), Part(Dimensions.Country, Country),
            Part(Dimensions.Quarter, $"{Quarter.Year}Q{(Quarter.Month + 2) / 3}"),
        ];
        return parts.Contains(null) ? null : string.Intern(string.Join('/', parts));
    }
}

/// <summary>
/// Somebody who keeps every release and knows who was in each cell of it: takes the shown cells of each grouping from each shown cell above, by the very reports, and shares no code
/// with what is tested.
/// </summary>
internal static class Readers
{
    /// <summary>What isolates fewer than ten.</summary>
    /// <param name="parents">For each cell shown in one release, the release that computed it.</param>
    /// <param name="children">The same of that release or another.</param>
    public static IReadOnlyList<string> Differences(IReadOnlyList<Life> lives, IReadOnlyDictionary<string, int> parents, IReadOnlyDictionary<string, int> children)
    {
        var found = new List<string>();
        foreach (var above in Groupings.All)
        {
            foreach (var below in Groupings.All.Where(g => g != above && (g & above) == above))
            {
                var apart = new Dictionary<string, HashSet<string>>();
                var taken = new HashSet<string>();
                foreach (var life in lives)
                {
                    if (life.KeyIn(above) is not { } parent || !parents.TryGetValue(parent, out var release))
                        continue;
                    var inside = false;
                    if (life.KeyIn(below) is { } child && children.TryGetValue(child, out var of))
                    {
                        taken.Add(parent);
                        inside = life.IsIn(of);
                    }

                    if (life.IsIn(release) != inside)
                        (apart.TryGetValue(parent, out var set) ? set : apart[parent] = []).Add(life.Contributor);
                }

                found.AddRange(apart.Where(a => taken.Contains(a.Key) && a.Value.Count < 10).Select(a => $"{a.Key} by {below}: {string.Join(' ', a.Value)}"));
            }
        }

        return found;
    }

    /// <summary>Cells that two releases computed, and that differ by fewer than ten contributors.</summary>
    public static IReadOnlyList<string> Changes(IReadOnlyList<Life> lives, IReadOnlyList<IReadOnlyDictionary<string, int>> releases)
    {
        var found = new List<string>();
        foreach (var grouping in Groupings.All)
        {
            var byCell = lives.Where(l => l.KeyIn(grouping) is not null).ToLookup(l => l.KeyIn(grouping)!);
            foreach (var cell in byCell)
            {
                int[] versions = [.. releases.Where(r => r.ContainsKey(cell.Key)).Select(r => r[cell.Key]).Distinct().Order()];
                foreach (var (older, newer) in versions.SelectMany(o => versions.Where(n => n > o).Select(n => (o, n))))
                {
                    // One who corrected a report is in both, with another report: his pay is in the difference.
                    HashSet<string> apart = [.. cell.Where(l => l.IsIn(older) != l.IsIn(newer)).Select(l => l.Contributor)];
                    if (apart.Count is > 0 and < 10)
                        found.Add($"{cell.Key} of releases {older} and {newer}: {string.Join(' ', apart)}");
                }
            }
        }

        return found;
    }
}
