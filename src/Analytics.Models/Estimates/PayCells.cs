namespace Analytics.Models.Estimates;

/// <summary>
/// Pay by what it is told by: each distinct combination of the factors is a cell, and a cell's pay is kept by fold and log-bucket, with the bucket's own mean.
/// What is fitted on it grows with cells and buckets, not with rows.
/// </summary>
internal sealed record PayCells
{
    /// <summary>The fold of studies' figures: no one's pay is left out with it, and nothing is calibrated on it.</summary>
    public const byte NoFold = Folds.Count;

    /// <summary>Words that one factor may have.</summary>
    public const int MostWords = 1 << MixedDesign.BitsOfCode;

    public static readonly PayFactor[] Factors = Enum.GetValues<PayFactor>();

    /// <summary>Words of each factor, in the order first met.</summary>
    public required IReadOnlyList<WordCodes> Words { get; init; }

    /// <summary>The codes of each cell's factors, one cell after another.</summary>
    public required int[] Codes { get; init; }

    /// <summary>Entries: by cell, fold and bucket.</summary>
    public required PayEntry[] Entries { get; init; }

    /// <summary>Rows that were added.</summary>
    public required int Rows { get; init; }

    public int Cells => Codes.Length / Factors.Length;

    public ReadOnlySpan<int> CodesOf(int cell) => Codes.AsSpan(cell * Factors.Length, Factors.Length);

    /// <summary>The codes of what <paramref name="row"/> is told by; -1 for a word that was never met.</summary>
    public static int[] CodesOf(IReadOnlyList<WordCodes> words, PayRow row) => Array.ConvertAll(Factors, f => words[(int)f].Find(row[f]));

    /// <summary>The code of <paramref name="cell"/>'s word for <paramref name="factor"/>.</summary>
    public int Code(int cell, PayFactor factor) => Codes[cell * Factors.Length + (int)factor];
}

/// <summary>Some pay of one cell and fold, of about the same height.</summary>
/// <param name="Log">Mean of ln USD an hour.</param>
/// <param name="Count">Rows as independent ones: a contributor's rows of one platform, task and period are one, and one's further periods count less.</param>
/// <param name="Precision">Their weight: the inverse of the variance beside a row of weight 1.</param>
internal readonly record struct PayEntry(int Cell, byte Fold, double Log, double Count, double Precision);

/// <summary>Numbers for the words of a factor.</summary>
internal sealed class WordCodes
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    public IReadOnlyList<string> Words => _words;

    /// <summary>Codes of <paramref name="words"/>, in their order.</summary>
    public static WordCodes Of(IEnumerable<string> words)
    {
        var codes = new WordCodes();
        foreach (var word in words)
            codes.Add(word);
        return codes;
    }

    public int Add(string word)
    {
        if (_codes.TryGetValue(word, out var code))
            return code;
        _codes.Add(word, _words.Count);
        _words.Add(word);
        return _words.Count - 1;
    }

    /// <summary>The code of <paramref name="word"/>; -1 where it was never added.</summary>
    public int Find(string word) => _codes.GetValueOrDefault(word, -1);
}
