using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>
/// Gives figures their units: from the words after the amount, before it, from a neighbour in the same sentence, or from the
/// table header, list intro or heading above. Where none tells, the unit stays null.
/// </summary>
internal static class UnitFinder
{
    private const int ReachAfter = 3;
    private const int ReachBefore = 9;
    internal const int ReachOfOne = 16;
    private const int ReachOfPiece = 3;

    /// <summary>Sets the units of a block's figures. <paramref name="around"/> are the blocks whose words frame this one, nearest first.</summary>
    public static void Assign(IReadOnlyList<Figure> figures, IReadOnlyList<BlockView> around, Func<Figure, BlockView?> header)
    {
        for (var i = 0; i < figures.Count; i++)
            After(figures[i], i + 1 < figures.Count ? figures[i + 1] : null);
        for (var i = 1; i < figures.Count; i++)
            NeighbourUnits.FromParallel(figures[i], figures[i - 1]);
        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i].Unit is null)
                Before(figures[i], i > 0 ? figures[i - 1] : null);
        }

        var known = figures.Where(f => f is { Unit: not null, UnitIsNear: true }).ToLookup(f => (f.Min, f.Max, f.Currency), f => f.Unit!.Value);
        foreach (var figure in figures.Where(f => f.Unit is null && known.Contains((f.Min, f.Max, f.Currency))))
            Set(figure, known[(figure.Min, figure.Max, figure.Currency)].First(), false, figure.End);

        for (var i = figures.Count - 2; i >= 0; i--)
            NeighbourUnits.FromNext(figures[i], figures[i + 1]);
        for (var i = 1; i < figures.Count; i++)
            NeighbourUnits.FromPrevious(figures[i], figures[i - 1]);
        foreach (var figure in figures.Where(f => f.Unit is null))
            figure.Unit = UnitFrames.FromHeader(header(figure)) ?? UnitFrames.FromAbove(figure, around);
    }

    private static void After(Figure figure, Figure? next)
    {
        var view = figure.View;
        var i = SkipConversion(view, figure.End, next);
        // "my $5,000-a-month goal"
        if (view.IsMark(i, '-') && !view.Tokens[i].Spaced && view.Has(i + 1, Cue.Article))
            i++;
        var limit = Math.Min(figure.Span.End, next is null || i > next.First ? int.MaxValue : next.First);
        for (var step = 0; step <= ReachAfter && i < limit; step++)
        {
            if (UnitAt(view, figure.First, i, step == 0) is { } unit)
            {
                Set(figure, unit.Unit, true, unit.End);
                return;
            }

            var token = view.Tokens[i];
            if (token.Kind == TokenKind.Mark && !(token.Sign is '"' or '+' or '/' or '-'))
                break;
            // "$200 content writing job", after "a": one job.
            if (step > 0 && view.At(i, Cue.Unit)?.Text == "task" && IsOne(view, figure.First - 1))
            {
                Set(figure, PayUnit.Task, true, view.HitAt(i)!.End);
                return;
            }

            // "Rp 4 juta lewat 1 tulisan"
            if (step is 1 or 2 && view.At(i, Cue.Unit)?.Text == "task" && view.Text.AsSpan(view.Tokens[i - 1].Start, view.Tokens[i - 1].Length) is "1")
            {
                Set(figure, PayUnit.Task, true, view.HitAt(i)!.End);
                return;
            }

            i = view.HitAt(i)?.End ?? i + 1;
        }
    }

    internal static bool IsOne(BlockView view, int i) => view.Has(i, Cue.Article) || view.At(i, Cue.Number) is { Value: 1 };

    internal static void Set(Figure figure, PayUnit unit, bool near, int end)
    {
        figure.Unit = unit;
        figure.UnitIsNear = near;
        figure.UnitEnd = end;
    }

    /// <summary>Steps over "(Rs. 600 to Rs. 1100)" between an amount and its unit.</summary>
    private static int SkipConversion(BlockView view, int i, Figure? next)
    {
        if (!view.IsMark(i, '(') || next is null || next.First > i + 4)
            return i;
        for (var end = next.End; end < Math.Min(next.End + 4, view.Tokens.Count); end++)
        {
            if (view.IsMark(end, ')'))
                return end + 1;
        }

        return i;
    }

    /// <summary>A unit beginning at a token: "/hr", "per completed task", "an hour", "hourly", "each".</summary>
    private static (PayUnit Unit, int End)? UnitAt(BlockView view, int first, int i, bool directly)
    {
        if (view.At(i, Cue.UnitAdverb) is { } adverb)
            return (Parse(adverb) is PayUnit.Hour && view.Has(view.HitAt(i)!.End, Cue.Audio) ? PayUnit.AudioHour : Parse(adverb), view.HitAt(i)!.End);
        if (view.Has(i, Cue.Each) && !(view.Has(i + 1, Cue.Unit) || view.Has(i + 1, Cue.Number)) && !view.Has(i, Cue.Per))
            return (PayUnit.Task, i + 1);
        var isSlash = view.IsMark(i, '/');
        var isPer = view.Has(i, Cue.Per);
        if (isSlash || isPer)
            return Noun(view, isPer ? view.HitAt(i)!.End : i + 1, isSlash);
        // "my first $5,000 month"
        if (directly && view.At(i, Cue.Unit) is { Text: "day" or "week" or "month" or "year" } period && IsOne(view, first - 1) && !UnitFrames.IsPlural(view, view.HitAt(i)!))
            return (Parse(period), view.HitAt(i)!.End);
        // "$10 tests"; "$4 for 5-minute tests".
        if (directly && view.At(i, Cue.Unit)?.Text == "task")
            return (PayUnit.Task, view.HitAt(i)!.End);
        if (directly && view.Has(i, Cue.For) && view.HitAt(i)!.End is var noun)
        {
            // "Rp150.000 untuk 600-700 kata": one piece of that length.
            if (Counts.CountAt(view, noun, view.Tokens.Count) is { Unit: "word" } words)
                return (PayUnit.Task, words.End);
            for (var at = noun; at < Math.Min(noun + 5, view.Tokens.Count) && !IsCount(view, at); at++)
            {
                if (view.At(at, Cue.Unit) is { Text: not "task" and not "other" })
                    break;
                if (view.At(at, Cue.Unit)?.Text == "task" && view.Tokens[at - 1].Kind == TokenKind.Word && !view.Has(at - 1, Cue.Number) && !view.Has(at - 1, Cue.Vague))
                    return (PayUnit.Task, view.HitAt(at)!.End);
            }
        }

        // "$35 an hour"; "for an article"; but "in an hour" is a time taken.
        if (directly && view.Has(i, Cue.Article) && view.At(i + 1, Cue.Unit) is { } unit)
            return (Parse(unit), view.HitAt(i + 1)!.End);
        if (view.At(i, Cue.Unit)?.Text == "task" && view.HitBefore(i) is { } before && before.Has(Cue.Article) && i - before.First <= 1 && !directly)
            return (PayUnit.Task, view.HitAt(i)!.End);
        return null;
    }

    private static (PayUnit Unit, int End)? Noun(BlockView view, int i, bool isSlash)
    {
        // "per 1,000 views", "per 100 words": no unit of ours.
        if (isSlash && i < view.Tokens.Count && view.Tokens[i].Spaced && view.Tokens[i].Kind == TokenKind.Number)
            return null;
        if (i < view.Tokens.Count && view.Tokens[i].Kind == TokenKind.Number)
            return view.At(i + 1, Cue.Unit) is { } counted && view.Text.AsSpan(view.Tokens[i].Start, view.Tokens[i].Length) is "1"
                ? (Parse(counted), i + 2) : view.Tokens[i].Spaced || isSlash ? (PayUnit.Other, i + 1) : null;
        if (view.At(i, Cue.Number) is { Value: > 1 })
            return (PayUnit.Other, i + 1);
        for (var step = 0; step < 4 && i + step < view.Tokens.Count; step++)
        {
            // "for each hour-long class"
            if (view.IsMark(i + step + 1, '-') && !view.Tokens[i + step + 1].Spaced && view.Has(i + step + 3, Cue.Unit))
                return (Parse(view.At(i + step + 3, Cue.Unit)!.Value), view.HitAt(i + step + 3)!.End);
            if (view.At(i + step, Cue.Unit) is { } unit)
            {
                var isAudio = view.Any(i, i + step, Cue.Audio) || view.Has(view.HitAt(i + step)!.End, Cue.Audio);
                return (isAudio && Parse(unit) == PayUnit.Hour ? PayUnit.AudioHour : isAudio ? PayUnit.Other : Parse(unit), view.HitAt(i + step)!.End);
            }

            // "per audio/video minute"
            if ((view.Tokens[i + step].Kind != TokenKind.Word && !(step > 0 && view.IsMark(i + step, '/'))) || (isSlash && step > 0))
                break;
        }

        // "per data": a noun that no lexicon knows is a piece of work.
        return isSlash || i >= view.Tokens.Count || view.Tokens[i].Kind != TokenKind.Word ? null : (PayUnit.Task, i + 1);
    }

    private static void Before(Figure figure, Figure? previous)
    {
        var view = figure.View;
        var stop = Math.Max(figure.Span.First, Math.Max(previous?.UnitEnd ?? 0, figure.First - ReachBefore));
        for (var i = figure.First - 1; i >= stop; i--)
        {
            // "for the past year": how long someone has worked is no unit.
            if (view.At(i, Cue.UnitAdverb) is { } adverb && !view.Has(i, Cue.Growth))
            {
                Set(figure, Parse(adverb), true, figure.End);
                return;
            }

            if (view.At(i, Cue.Unit) is { } unit && view.HitBefore(i) is { } per && per.Has(Cue.Per))
            {
                Set(figure, Parse(unit), true, figure.End);
                return;
            }
        }

        if ((UnitFrames.OfMany(figure, previous) ?? UnitFrames.Period(figure, previous)) is { } period)
        {
            Set(figure, period, true, figure.End);
            return;
        }

        // "proyek desain logo $15": what stands right before a sum is what it was paid for.
        for (var i = figure.First - 1; i >= Math.Max(stop, figure.First - ReachOfPiece); i--)
        {
            if (view.At(i, Cue.Unit)?.Text == "task" && !UnitFrames.IsPlural(view, view.HitAt(i)!) && !view.Any(i - 2, i, Cue.Number) && view.Tokens[Math.Max(0, i - 1)].Kind != TokenKind.Number
                && Enumerable.Range(i, figure.First - i).All(t => view.Tokens[t].Kind == TokenKind.Word))
            {
                Set(figure, PayUnit.Task, false, figure.End);
                return;
            }
        }

        for (var i = figure.First - 1; i >= Math.Max(figure.Span.First, Math.Max(previous?.UnitEnd ?? 0, figure.First - ReachOfOne)); i--)
        {
            // "Surveys pay $1", "tasks are between $.01 and $5".
            if (view.At(i, Cue.Unit)?.Text == "task" && figure.First - i <= ReachBefore && !IsOne(view, i - 1) && (view.Has(i + 1, Cue.Is) || view.HitAt(i)!.End > i + 1 || (view.Tokens[i + 1].Kind == TokenKind.Word && view.Has(i + 2, Cue.Is))) && !view.Any(i - 2, i, Cue.Number) && view.Tokens[Math.Max(0, i - 1)].Kind != TokenKind.Number)
            {
                Set(figure, PayUnit.Task, true, figure.End);
                return;
            }

            // "Each delivery, without tips, comes out to $7": the word for one stands far before.
            if (view.At(i, Cue.Unit)?.Text == "task" && view.HitBefore(i) is { } each && each.Has(Cue.Each))
            {
                Set(figure, PayUnit.Task, true, figure.End);
                return;
            }

            // "a task that was meant to earn her $2", "my first post earned $0.13".
            if (view.At(i, Cue.Unit)?.Text == "task" && view.HitBefore(i) is { } one && (one.Has(Cue.Article) || one.Get(Cue.Number) is { Value: 1 }))
            {
                Set(figure, PayUnit.Task, false, figure.End);
                return;
            }
        }
    }

    /// <summary>"for 25 articles": a sum for all of them; but "for 5-minute tests".</summary>
    private static bool IsCount(BlockView view, int i) =>
        view.Tokens[i].Kind == TokenKind.Number && view.At(i + 1, Cue.Unit)?.Text == "task";

    internal static PayUnit Parse(Sense sense) => Term.Parse<PayUnit>(sense.Text!);
}
