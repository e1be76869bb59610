using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>Units that a figure has from the figure beside it in the same sentence.</summary>
internal static class NeighbourUnits
{
    private const int NeighbourGap = 4;

    /// <summary>"$10, $15 or even $20 an hour".</summary>
    public static void FromNext(Figure figure, Figure next)
    {
        var wasOnce = figure.Unit is null && next is { Unit: not null and not PayUnit.Total, UnitIsNear: true } && next.UnitEnd > next.End && figure.Sentence == next.Sentence && figure.Currency == next.Currency
            && next.First - figure.End <= UnitFinder.ReachOfOne && figure.View.Any(figure.First - 4, figure.First, Cue.Growth) && figure.View.Any(figure.End, next.First, Cue.Growth);
        if (wasOnce)
            UnitFinder.Set(figure, next.Unit!.Value, false, figure.End);
        else if (figure.Unit is null && next.Unit is { } unit && next.UnitEnd > next.End && figure.Sentence == next.Sentence
            && next.First - figure.End <= NeighbourGap && !figure.View.IsMark(figure.End, '(') && !figure.View.IsMark(figure.End, '=')
            && Enumerable.Range(figure.End, next.First - figure.End).All(i => figure.View.Tokens[i].Is(',') || figure.View.Has(i, Cue.Or) || figure.View.Has(i, Cue.RangeTo) || figure.View.Has(i, Cue.About) || figure.View.Has(i, Cue.UpTo) || figure.View.Has(i, Cue.AtLeast)))
            UnitFinder.Set(figure, unit, true, figure.End);
    }

    /// <summary>"General projects pay $9 an hour, expert ones pay $25": told side by side, they are paid alike.</summary>
    public static void FromParallel(Figure figure, Figure previous)
    {
        var view = figure.View;
        if (figure.Unit is null && previous is { Unit: { } unit and not PayUnit.Task and not PayUnit.Total, UnitIsNear: true } && figure.Sentence == previous.Sentence
            && figure.First - previous.UnitEnd <= UnitFinder.ReachOfOne && previous.UnitEnd > previous.End
            && Enumerable.Range(previous.First - 4, 4).Any(i => view.Has(i, Cue.Is) && view.Has(i, Cue.Pay)) && view.HitBefore(figure.First) is { } pays && pays.Has(Cue.Is) && pays.Has(Cue.Pay))
            UnitFinder.Set(figure, unit, false, figure.End);
    }

    /// <summary>"$11.58/hr (median is $4.57)".</summary>
    public static void FromPrevious(Figure figure, Figure previous)
    {
        if (figure.Unit is null && previous is { Unit: PayUnit.Task, UnitIsNear: false } && figure.Sentence == previous.Sentence)
            UnitFinder.Set(figure, PayUnit.Task, false, figure.End);
        else if (figure.Unit is null && previous.Unit is { } unit && previous.UnitIsNear && unit != PayUnit.Total && figure.Sentence == previous.Sentence
            && (figure.View.Any(previous.UnitEnd, figure.First, Cue.Average) || figure.View.Any(previous.UnitEnd, figure.First, Cue.Growth) || figure.View.Any(previous.UnitEnd, figure.First, Cue.Left)
                || figure.First - previous.UnitEnd <= NeighbourGap && figure.View.Any(previous.UnitEnd, figure.First, Cue.RangeTo)))
            UnitFinder.Set(figure, unit, false, figure.End);
    }
}
