using System.Collections.Frozen;
using System.Globalization;

namespace Analytics.Models.Claims;

/// <summary>A block as the statement reader sees it: the phrases about platforms beside pay, and the values told with them.</summary>
internal sealed class StatementText
{
    private const int LeastAge = 13, MostAge = 25;
    private const int ReachOfQualifier = 3;

    // Without a capital they are words: "dananya", "the wise thing".
    private static readonly FrozenSet<string> WordsToo = FrozenSet.Create("dana", "wise", "stripe", "trolley");
    private readonly Hit?[] _startingAt;
    private readonly FigureFinder _figures;

    public StatementText(BlockView view, Lexicon lexicon, FigureFinder figures)
    {
        (View, _figures) = (view, figures);
        _startingAt = new Hit?[view.Tokens.Count];
        foreach (var hit in lexicon.Statements.Find(view.Tokens, nested: true))
            _startingAt[hit.First] = hit;
    }

    public BlockView View { get; }

    public bool Any(TokenSpan span, StatementCue cue)
    {
        for (var i = span.First; i < span.End; i++)
        {
            if (Has(i, cue))
                return true;
        }

        return false;
    }

    public bool Any(TokenSpan span, Cue cue) => View.Any(span.First, span.End, cue);

    /// <summary>Ways of paying out that are named, in order, each once.</summary>
    public List<(string Name, int First)> Methods(TokenSpan span)
    {
        var found = new List<(string Name, int First)>();
        for (var i = span.First; i < span.End; i++)
        {
            if (TextAt(i, StatementCue.Method) is not { } name)
                continue;
            // "Rekening Payoneer" is not a bank's.
            var end = _startingAt[i]!.End;
            var isName = !View.Tokens[i].Capital && WordsToo.Contains(name);
            var isOther = name == "bank" && TextAt(end, StatementCue.Method) is { } next && next != name;
            if (!isName && !isOther && !found.Exists(m => m.Name == name))
                found.Add((name, i));
            i = end - 1;
        }

        return found;
    }

    /// <summary>The way of paying that an amount is told of alone: "for PayPal", "ke bank", or what the clause begins with. Null for none or several.</summary>
    public string? Qualifier(TokenSpan span)
    {
        var methods = Methods(span);
        var toward = methods.FindAll(m => Any(new(Math.Max(span.First, m.First - ReachOfQualifier), m.First + 1), StatementCue.Toward));
        return Subject(span) ?? (toward is [var only] && only == methods[^1] ? only.Name : null);
    }

    /// <summary>The one way of paying that a clause begins with and speaks of.</summary>
    public string? Subject(TokenSpan span) =>
        Methods(span) is [var only] && only.First < span.First + ReachOfQualifier && !Any(span with { End = only.First }, StatementCue.PaidOut) ? only.Name : null;

    /// <summary>Amounts as <c>10 USD</c>, with their places.</summary>
    public List<(string Value, int First)> Amounts(TokenSpan span) =>
        [.. _figures.Find(View, span.First, span.End).Select(f => (Amount(f.Min, f.Currency), f.First))];

    /// <summary>An amount as statements write it.</summary>
    public static string Amount(decimal amount, string currency) => $"{Written(amount)} {currency}";

    /// <summary>Shares as <c>20 %</c>, with their places.</summary>
    public IEnumerable<(string Value, int First)> Percents(TokenSpan span)
    {
        for (var i = span.First; i + 1 < span.End; i++)
        {
            if (View.Tokens[i].Kind == TokenKind.Number && (View.IsMark(i + 1, '%') || View.Has(i + 1, Cue.Share)) && View.NumberAt(i) is { } number)
                yield return ($"{Written(number)} %", i);
        }
    }

    /// <summary>A length of time as <c>7 days</c> or <c>3-5 days</c>; null when there is none.</summary>
    public (string Value, int First)? Duration(TokenSpan span)
    {
        for (var i = span.First; i < span.End; i++)
        {
            // "Once a week" is how often, not how long.
            if (Counts.CountAt(View, i, span.End) is not { Unit: "hour" or "day" or "week" or "month" } count || TextAt(i - 1, StatementCue.Pace) is not null)
                continue;
            var isRange = i >= span.First + 2 && View.Tokens[i - 2].Kind == TokenKind.Number && (View.Has(i - 1, Cue.RangeTo) || View.Has(i - 1, Cue.Or) || View.IsMark(i - 1, '-'));
            var low = isRange ? View.NumberAt(i - 2) : null;
            return (low is { } from && from < count.Value ? $"{Written(from)}-{Written(count.Value)} {count.Unit}s" : $"{Written(count.Value)} {count.Unit}s", i);
        }

        return null;
    }

    /// <summary>How often is paid; null when that is not told.</summary>
    public string? Pace(TokenSpan span) => Enumerable.Range(span.First, span.End - span.First).Select(i => TextAt(i, StatementCue.Pace)).FirstOrDefault(p => p is not null);

    /// <summary>An age as <c>18+</c> or <c>17-60</c>; null when none is told.</summary>
    public string? Age(TokenSpan span)
    {
        for (var i = span.First; i < span.End; i++)
        {
            if (View.Tokens[i].Kind != TokenKind.Number || View.NumberAt(i) is not { } age || age is < LeastAge or > MostAge || age != Math.Truncate(age))
                continue;
            var isYears = View.At(i + 1, Cue.Unit)?.Text == "year";
            if (View.Any(i + 1, i + 5, Cue.Experience))
                continue;
            if (View.Has(i + 1, Cue.RangeTo) || View.IsMark(i + 1, '-'))
            {
                if (View.At(i + 3, Cue.Unit)?.Text == "year" && View.NumberAt(i + 2) is { } top && top > age)
                    return $"{Written(age)}-{Written(top)}";
            }
            else if (View.IsMark(i + 1, '+') || OrOlder(i + 1) || (isYears && (OrOlder(i + 2) || IsFrom(i))) || IsOver(i, span))
                return $"{Written(age)}+";
        }

        return null;
    }

    /// <summary>Countries named, as codes, each once.</summary>
    public IReadOnlyList<string> Countries(TokenSpan span) =>
        [.. BlockView.Within(View.Topics, span.First, span.End)
            .Where(h => !Has(h.First - 1, StatementCue.Language) && !Has(h.End, StatementCue.Language))
            .Select(h => h.Get(Cue.Country)?.Text).OfType<string>().Distinct()];

    /// <summary>The clauses of a sentence: parts that speak each of their own thing.</summary>
    public List<TokenSpan> Clauses(TokenSpan span)
    {
        var clauses = new List<TokenSpan>();
        var first = span.First;
        for (var i = span.First + 1; i < span.End - 1; i++)
        {
            var next = View.IsMark(i, ';') ? i + 1 : View.IsMark(i, ',') && (Has(i + 1, StatementCue.Contrast) || IsAnd(i + 1, span)) ? i + 2 : -1;
            if (next < 0)
                continue;
            clauses.Add(new(first, i));
            first = next;
        }

        clauses.Add(new(first, span.End));
        return clauses;
    }

    public bool Has(int token, StatementCue cue) =>
        (uint)token < (uint)_startingAt.Length && _startingAt[token] is { } hit && hit.Senses.Any(s => (StatementCue)s.Value == cue);

    private string? TextAt(int token, StatementCue cue) =>
        (uint)token < (uint)_startingAt.Length && _startingAt[token] is { } hit ? hit.Senses.Where(s => (StatementCue)s.Value == cue).Select(s => s.Text).FirstOrDefault() : null;

    // ", and" before a verb begins a clause; before the last of a list it does not. Three commas or more are a list.
    private bool IsAnd(int token, TokenSpan span) =>
        View.Has(token, Cue.Or) && Enumerable.Range(span.First, span.End - span.First).Count(t => View.IsMark(t, ',')) < 3;

    private bool OrOlder(int token) => Has(token, StatementCue.Older);

    // "must be at least 18", "over 18", where no other thing is counted.
    private bool IsOver(int token, TokenSpan span) =>
        IsFrom(token) && (token + 1 >= span.End || View.Tokens[token + 1].Kind == TokenKind.Mark) && (Any(span, StatementCue.MayJoin) || Any(span, Cue.MayJoin));

    private bool IsFrom(int token) => View.Any(token - 3, token, Cue.AtLeast) || View.Any(token - 4, token, Cue.MayJoin);

    private static string Written(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A run of tokens.</summary>
internal readonly record struct TokenSpan(int First, int End);
