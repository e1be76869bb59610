using System.Collections.Frozen;
using System.Globalization;
using Analytics.Models.Claims;

namespace Analytics.Models.Reports.Trackers;

/// <summary>An amount as people and programs write it: <c>$7.50</c>, <c>1.234,56 €</c>, <c>(5.00)</c>, <c>USD -3</c>.</summary>
/// <param name="Currency">ISO 4217 code; null where it carries no sign.</param>
internal readonly record struct Amount(decimal Value, string? Currency)
{
    /// <summary>Beyond this no row of a worker's file is believed.</summary>
    private const decimal Most = 10_000_000_000m;

    // 28 digits fit a decimal.
    private const int MostDigits = 27;
    private const int Longest = 60;

    private static readonly FrozenDictionary<string, CurrencyEntry> BySign = Signs();

    /// <summary>The code of a currency by its sign or code, in any case; null where it is none.</summary>
    public static string? CurrencyOf(string text) => BySign.GetValueOrDefault(text.Trim())?.Code;

    /// <summary>Reads <paramref name="text"/> as <paramref name="habits"/> has it, and tells it of what can be read in one way only.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static TrackerFault? Read(string text, Habits habits, string? currency, out Amount amount)
    {
        amount = default;
        if (text.Length > Longest)
            return TrackerFault.NotAnAmount;
        var rest = text.Replace('\u2212', '-').AsSpan().Trim();
        var negative = rest is ['(', .., ')'];
        if (negative)
            rest = rest[1..^1];
        negative |= Minus(ref rest);
        var first = rest.IndexOfAnyInRange('0', '9');
        // ".50"
        if (first > 0 && rest[first - 1] is '.' or ',' && !(first > 1 && char.IsLetter(rest[first - 2])))
            first--;
        var last = rest.LastIndexOfAnyInRange('0', '9');
        if (first < 0 || last < first)
            return TrackerFault.NotAnAmount;
        var before = rest[..first].Trim();
        var after = rest[(last + 1)..].Trim();
        negative |= Minus(ref before);
        negative |= before is [.., '-'] || after is ['-', ..] or [.., '-'];
        before = before.TrimEnd("- ");
        after = after.Trim("- ");
        if (before.Length > 0 && after.Length > 0)
            return TrackerFault.NotAnAmount;
        var sign = before.Length > 0 ? before : after;
        var entry = sign.IsEmpty ? null : BySign.GetValueOrDefault(sign.ToString());
        if (!sign.IsEmpty && entry is null)
            return sign.IndexOfAnyExceptInRange('A', 'Z') < 0 && sign.Length == 3 ? TrackerFault.UnknownCurrency : TrackerFault.NotAnAmount;
        entry ??= currency is null ? null : BySign.GetValueOrDefault(currency);
        var fault = Number(rest[first..(last + 1)], habits, entry?.DotIsThousands == true, out var value);
        amount = new(negative ? -value : value, sign.IsEmpty ? null : entry!.Code);
        return fault;
    }

    /// <summary>A number without sign or currency, such as hours.</summary>
    public static TrackerFault? Number(ReadOnlySpan<char> text, Habits habits, bool dotIsThousands, out decimal value)
    {
        Span<char> digits = stackalloc char[Longest];
        value = 0;
        var (n, dots, commas, last) = (0, 0, 0, -1);
        foreach (var one in text)
        {
            // Spaces and apostrophes separate thousands in many countries, and nothing else.
            if (one is ' ' or '\u00a0' or '\u202f' or '\'' or '’')
                continue;
            if (!char.IsAsciiDigit(one) && one is not ('.' or ',') || n == Longest)
                return TrackerFault.NotAnAmount;
            (dots, commas) = (dots + (one == '.' ? 1 : 0), commas + (one == ',' ? 1 : 0));
            last = char.IsAsciiDigit(one) ? last : n;
            digits[n++] = one;
        }

        ReadOnlySpan<char> number = digits[..n];
        if (n - dots - commas is 0 or > MostDigits)
            return TrackerFault.NotAnAmount;
        var fault = Mark(number, dots, commas, last, habits, dotIsThousands, out var mark);
        return fault ?? (Parse(number, mark, out value) ? null : TrackerFault.NotAnAmount);
    }

    private static TrackerFault? Mark(ReadOnlySpan<char> number, int dots, int commas, int last, Habits habits, bool dotIsThousands, out char? mark)
    {
        mark = null;
        if (last < 0 || (dots > 1 && commas == 0) || (commas > 1 && dots == 0))
            return null;
        mark = number[last];
        if (dots > 0 && commas > 0)
        {
            habits.SawDecimal(number[last]);
            return (number[last] == '.' ? dots : commas) == 1 ? null : TrackerFault.NotAnAmount;
        }

        if (number.Length - last - 1 != 3 || last > 3 || last == 0 || number[0] == '0')
        {
            habits.SawDecimal(number[last]);
            return null;
        }

        if (habits.Mixed)
            return TrackerFault.AmbiguousAmount;
        var decimals = habits.Decimal is { } habit ? habit == number[last] : number[last] == '.' && !dotIsThousands;
        mark = decimals ? number[last] : null;
        return null;
    }

    // What is not the decimal mark separates thousands: three digits to a group, or as in India two before the last three.
    private static bool Parse(ReadOnlySpan<char> number, char? mark, out decimal value)
    {
        value = 0;
        var point = mark is { } m ? number.IndexOf(m) : -1;
        var whole = point < 0 ? number : number[..point];
        if (whole.ContainsAny('.', ','))
        {
            var groups = whole.ToString().Split('.', ',');
            if (groups[0].Length is 0 or > 3 || groups[^1].Length != 3 || groups[1..^1].Any(g => g.Length is not (2 or 3)))
                return false;
        }

        Span<char> plain = stackalloc char[Longest];
        var n = 0;
        foreach (var one in whole)
        {
            if (char.IsAsciiDigit(one))
                plain[n++] = one;
        }

        if (point >= 0)
        {
            plain[n++] = '.';
            number[(point + 1)..].CopyTo(plain[n..]);
            n += number.Length - point - 1;
        }

        return decimal.TryParse(plain[..n], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value <= Most;
    }

    /// <summary>A number of a JSON file: 1, 0.5, -2, 1e3.</summary>
    public static bool OfJson(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= Most;

    private static bool Minus(ref ReadOnlySpan<char> text)
    {
        var minus = text is ['-', ..];
        if (text is ['-' or '+', ..])
            text = text[1..].TrimStart();
        return minus;
    }

    private static FrozenDictionary<string, CurrencyEntry> Signs()
    {
        var all = new Dictionary<string, CurrencyEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in LexiconFiles.Currencies())
        {
            foreach (var sign in entry.Signs.Append(entry.Code))
                all.TryAdd(sign, entry);
        }

        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
