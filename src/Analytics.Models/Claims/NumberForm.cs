using System.Globalization;

namespace Analytics.Models.Claims;

/// <summary>Reads numbers as people write them.</summary>
internal static class NumberForm
{
    // Longer ones are no amounts, and times a trillion would leave what a decimal holds.
    private const int LongestNumber = 15;
    private const decimal MostInWords = 1e15m;
    private const int MostWords = 12;
    private const int LongestArticle = 3;

    /// <summary>
    /// The number that <paramref name="text"/> (digits, full stops and commas) stands for; null when it is none, such as a version.
    /// A single separator before exactly three digits separates thousands when it is a comma, or a full stop where
    /// <paramref name="dotIsThousands"/>; before a multiplier ("3,345 juta") and after a lone zero it is decimal.
    /// </summary>
    public static decimal? Read(ReadOnlySpan<char> text, bool dotIsThousands, bool beforeMultiplier = false)
    {
        if (text.Length > LongestNumber)
            return null;
        var (dots, commas) = (text.Count('.'), text.Count(','));
        var last = text.LastIndexOfAny('.', ',');
        if (last < 0)
            return Plain(text, '\0');
        if (dots > 0 && commas > 0)
            return Grouped(text[..last], text[last] == '.' ? ',' : '.') ? Plain(text, text[last]) : null;
        var separator = text[last];
        if (dots + commas > 1)
            return Grouped(text, separator) ? Plain(text, '\0') : null;
        var thousands = text.Length - last - 1 == 3 && last <= 3 && text[0] != '0' && !beforeMultiplier && (separator == ',' || dotIsThousands);
        return Plain(text, thousands ? '\0' : separator);
    }

    /// <summary>A number in words from token <paramref name="first"/>: "two hundred", "lima ratus ribu"; null when none stands there.</summary>
    public static (decimal Value, int End)? InWords(BlockView view, int first)
    {
        var (total, current, last, seen, i) = (0m, 0m, 0m, false, first);
        if (view.Has(first, Cue.Article) && view.Tokens[first].Length <= LongestArticle && (view.At(first + 1, Cue.Multiplier) is { Value: >= 100 } || view.Has(first + 1, Cue.Currency) || view.Has(first + 1, Cue.Cent)))
            (current, seen, i) = (1, true, first + 1);
        for (var words = 0; words < MostWords && i < view.Tokens.Count; words++)
        {
            if (seen && view.IsMark(i, '-') && !view.Tokens[i].Spaced)
                i++;
            // "two hundred and fifty"
            if (seen && current % 100 == 0 && view.Has(i, Cue.Or) && view.At(i + 1, Cue.Number) is { Value: < 100 } && view.HitBefore(i)?.Has(Cue.Multiplier) == true)
                i = view.HitAt(i)!.End;
            if (view.At(i, Cue.Number) is { } number)
            {
                (current, last, seen) = (current + number.Value, number.Value, true);
            }
            else if (view.At(i, Cue.Multiplier) is { } factor && view.Tokens[i].Length > 2 && seen)
            {
                if (factor.Value == 10)
                    current += last * 9;
                else if (factor.Value < 1000)
                    current = (current == 0 ? 1 : current) * factor.Value;
                else
                    (total, current) = (total + (current == 0 ? 1 : current) * factor.Value, 0);
            }
            else
                break;
            if (total + current > MostInWords)
                return null;
            i = view.HitAt(i)!.End;
        }

        return seen && total + current > 0 ? (total + current, i) : null;
    }

    /// <summary>Groups of three digits, or as in India of two before a last three ("1,50,000").</summary>
    private static bool Grouped(ReadOnlySpan<char> text, char separator)
    {
        var groups = text.ToString().Split(separator);
        if (groups is [.., ""] or ["", ..] || !groups.All(g => g.All(char.IsAsciiDigit)))
            return false;
        return groups.Length == 1
            || (groups[0].Length <= 3 && groups[1..].All(g => g.Length == 3))
            || (separator == ',' && groups[0].Length <= 2 && groups[^1].Length == 3 && groups[1..^1].All(g => g.Length == 2));
    }

    private static decimal? Plain(ReadOnlySpan<char> text, char point)
    {
        Span<char> digits = stackalloc char[LongestNumber];
        var n = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                digits[n++] = c;
            else if (c == point)
                digits[n++] = '.';
        }

        return decimal.TryParse(digits[..n], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
