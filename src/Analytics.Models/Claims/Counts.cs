using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>Tasks, hours and months that an amount was paid for, as its sentence states.</summary>
internal readonly record struct Counts(decimal? Tasks, Bound TasksBound, decimal? Hours, decimal? Months)
{
    private const decimal WeeksPerMonth = 52m / 12;
    private const decimal DaysPerMonth = 365m / 12;

    public static Counts Of(Figure figure)
    {
        var (view, span) = (figure.View, figure.Span);
        if (figure.Unit is PayUnit.Day)
            return new Counts(null, Bound.Exact, HoursOfDay(view, span), null);
        if (figure.Unit is not (null or PayUnit.Total or PayUnit.Task))
            return default;
        var tasksBound = Bound.Exact;
        decimal? tasks = null, hours = null, months = null;
        for (var i = span.First; i < span.End; i++)
        {
            if (i >= figure.First && i < figure.UnitEnd)
                continue;
            if (CountAt(view, i, span.End) is not { } count)
                continue;
            var isRate = (view.Any(i - 2, i, Cue.Per) && !view.Any(i - 2, i, Cue.Within)) || view.Any(count.End, count.End + 1, Cue.Per) || view.IsMark(count.End, '/') || view.Any(count.End, count.End + 1, Cue.Article);
            switch (count.Unit)
            {
                case "task" when figure.Unit is not PayUnit.Task && count.Value > 1 && tasks is null:
                    (tasks, tasksBound) = (count.Value, BoundRule.Around(view, i, i + 1, isRange: false, out _));
                    break;
                case "hour" when !isRate:
                    hours ??= count.Value;
                    break;
                case "day" or "week" or "month" or "year" when !isRate && figure.Unit is not PayUnit.Task && view.Any(i - 5, i, Cue.Within):
                    months ??= Math.Round(InMonths(count.Value, count.Unit), 2);
                    break;
                default:
                    break;
            }
        }

        return new Counts(tasks, tasksBound, hours, months);
    }

    /// <summary>"Rp150 ribu per hari setelah bekerja 10 jam": the hours of the day that is paid.</summary>
    private static decimal? HoursOfDay(BlockView view, SentenceSpan span)
    {
        for (var i = span.First; i < span.End; i++)
        {
            if (view.Any(i - 3, i, Cue.Working) && CountAt(view, i, span.End) is { Unit: "hour", Value: <= 24 } count)
                return count.Value;
        }

        return null;
    }

    /// <summary>"2,500 tasks", "four hours", "first 3 months": a number and, within two words, what it counts.</summary>
    public static (decimal Value, string Unit, int End)? CountAt(BlockView view, int i, int end)
    {
        // "Rp150.000 untuk", and there the text ends.
        if (i >= view.Tokens.Count)
            return null;
        decimal value;
        int next;
        if (view.Tokens[i].Kind == TokenKind.Number)
        {
            if (i > 0 && (view.Tokens[i - 1].Kind == TokenKind.Currency || (i > 2 && view.IsMark(i - 1, '-') && view.Tokens[i - 3].Kind == TokenKind.Currency)))
                return null;
            if (view.NumberAt(i) is not { } number)
                return null;
            (value, next) = (number, i + 1);
            if (view.At(next, Cue.Multiplier) is { } factor && view.Tokens[next].Length > 1)
                (value, next) = (value * factor.Value, next + 1);
        }
        else if (view.HitBefore(i) is not { } before || !before.Has(Cue.Number))
        {
            if (view.Has(i, Cue.Article) && view.At(i + 1, Cue.Unit)?.Text is "month" or "week" or "year")
                return (1, view.At(i + 1, Cue.Unit)!.Value.Text!, i + 2);
            if (NumberForm.InWords(view, i) is not { } words)
                return null;
            (value, next) = words;
        }
        else
            return null;

        for (var step = 0; step < 3 && next + step < end; step++)
        {
            if (view.At(next + step, Cue.Unit) is { } unit)
                return (value, unit.Text!, view.HitAt(next + step)!.End);
            if (view.Tokens[next + step].Kind != TokenKind.Word)
                return null;
        }

        return null;
    }

    private static decimal InMonths(decimal value, string unit) => unit switch
    {
        "day" => value / DaysPerMonth,
        "week" => value / WeeksPerMonth,
        "year" => value * 12,
        _ => value,
    };
}
