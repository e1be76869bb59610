using System.Globalization;

namespace Analytics.Models.Claims;

/// <summary>Reads hours worked per day or week: "3.5 hours every night", "12h/dia", "20 to 25 hours a week".</summary>
public static class WorkTime
{
    private const int WordsBetween = 3;

    /// <summary>The working time of a sentence as <c>3.5 h/day</c> or <c>20-25 h/week</c>; null when it states none.</summary>
    internal static string? In(BlockView view, SentenceSpan span)
    {
        for (var i = span.First; i < span.End; i++)
        {
            if (Counts.CountAt(view, i, span.End) is not { Unit: "hour" } count || Period(view, count.End, span.End) is not { } period)
                continue;
            var low = i >= 2 && view.Tokens[i - 2].Kind == TokenKind.Number && (view.Has(i - 1, Cue.RangeTo) || view.Has(i - 1, Cue.Or) || view.IsMark(i - 1, '-'))
                ? view.NumberAt(i - 2) : null;
            return low is { } from && from < count.Value
                ? $"{Written(from)}-{Written(count.Value)} h/{period}" : $"{Written(count.Value)} h/{period}";
        }

        return null;
    }

    /// <summary>The hours a day or week of a value that <see cref="In"/> wrote; the middle of a range. Null for other values.</summary>
    public static (decimal Hours, string Period)? Parse(string? value)
    {
        if (value?.Split(" h/") is not [var hours, "day" or "week" or "month"])
            return null;
        var ends = hours.Split('-').Select(h => decimal.TryParse(h, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : 0).ToList();
        return ends.All(e => e > 0) ? (ends.Average(), value[(value.IndexOf('/', StringComparison.Ordinal) + 1)..]) : null;
    }

    private static string? Period(BlockView view, int i, int end)
    {
        for (var at = i; at < Math.Min(end, i + WordsBetween); at++)
        {
            if (view.At(at, Cue.UnitAdverb)?.Text is ("day" or "week" or "month") and var adverb)
                return adverb;
            var next = view.IsMark(at, '/') || view.Has(at, Cue.Per) || view.Has(at, Cue.Article) ? at + 1 : -1;
            if (next > 0 && view.At(next, Cue.Unit)?.Text is ("day" or "week" or "month") and var unit)
                return unit;
        }

        return null;
    }

    private static string Written(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
