namespace Analytics.Models.Claims;

/// <summary>Finds which currency the signs, codes and words around a number name.</summary>
internal sealed class CurrencyFinder(Lexicon lexicon, DollarRule dollar)
{
    /// <summary>Currency before the number: "$", "US$", "USD $", "Rp.", "\$". Gives the token where the number must begin.</summary>
    public (int Number, string? Currency, bool IsVague) Before(BlockView view, int i)
    {
        var (at, code, vague) = (i, (string?)null, false);
        for (var part = 0; part < 3 && at < view.Tokens.Count; part++)
        {
            var token = view.Tokens[at];
            if (token.Kind == TokenKind.Currency)
            {
                var sign = CodeOfSign(view, token.Sign);
                vague = token.Sign == '$' && code is null;
                code = code is null || !vague && token.Sign != '$' ? sign : code;
                at++;
            }
            else if (part == 0 && CodeOfPrefix(view, at) is { } prefix)
            {
                code = prefix;
                at++;
            }
            else if (code is not null && part > 0 && CodeBefore(view, at) is { } named)
            {
                (code, vague) = (named, false);
                at++;
            }
            else
                break;
            if (view.IsMark(at, '.') && !view.Tokens[at].Spaced)
                at++;
        }

        return (at, code, vague);
    }

    /// <summary>A currency's code or letters before a number; "US", "R" and the like only before a glued "$".</summary>
    private string? CodeOfPrefix(BlockView view, int at)
    {
        var token = view.Tokens[at];
        if (token.Kind != TokenKind.Word)
            return null;
        if (at + 1 < view.Tokens.Count && view.Tokens[at + 1] is { Kind: TokenKind.Currency, Sign: '$', Spaced: false })
            return DollarOf(view.Text.AsSpan(token.Start, token.Length));
        return CodeBefore(view, at);
    }

    private static string? CodeBefore(BlockView view, int at) =>
        view.HitAt(at) is { } hit && hit.End == at + 1 && hit.Get(Cue.Currency) is { } sense && view.Tokens[at].Length <= 4
            && (view.Tokens[at].Length > 1 || (at + 1 < view.Tokens.Count && !view.Tokens[at + 1].Spaced && view.Tokens[at].Capital)) ? sense.Text : null;

    private string? DollarOf(ReadOnlySpan<char> letters)
    {
        foreach (var currency in lexicon.All.Currencies.Values)
        {
            foreach (var sign in currency.Signs)
            {
                if (sign.Length == letters.Length + 1 && sign[^1] == '$' && letters.Equals(sign.AsSpan(0, letters.Length), StringComparison.OrdinalIgnoreCase))
                    return currency.Code;
            }
        }

        return null;
    }

    private string CodeOfSign(BlockView view, char sign)
    {
        if (sign == '$')
            return dollar.Of(view);
        foreach (var currency in lexicon.All.Currencies.Values)
        {
            foreach (var own in currency.Signs)
            {
                if (own.Length == 1 && own[0] == sign)
                    return currency.Code;
            }
        }

        return dollar.Of(view);
    }

    /// <summary>Currency after a number: "dollars", "5$", "-rupee", and the token behind it.</summary>
    /// <param name="hasSign">Whether one stands before it too.</param>
    /// <param name="isInWords">Whether the number is written in words.</param>
    public (string Code, bool IsCent, int End)? After(BlockView view, int i, bool hasSign, bool isInWords)
    {
        // "a 5,000-rupee bonus"
        if (!hasSign && view.IsMark(i, '-') && !view.Tokens[i].Spaced && i + 1 < view.Tokens.Count && view.Tokens[i + 1] is { Kind: TokenKind.Word, Spaced: false })
            i++;
        if (i >= view.Tokens.Count)
            return null;
        var token = view.Tokens[i];
        if (token.Kind == TokenKind.Currency)
        {
            // "$5$" closes a formula; "5$" and "5 €" are amounts; in "5 $6" the sign belongs to the next one.
            var opensNext = i + 1 < view.Tokens.Count && view.Tokens[i + 1].Kind == TokenKind.Number && !view.Tokens[i + 1].Spaced;
            if (opensNext || (hasSign && token.Spaced))
                return null;
            return token.Sign == '¢' ? ("USD", true, i + 1) : (CodeOfSign(view, token.Sign), false, i + 1);
        }

        if (view.HitAt(i) is not { } hit)
            return null;
        if (hit.Get(Cue.Cent) is { } cent && !hasSign)
            return (cent.Text!, true, hit.End);
        if (hit.Get(Cue.Currency) is not { } currency || (isInWords && IsSmallCode(view, hit, currency)))
            return null;
        // "USD 5 USD 10": a code followed by a number opens the next amount.
        return hit.End < view.Tokens.Count && hit.End == i + 1 && view.Tokens[hit.End].Kind == TokenKind.Number ? null : (currency.Text!, false, hit.End);
    }

    /// <summary>"give it a try": a code in small letters after a word is the word.</summary>
    private static bool IsSmallCode(BlockView view, Hit hit, Sense currency) =>
        hit.End == hit.First + 1 && !view.Tokens[hit.First].Capital && view.Text.AsSpan(view.Tokens[hit.First].Start, view.Tokens[hit.First].Length).Equals(currency.Text, StringComparison.OrdinalIgnoreCase);
}
