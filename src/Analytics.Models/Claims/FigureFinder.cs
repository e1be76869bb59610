using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>
/// Finds amounts of money: <c>$1,500</c>, <c>Rp 100 ribu sampai Rp 200 ribu</c>, <c>45-90 dollars</c>, <c>USD $30.00</c>,
/// <c>5jt</c>, "twenty dollars". One range is one figure.
/// </summary>
internal sealed class FigureFinder(Lexicon lexicon, DollarRule dollar, CancellationToken stop)
{
    private const int ReachOfPay = 14;
    private const int ReachOfCounted = 3;
    private const decimal MostFactor = 1e12m;
    private const decimal One = 1.0000000000000000000000000000m;

    private readonly CurrencyFinder _currencies = new(lexicon, dollar);

    public List<Figure> Find(BlockView view) => Find(view, 0, view.Tokens.Count);

    /// <summary>The figures that begin in a range of tokens.</summary>
    public List<Figure> Find(BlockView view, int first, int last)
    {
        var figures = new List<Figure>();
        for (var i = first; i < last;)
        {
            stop.ThrowIfCancellationRequested();
            var figure = At(view, i);
            if (figure is not null)
                figures.Add(figure);
            i = figure?.End ?? i + 1;
        }

        return figures;
    }

    private Figure? At(BlockView view, int i)
    {
        if ((Amount(view, i) ?? WordsBeforeRange(view, i)) is not { } low)
            return null;
        var (end, high) = (low.End, (Part?)null);
        if (Connector(view, low, i) is var next && next > 0 && Amount(view, next, low.Currency ?? dollar.Of(view)) is { } second && Joins(low, second))
            (end, high) = (second.End, second);
        var top = high?.Currency;
        var currency = top ?? low.Currency;
        if (low.Currency is not null && top is not null && !low.IsVague)
            currency = low.Currency;
        var isBare = currency is null;
        if (isBare)
        {
            if (lexicon.File.BareCurrency is null || IsCounted(view, i, end) || !(low.Multiplied || high?.Multiplied == true || IsGroupedPay(view, i, end)))
                return null;
            currency = lexicon.File.BareCurrency;
        }

        var (min, max) = Values(low, high);
        if (min <= 0 || view.Has(i - 1, Cue.Vague))
            return null;
        var bound = BoundRule.Around(view, i, end, high is not null, out var boundEnd);
        if (view.SentenceOf(boundEnd - 1) != view.SentenceOf(i))
            return null;
        // Dividing by a long one drops trailing zeros: 10.00 is written 10.
        return new Figure
        {
            View = view,
            First = i,
            End = boundEnd,
            Min = min / One,
            Max = max / One,
            Currency = currency!,
            IsBare = isBare,
            Bound = bound,
            UnitEnd = boundEnd,
        };
    }

    /// <summary>"28,4 juta followers", "160 ribu pekerja", "subscriber sebanyak 23 juta": a number without a currency counts what stands beside it.</summary>
    private static bool IsCounted(BlockView view, int first, int end) =>
        view.Has(end, Cue.Worker) || view.At(end, Cue.Unit) is { Text: "other" or "task" } || IsGlued(view, first)
        || Enumerable.Range(first - ReachOfCounted, ReachOfCounted).Any(i => view.At(i, Cue.Unit)?.Text == "other");

    /// <summary>"juta8.431 juta": a number that runs on from a word is a cell of a flattened table.</summary>
    private static bool IsGlued(BlockView view, int first) => first > 0 && !view.Tokens[first].Spaced && view.Tokens[first - 1].Kind == TokenKind.Word;

    /// <summary>"sixty" in "sixty to one hundred dollars".</summary>
    private static Part? WordsBeforeRange(BlockView view, int i) =>
        view.Has(i, Cue.Number) && NumberForm.InWords(view, i) is { } words && view.Has(words.End, Cue.RangeTo) ? new Part(words.Value, 1, null, words.End, false, false) : null;

    /// <summary>"dihargai minimal 15.000": thousands after a word of paying, that count nothing.</summary>
    private static bool IsGroupedPay(BlockView view, int first, int end) =>
        view.Tokens[first].Kind == TokenKind.Number && view.Text.AsSpan(view.Tokens[first].Start, view.Tokens[first].Length) is var text && text.EndsWith("00") && text.Contains('.')
        && (view.Any(first - 3, first, Cue.Pay) || (view.HitBefore(first)?.Has(Cue.From) == true && view.Any(first - ReachOfPay, first, Cue.Pay))) && !view.Has(end, Cue.Unit) && !view.IsMark(end, '%') && !(end < view.Tokens.Count && view.Tokens[end].Kind == TokenKind.Word && view.Has(end + 1, Cue.Unit));

    /// <summary>A number with what belongs to it. <c>Raw</c> is the number before its multiplier.</summary>
    private readonly record struct Part(decimal Raw, decimal Factor, string? Currency, int End, bool HasOwnSign, bool IsVague)
    {
        public bool Multiplied => Factor > 1;

        public decimal Value => Raw * Factor;
    }

    private static bool Joins(Part low, Part high) =>
        (low.Currency is null || high.Currency is null || low.Currency == high.Currency || low.IsVague || high.IsVague)
        && Values(low, high) is var (min, max) && max > min && max <= min * 2000;

    /// <summary>"5–10k": the multiplier of the higher end counts for both.</summary>
    private static (decimal Min, decimal Max) Values(Part low, Part? high)
    {
        if (high is not { } top)
            return (low.Value, low.Value);
        return (!low.Multiplied && top.Multiplied && low.Raw < top.Raw && low.Raw < 1000 ? low.Raw * top.Factor : low.Value, top.Value);
    }

    private static int Connector(BlockView view, Part low, int first)
    {
        var i = low.End;
        if (view.IsMark(i, '+'))
            i++;
        if (view.IsMark(i, '-'))
            return i + 1;
        if (view.At(i, Cue.RangeTo) is not null)
        {
            // "Rp 20.000 hingga lebih dari Rp 500.000"
            var next = view.HitAt(i)!.End;
            return view.HitAt(next) is { } bound && BoundRule.Of(bound) != Bound.Exact && !bound.Has(Cue.Currency) ? bound.End : next;
        }

        if (view.IsMark(i, '/') && i + 1 < view.Tokens.Count && view.IsMark(i + 1, '-'))
            return i + 2;
        return view.Has(i, Cue.Or) && view.Any(first - 4, first, Cue.Between) ? view.HitAt(i)!.End : -1;
    }

    private Part? Amount(BlockView view, int i, string? inherited = null)
    {
        var (number, currency, isVague) = _currencies.Before(view, i);
        var hasSign = number > i;
        if (Number(view, number, currency ?? inherited) is not { } read)
            return null;
        var (raw, end, words) = read;
        if (IsFormula(view, hasSign ? i : i - 1, number, end))
            return null;
        var factor = Multiplier(view, ref end, hasSign || inherited is not null);
        // Numbers in words are amounts only with a currency word after them: "twenty dollars".
        var after = _currencies.After(view, end, !words && hasSign, words);
        if (after is { } suffix)
        {
            if (suffix.IsCent)
                raw /= 100;
            if (currency is null || isVague || !hasSign)
                (currency, isVague) = (suffix.Code, false);
            if (suffix.Code != inherited && currency == suffix.Code && !words && !hasSign && Number(view, number, suffix.Code) is { } again)
                raw = suffix.IsCent ? again.Value / 100 : again.Value;
            else if (hasSign && !words && currency == suffix.Code && Number(view, number, suffix.Code) is { } resolved)
                raw = resolved.Value;
            end = suffix.End;
        }
        else if (words && factor == 1)
            return null;

        if (view.IsMark(end, '%') || raw > 1_000_000_000_000m)
            return null;
        return new Part(raw, factor, currency, TrailingZeroes(view, end), hasSign || after is not null, isVague);
    }

    private (decimal Value, int End, bool Words)? Number(BlockView view, int i, string? currency)
    {
        if ((uint)i >= (uint)view.Tokens.Count)
            return null;
        if (view.Tokens[i].Kind == TokenKind.Number)
        {
            var text = view.Text.AsSpan(view.Tokens[i].Start, view.Tokens[i].Length);
            var dots = lexicon.File.DotIsThousands || (currency is not null && lexicon.All.Currencies.TryGetValue(currency, out var known) && known.DotIsThousands);
            return NumberForm.Read(text, dots, IsBeforeMultiplier(view, i + 1)) is { } value ? (value, i + 1, false) : null;
        }

        return NumberForm.InWords(view, i) is { } words ? (words.Value, words.End, true) : null;
    }

    private static bool IsBeforeMultiplier(BlockView view, int i) => view.At(i, Cue.Multiplier) is { Value: >= 1000 };

    private static decimal Multiplier(BlockView view, ref int end, bool hasSign)
    {
        var factor = 1m;
        for (var i = 0; i < 2 && view.At(end, Cue.Multiplier) is { } sense && view.HitAt(end)!.End == end + 1; i++)
        {
            var token = view.Tokens[end];
            // "m" and "b" alone are millions only in "$5m", never in "5 m".
            if (token.Length == 1 && (token.Spaced || (!hasSign && char.ToLowerInvariant(view.Text[token.Start]) != 'k' && !view.Has(end + 1, Cue.Currency))))
                break;
            if (factor * sense.Value > MostFactor)
                break;
            factor *= sense.Value;
            end++;
        }

        return factor;
    }

    /// <summary>"a spacing of $1.5$": a formula; "$\$5$" and "\$5" are money.</summary>
    private static bool IsFormula(BlockView view, int first, int number, int end) =>
        first >= 0 && number == first + 1 && view.Tokens[first].Sign == '$' && end < view.Tokens.Count && view.Tokens[end] is { Sign: '$', Spaced: false }
        && (end + 1 >= view.Tokens.Count || view.Tokens[end + 1].Spaced || view.Tokens[end + 1].Kind == TokenKind.Mark)
        && (view.Tokens[first].Start == 0 || view.Text[view.Tokens[first].Start - 1] != '\\');

    /// <summary>"Rp100.000,-": the dash for no cents belongs to the amount.</summary>
    private static int TrailingZeroes(BlockView view, int end) =>
        view.IsMark(end, ',') && view.IsMark(end + 1, '-') && !view.Tokens[end].Spaced && !view.Tokens[end + 1].Spaced ? end + 2 : end;
}
