using System.Collections.Frozen;

namespace Analytics.Models.Claims;

/// <summary>
/// Splits a block into tokens in one pass. Markdown emphasis, HTML tags, link addresses, backslashes and character references are
/// stepped over, so that the grammar sees <c>**Rp1.200 per paket**</c> as it would be read aloud; positions stay those of the text.
/// </summary>
internal static class Tokenizer
{
    private const int LongestTag = 2000;
    private const int ShortQuestion = 7;
    private const int LongestSentence = 200;

    private static readonly FrozenDictionary<string, char> References = new Dictionary<string, char>
    {
        ["ndash"] = '-',
        ["mdash"] = '-',
        ["pound"] = '£',
        ["euro"] = '€',
        ["yen"] = '¥',
        ["dollar"] = '$',
        ["#36"] = '$',
        ["#163"] = '£',
        ["#8364"] = '€',
        ["#8211"] = '-',
        ["#8212"] = '-',
        ["plus"] = '+',
        ["quot"] = '"',
        ["ldquo"] = '"',
        ["rdquo"] = '"',
        ["lt"] = '<',
        ["gt"] = '>',
        ["amp"] = '&',
    }.ToFrozenDictionary();

    public static List<Token> Split(string text, Vocabulary words)
    {
        var tokens = new List<Token>(text.Length / 5 + 4);
        var spaced = true;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsLetter(c))
                i = AddWord(text, i, spaced, words, tokens);
            else if (char.IsAsciiDigit(c) || (c == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && !spaced && tokens is [.., { Kind: TokenKind.Currency }]))
                i = AddNumber(text, i, spaced, words, tokens);
            else if (c == '<' && TagEnd(text, i) is var tag && tag > 0)
                (i, spaced) = (tag, true);
            else if (c == '&' && Reference(text, i) is { Length: > 0 } reference)
            {
                if (reference.Sign != '\0')
                    AddSign(tokens, reference.Sign, i, reference.Length, spaced);
                spaced = reference.Sign == '\0';
                i += reference.Length;
                continue;
            }
            else if (c == '[' && NoteEnd(text, i) is var note && note > 0)
                i = note;
            else if (c == ']' && i + 1 < text.Length && text[i + 1] == '(' && LinkEnd(text, i + 2) is var link && link > 0)
                i = link;
            else if (char.IsWhiteSpace(c) || IsNoise(c))
            {
                spaced |= char.IsWhiteSpace(c) || c == '|';
                if (c == '|')
                    AddSign(tokens, '|', i, 1, spaced);
                i++;
                continue;
            }
            else
            {
                if (Sign(c) is var sign && sign != '\0')
                    AddSign(tokens, sign, i, 1, spaced);
                i++;
            }

            spaced = false;
        }

        return tokens;
    }

    /// <summary>Sentences of a tokenised block, in order; every token belongs to one.</summary>
    public static List<SentenceSpan> Sentences(string text, List<Token> tokens, Func<Token, bool> isAbbreviation)
    {
        var sentences = new List<SentenceSpan>();
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!EndsSentence(tokens, first, i, isAbbreviation))
                continue;
            var end = i + 1;
            while (end < tokens.Count && !tokens[end].Spaced && (tokens[end].Is('"') || tokens[end].Is(')') || tokens[end].Is('!') || tokens[end].Is('?')))
                end++;
            sentences.Add(Span(text, tokens, first, end));
            first = end;
            i = end - 1;
        }

        if (first < tokens.Count)
            sentences.Add(Span(text, tokens, first, tokens.Count));
        return sentences;
    }

    private static SentenceSpan Span(string text, List<Token> tokens, int first, int end)
    {
        var start = tokens[first].Start;
        // An opening mark-up sign belongs to the sentence that it opens.
        while (start > 0 && IsNoise(text[start - 1]) && text[start - 1] is not ('|' or '>'))
            start--;
        return new SentenceSpan(first, end, start, tokens[end - 1].End - start);
    }

    private static bool EndsSentence(List<Token> tokens, int first, int i, Func<Token, bool> isAbbreviation)
    {
        var token = tokens[i];
        if (i - first >= LongestSentence)
            return true; // No one wrote that as a sentence, and each figure looks at all of its own.
        if (token.Is('|'))
            return false;
        if (token.Kind != TokenKind.Mark || token.Sign is not ('.' or '!' or '?') || i + 1 >= tokens.Count)
            return false;
        var next = tokens[i + 1];
        if (next.Kind == TokenKind.Mark && next.Sign is '"' or ')' && !next.Spaced)
            return i + 2 >= tokens.Count || (tokens[i + 2].Spaced && tokens[i + 2] is { Kind: not TokenKind.Word } or { Capital: true });
        if (!next.Spaced)
            return false;
        if (token.Sign == '?' && i - first < ShortQuestion)
            return false; // "The average rate? $2 an hour." is one statement.
        if (token.Sign != '.')
            return next.Kind != TokenKind.Mark;
        var before = i > 0 ? tokens[i - 1] : default;
        var isShort = i > 0 && !token.Spaced && before.Kind == TokenKind.Word && (before.Length == 1 || isAbbreviation(before));
        return !isShort && (next.Kind != TokenKind.Word || next.Capital);
    }

    private static int AddWord(string text, int start, bool spaced, Vocabulary words, List<Token> tokens)
    {
        var i = start + 1;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetter(c) || c is '\u0301')
                continue;
            if (char.IsAsciiDigit(c))
            {
                if (words.IsCurrency(text.AsSpan(start, i - start)))
                    break;
                continue;
            }

            if (c is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]))
                continue;
            break;
        }

        tokens.Add(WordToken(text, start, i, spaced, words));
        return i;
    }

    private static int AddNumber(string text, int start, bool spaced, Vocabulary words, List<Token> tokens)
    {
        var i = start + 1;
        while (i < text.Length && (char.IsAsciiDigit(text[i])
            || (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
            i++;
        var end = i;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        // "99designs" is a name; "10k", "5jt", "12h" are a number and what it counts.
        if (end - i > 4 && !words.Knows(text.AsSpan(i, end - i)))
        {
            tokens.Add(WordToken(text, start, end, spaced, words));
            return end;
        }

        tokens.Add(new Token(TokenKind.Number, start, i - start) { Spaced = spaced, Word = words.Find(text.AsSpan(start, i - start)) });
        return i;
    }

    private static Token WordToken(string text, int start, int end, bool spaced, Vocabulary words) =>
        new(TokenKind.Word, start, end - start)
        {
            Spaced = spaced,
            Capital = char.IsUpper(text[start]) || char.IsDigit(text[start]),
            Word = words.Find(text.AsSpan(start, end - start)),
        };

    private static void AddSign(List<Token> tokens, char sign, int start, int length, bool spaced) =>
        tokens.Add(new Token(Vocabulary.IsCurrencySign(sign) ? TokenKind.Currency : TokenKind.Mark, start, length) { Sign = sign, Spaced = spaced });

    private static bool IsNoise(char c) => c is '*' or '_' or '`' or '\\' or '|' or '[' or ']' or '#' or '\u200b' or '\ufeff';

    private static char Sign(char c) => c switch
    {
        '.' or ',' or ';' or ':' or '!' or '?' or '(' or ')' or '/' or '+' or '%' or '=' or '~' or '<' or '>' or '&' or '≥' or '≤' or '@' => c,
        '-' or '–' or '—' or '−' or '‐' or '‑' => '-',
        '≈' => '~',
        '→' => '→',
        '"' or '“' or '”' or '„' or '«' or '»' or '\'' or '‘' or '’' => '"',
        '×' => '×',
        '…' => '.',
        _ => Vocabulary.IsCurrencySign(c) ? c : '\0',
    };

    /// <summary>End of the tag that begins at <paramref name="start"/>, or -1 when it is no tag.</summary>
    private static int TagEnd(string text, int start)
    {
        if (start + 1 >= text.Length || !(char.IsAsciiLetter(text[start + 1]) || text[start + 1] is '/' or '!'))
            return -1;
        var close = text.AsSpan(start, Math.Min(LongestTag, text.Length - start)).IndexOf('>');
        return close < 0 ? -1 : start + close + 1;
    }

    /// <summary>End of a footnote's number, "[12]", or -1; a link's text is none.</summary>
    private static int NoteEnd(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end > start + 1 && end <= start + 4 && end < text.Length && text[end] == ']' && (end + 1 >= text.Length || text[end + 1] != '(') ? end + 1 : -1;
    }

    /// <summary>End of a Markdown link's address, or -1 when what follows is ordinary text.</summary>
    private static int LinkEnd(string text, int start)
    {
        var rest = text.AsSpan(start, Math.Min(LongestTag, text.Length - start));
        var close = rest.IndexOfAny(')', ' ', '\n');
        return close < 0 || rest[close] != ')' ? -1 : start + close + 1;
    }

    private static (int Length, char Sign) Reference(string text, int start)
    {
        var rest = text.AsSpan(start + 1, Math.Min(10, text.Length - start - 1));
        var end = rest.IndexOf(';');
        if (end < 2)
            return default;
        foreach (var c in rest[..end])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '#')
                return default;
        }

        return (end + 2, References.GetValueOrDefault(rest[..end].ToString()));
    }
}
