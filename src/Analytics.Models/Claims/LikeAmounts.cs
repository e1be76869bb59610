using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>Amounts that belong together though each is told for itself: the ends of a range, and rates of which only some name the time.</summary>
internal static class LikeAmounts
{
    private const int WordsOfRange = 6;
    private const int MostTimes = 6;
    private const int BlocksBack = 2;
    private const int FiguresAhead = 4;

    /// <summary>"from as little as $200 per month to as high as $10,000 per month": one range whose ends both name the unit.</summary>
    public static void JoinRanges(List<Figure> figures)
    {
        for (var i = figures.Count - 2; i >= 0; i--)
        {
            var (low, high) = (figures[i], figures[i + 1]);
            var view = low.View;
            if (low.Sentence != high.Sentence || low.Currency != high.Currency || low.Unit is null || low.Unit != high.Unit || !low.UnitIsNear || !high.UnitIsNear || high.Min <= low.Max
                || low.UnitEnd == low.End || high.First - low.UnitEnd > WordsOfRange || !view.Has(low.UnitEnd, Cue.RangeTo) || (low.Bound is not Bound.AtLeast && high.Bound is not Bound.UpTo))
                continue;
            var range = low with { Max = high.Max, End = high.End, Bound = Bound.Exact };
            UnitFinder.Set(range, low.Unit.Value, true, high.UnitEnd);
            figures[i] = range;
            figures.RemoveAt(i + 1);
        }
    }

    /// <summary>
    /// "Experienced translators earn Rp8 juta a month. With clients abroad they reach Rp15 juta.": an amount without a unit that is about
    /// as large as the rate told before it, or after it in its sentence, is paid by the same time.
    /// </summary>
    public static void Follow(IReadOnlyList<Figure> figures, Figure? before)
    {
        var last = before is not null && figures is [var first, ..] && before.View.Index >= first.View.Index - BlocksBack ? before : null;
        for (var i = 0; i < figures.Count; i++)
        {
            var figure = figures[i];
            if (IsRate(figure))
                last = figure;
            if (figure.Unit is not null || !TellsPay(figure))
                continue;
            var next = figures.Skip(i + 1).Take(FiguresAhead).FirstOrDefault(f => f.Sentence == figure.Sentence && IsRate(f));
            if ((last is not null && IsAlike(figure, last) ? last : next is not null && IsAlike(figure, next) ? next : null) is { Unit: { } unit })
                UnitFinder.Set(figure, unit, false, figure.End);
        }
    }

    private static bool TellsPay(Figure figure)
    {
        bool In(Cue cue) => figure.View.Any(figure.Span.First, figure.Span.End, cue);
        return (In(Cue.Earn) || In(Cue.Get) || In(Cue.Pay)) && !In(Cue.Total);
    }

    /// <summary>Whether an amount is paid by time, as its own words say.</summary>
    public static bool IsRate(Figure figure) =>
        figure is { UnitIsNear: true, Unit: PayUnit.Hour or PayUnit.Day or PayUnit.Week or PayUnit.Month or PayUnit.Year };

    private static bool IsAlike(Figure figure, Figure other) =>
        figure.Currency == other.Currency && figure.Min <= other.Max * MostTimes && other.Min <= figure.Max * MostTimes;
}
