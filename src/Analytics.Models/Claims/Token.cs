namespace Analytics.Models.Claims;

internal enum TokenKind : byte
{
    Word,

    /// <summary>Digits with their separators: <c>1.000.000</c>, <c>3,5</c>.</summary>
    Number,

    /// <summary>A currency sign: <c>$</c>, <c>£</c>.</summary>
    Currency,

    /// <summary>A mark that matters to the grammar; every dash is <c>-</c>, every quotation mark <c>"</c>.</summary>
    Mark,
}

/// <summary>One word, number or mark of a block. Markup, escapes and white space between tokens are no tokens.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    /// <summary>Number of the word in the lexicons' vocabulary; 0 when no lexicon knows it.</summary>
    public int Word { get; init; }

    /// <summary>The sign of a mark or currency.</summary>
    public char Sign { get; init; }

    /// <summary>Whether white space stands before it.</summary>
    public bool Spaced { get; init; }

    /// <summary>Whether a word begins with a capital.</summary>
    public bool Capital { get; init; }

    public int End => Start + Length;

    public bool Is(char sign) => Kind == TokenKind.Mark && Sign == sign;
}

/// <summary>A run of tokens that is a sentence, and its characters without outer white space.</summary>
internal readonly record struct SentenceSpan(int First, int End, int Start, int Length);
