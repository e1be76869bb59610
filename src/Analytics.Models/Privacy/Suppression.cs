namespace Analytics.Models.Privacy;

/// <summary>
/// Decides what becomes of every cell of one table: who is too few stays blank, what changed too little stays as it is, and where a difference would isolate fewer than ten, the
/// smallest cell of it is held back too, until none does. Values in, values out.
/// </summary>
public sealed class Suppression
{
    // Of sums that follow from sums; more have not been seen, and what is left after them the audit refuses.
    private const int MostSteps = 8;

    private readonly Population people;
    private readonly History history;
    private readonly int round;
    private readonly Verdict[] verdicts;
    private readonly Shown shown;
    private readonly IReadOnlyList<Shown> before;

    private Suppression(Population people, History history, int round)
    {
        (this.people, this.history, this.round) = (people, history, round);
        (verdicts, shown, before) = (new Verdict[people.Cells], new Shown(people.Cells), [.. history.States(people)]);
    }

    /// <summary>The verdict on each cell that has reports or is in the latest release, by its key.</summary>
    /// <param name="people">Who stands behind the cells now.</param>
    /// <param name="round">The making of the rollups that <paramref name="people"/> is of.</param>
    public static IReadOnlyDictionary<string, Verdict> Decide(Population people, History history, int round)
    {
        var suppression = new Suppression(people, history, round);
        for (var cell = 0; cell < people.Cells; cell++)
            suppression.Set(cell, people.KeyOf(cell) is { } key ? suppression.Alone(cell, key) : Verdict.Unknown);
        while (suppression.Protect())
        {
        }

        var all = Enumerable.Range(0, people.Cells).Where(c => people.KeyOf(c) is not null).ToDictionary(c => people.KeyOf(c)!, c => suppression.verdicts[c]);
        // Of a cell that all have left there is still the version of before, until ten of it have.
        foreach (var key in history.Keys.Where(k => people.Find(k) is null && history.ShownOf(k) is { LeftSince: < Disclosure.LeastContributors }))
            all.Add(key, Verdict.Carried);
        return all;
    }

    /// <summary>The verdict on a cell by its own contributors.</summary>
    private Verdict Alone(int cell, string key)
    {
        if (!ChangeRule.MayRecompute(people, cell, history.Of(key)))
            return history.ShownOf(key) is null ? Verdict.Unknown : Verdict.Carried;
        if (people.CountOf(cell) >= Disclosure.LeastContributors)
            return Verdict.Fresh;
        return Verdict.BlankFor(history.LastOf(key) is null ? Disclosure.SuppressedK : Disclosure.Withdrawn);
    }

    private void Set(int cell, Verdict verdict)
    {
        verdicts[cell] = verdict;
        history.Show(shown, people, cell, verdict, round);
    }

    private bool Protect()
    {
        // All views are looked at before the first repair, and one repair often mends several leaks: what is still one after it is found the next time.
        var leaks = history.Views(people, shown).Select(view => new Inference(people, view, round)).SelectMany(i => i.Leaks().Select(leak => (Leak: leak, In: i))).ToList();
        var touched = new HashSet<int>();
        foreach (var (leak, inference) in leaks)
        {
            if (Repair(leak, inference, touched) is { } cell)
                touched.Add(cell);
        }

        return touched.Count > 0 || AgainstHistory();
    }

    /// <summary>The new release's cells against those of each earlier one, and the other way round.</summary>
    private bool AgainstHistory()
    {
        var changed = false;
        foreach (var leak in before.SelectMany(b => EarlierReleases.Leaks(people, shown, b, round)))
            changed |= Withhold(IsFresh(leak.Parent) ? [leak.Parent] : people.ChildrenOf(leak.Parent, leak.Grouping).Where(IsFresh)) is not null;
        return changed;
    }

    // The smallest of the cells that the children are known by gives way, else the smallest that the parent is known by.
    private int? Repair(Leak leak, Inference inference, HashSet<int> touched)
    {
        var children = people.ChildrenOf(leak.Parent, leak.Grouping).SelectMany(c => Sources(c, inference, MostSteps)).ToHashSet();
        var parent = Sources(leak.Parent, inference, MostSteps);
        return children.Overlaps(touched) || parent.Any(touched.Contains) ? null : Withhold(children.Where(IsFresh)) ?? Withhold(parent.Where(IsFresh));
    }

    // A cell that is published is known by itself; one that is inferred by its sum, that is by the other cells of it and the sum itself.
    private IEnumerable<int> Sources(int cell, Inference inference, int steps)
    {
        if (inference.WhereFrom(cell) is not { } from)
            return [cell];
        return steps == 0 ? [] : [.. people.ChildrenOf(from.Parent, from.Grouping).Where(c => c != cell && people.KeyOf(c) is not null), .. Sources(from.Parent, inference, steps - 1)];
    }

    private bool IsFresh(int cell) => verdicts[cell].Kind == VerdictKind.Fresh;

    // A cell that the latest release shows stays as it is there: nothing is lost. Else the smallest is blank.
    private int? Withhold(IEnumerable<int> fresh)
    {
        var choice = fresh.Select(cell => (Cell: cell, IsShown: history.ShownOf(people.KeyOf(cell)!) is not null))
            .OrderByDescending(c => c.IsShown).ThenBy(c => people.CountOf(c.Cell)).ThenBy(c => people.KeyOf(c.Cell), StringComparer.Ordinal)
            .Select(c => ((int Cell, bool IsShown)?)c).FirstOrDefault();
        if (choice is not { } chosen)
            return null;
        Set(chosen.Cell, chosen.IsShown ? Verdict.Carried : Verdict.BlankFor(Disclosure.SuppressedComplement));
        return chosen.Cell;
    }
}
