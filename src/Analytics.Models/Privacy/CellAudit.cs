using Analytics.Models.Rollups;

namespace Analytics.Models.Privacy;

/// <summary>A cell that would isolate fewer than ten contributors.</summary>
/// <param name="Said">How, in a sentence's end: "taking … away leaves …".</param>
public sealed record AuditFinding(string Table, string Cell, string Said)
{
    public override string ToString() => $"{Table} {Cell}: {Said}.";
}

/// <summary>
/// Looks for what a release would give away of its cells of reports: alone, by taking them from each other, and by taking them from those of earlier releases or the other way
/// round. It asks only what is shown, not how that came about. Values in, values out.
/// </summary>
public static class CellAudit
{
    /// <summary>Every cell of one table that isolates fewer than ten.</summary>
    /// <param name="verdicts">What becomes of the cells.</param>
    public static IReadOnlyList<AuditFinding> Of(Population people, History history, IReadOnlyDictionary<string, Verdict> verdicts, int round)
    {
        var table = Term.Of(history.Table);
        AuditFinding Found(int cell, string said) => new(table, people.KeyOf(cell) ?? "(not told)", said);
        var shown = new Shown(people.Cells);
        for (var cell = 0; cell < people.Cells; cell++)
            history.Show(shown, people, cell, verdicts.GetValueOrDefault(people.KeyOf(cell) ?? ""), round);
        var found = new List<AuditFinding>();
        for (var cell = 0; cell < people.Cells; cell++)
        {
            if (people.KeyOf(cell) is not { } key || verdicts.GetValueOrDefault(key).Kind != VerdictKind.Fresh)
                continue;
            if (people.CountOf(cell) < Disclosure.LeastContributors)
                found.Add(Found(cell, $"it has {people.CountOf(cell)} contributors"));
            foreach (var version in history.Of(key))
            {
                if (ChangeRule.Changed(people, cell, version) is > 0 and < Disclosure.LeastContributors and var changed)
                    found.Add(Found(cell, $"it differs by {changed} contributors from what release {version.FirstRelease} shows of it"));
            }
        }

        found.AddRange(history.Views(people, shown).SelectMany(view => new Inference(people, view, round).Leaks()).Distinct().Select(l => Found(l.Parent, Taken(people, l))));
        found.AddRange(history.States(people).SelectMany(before => EarlierReleases.Leaks(people, shown, before, round)).Distinct()
            .Select(l => Found(l.Parent, $"{Taken(people, l)}, when an earlier release is held against it")));
        return found;
    }

    private static string Taken(Population people, Leak leak) => $"taking its cells by {people.NameOf(leak.Grouping)} away leaves {leak.Contributors} contributors";
}
