using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>Units that stand off from the amount: the period that frames its sentence, its column's header, the line above its list, its row's label.</summary>
internal static class UnitFrames
{
    private const int ReachOfLabel = 60;
    private const int MostCuesAbove = 200;
    private const int ReachAfter = 9;

    /// <summary>
    /// "In one day a driver can take Rp400 ribu", "a month, after petrol, he clears Rp5 juta": said of what one can get or gets as a rule, the
    /// time is a unit, wherever in the sentence; of what was got once, a period.
    /// </summary>
    public static PayUnit? Period(Figure figure, Figure? previous)
    {
        var (view, span) = (figure.View, figure.Span);
        if (view.Any(span.First, figure.First, Cue.Total) && view.Any(span.First, figure.First, Cue.Past))
            return null;
        var isRule = view.Any(span.First, figure.First, Cue.Modal) || view.Any(span.First, figure.First, Cue.Habit);
        var from = previous?.Sentence == figure.Sentence ? previous.UnitEnd : span.First;
        for (var i = from; isRule && i < Math.Min(span.End - 2, figure.End + ReachAfter); i++)
        {
            if (view.Has(i, Cue.Within) && view.HitAt(i)!.End is var one && UnitFinder.IsOne(view, one) && view.At(one + 1, Cue.Unit) is { Text: "day" or "week" or "month" } unit)
                return UnitFinder.Parse(unit);
        }

        if (!isRule && !view.Any(from, figure.First, Cue.Average))
            return null;
        for (var i = figure.First - 1; i >= from; i--)
        {
            if (view.At(i, Cue.UnitAdverb) is { Text: "hour" or "day" or "week" or "month" or "year" } adverb && !view.Has(i, Cue.Growth))
                return UnitFinder.Parse(adverb);
        }

        return null;
    }

    /// <summary>"Per 1,000 views they get $2": a rate for many is no unit of ours.</summary>
    public static PayUnit? OfMany(Figure figure, Figure? previous)
    {
        var (view, span) = (figure.View, figure.Span);
        var from = previous?.Sentence == figure.Sentence ? previous.UnitEnd : span.First;
        for (var i = from; i < figure.First - 1; i++)
        {
            if (IsPerMany(view, i))
                return PayUnit.Other;
        }

        for (var i = figure.End; i < Math.Min(span.End - 1, figure.End + ReachAfter); i++)
        {
            if (view.Tokens[i].Kind == TokenKind.Currency)
                return null;
            if (IsPerMany(view, i))
                return PayUnit.Other;
        }

        return null;
    }

    private static bool IsPerMany(BlockView view, int i) =>
        view.Has(i, Cue.Per) && view.HitAt(i)!.End is var number && number < view.Tokens.Count && view.Tokens[number].Kind == TokenKind.Number && view.NumberAt(number) > 1
        && (view.Has(number + 1, Cue.Unit) || view.Has(number + 2, Cue.Unit));

    /// <summary>The unit in the header of the figure's table column.</summary>
    public static PayUnit? FromHeader(BlockView? header)
    {
        if (header is null)
            return null;
        foreach (var hit in header.Cues)
        {
            if ((hit.Get(Cue.UnitAdverb) ?? hit.Get(Cue.Unit)) is { } unit)
                return UnitFinder.Parse(unit);
        }

        return null;
    }

    /// <summary>The unit that a list's introduction, a heading or the title gives, or the row's own label.</summary>
    public static PayUnit? FromAbove(Figure figure, IReadOnlyList<BlockView> around)
    {
        bool In(Cue cue) => figure.View.Any(figure.Span.First, figure.Span.End, cue);
        if (figure.View.Block.Kind is not (BlockKind.ListItem or BlockKind.TableRow) && !In(Cue.Rate) && !(In(Cue.Average) && In(Cue.Earn)))
            return null;
        foreach (var view in around)
        {
            foreach (var hit in view.Cues.Take(MostCuesAbove))
            {
                if (hit.Get(Cue.UnitAdverb) is { } adverb)
                    return UnitFinder.Parse(adverb);
                if ((hit.Has(Cue.Per) || hit.Has(Cue.Each)) && view.At(hit.End, Cue.Unit) is { } unit)
                    return UnitFinder.Parse(unit);
                if (hit.Has(Cue.Each) && !hit.Has(Cue.Per) && figure.View.Block.Kind == BlockKind.ListItem)
                    return PayUnit.Task;
            }
        }

        // "Landing page: $200": the row's label is the piece of work.
        var isRow = figure.View.Block.Kind is BlockKind.ListItem or BlockKind.TableRow;
        return isRow && figure.View.Between(figure.First - ReachOfLabel, figure.First).Any(h => h.Get(Cue.Unit)?.Text == "task" && !IsBatch(figure.View, h)) ? PayUnit.Task : null;
    }

    public static bool IsPlural(BlockView view, Hit hit) => view.Text[view.Tokens[hit.End - 1].End - 1] == 's';

    /// <summary>"batch tasks: 45 minutes": many, paid together.</summary>
    private static bool IsBatch(BlockView view, Hit hit) =>
        IsPlural(view, hit) && view.Between(hit.End, view.Tokens.Count).Take(12).Any(h => h.Get(Cue.Unit)?.Text is "hour" or "other");
}
