using System.Collections.Frozen;

namespace Analytics.Models.Claims;

/// <summary>Every word that a lexicon or the gazetteer knows, numbered, in lower case. Built once; read by many threads.</summary>
internal sealed class Vocabulary
{
    private const int LongestWord = 40;
    private const int ShortestStem = 3;
    private const string CurrencySigns = "$£€¥₹₱₦₫฿₩₽₺₴₵₪₡¢";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _currencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _currencyLookup;
    private string[] _suffixes = [];

    public Vocabulary()
    {
        _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        _currencyLookup = _currencies.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many words there are; numbers up to it are given out.</summary>
    public int Count => _numbers.Count;

    public static bool IsCurrencySign(char c) => c == '$' || (c > '\u007f' && CurrencySigns.Contains(c, StringComparison.Ordinal)) || c == '¢';

    /// <summary>The number of <paramref name="word"/>, or of a known word with an ending, given out when there is neither. Add stems first.</summary>
    public int Add(string word)
    {
        if (Find(word) is var number && number != 0)
            return number;
        return _numbers[word.ToLowerInvariant().Replace('’', '\'')] = _numbers.Count + 1;
    }

    /// <summary>Marks a word as one that may stand glued before digits: "Rp1.200".</summary>
    public void AddCurrency(string word) => _currencies.Add(word.ToLowerInvariant());

    /// <summary>Endings that a language hangs on words ("-nya", "'s"), tried longest first when the whole word is unknown.</summary>
    public void SetSuffixes(IEnumerable<string> suffixes) =>
        _suffixes = [.. suffixes.Distinct().OrderByDescending(s => s.Length).ThenBy(s => s, StringComparer.Ordinal)];

    public bool IsCurrency(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestWord];
        return word.Length <= LongestWord && _currencyLookup.Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    public bool Knows(ReadOnlySpan<char> word) => Find(word) != 0;

    /// <summary>The number of the word, of the word without an ending, or 0.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return 0;
        Span<char> buffer = stackalloc char[LongestWord];
        var lower = buffer[..word.ToLowerInvariant(buffer)];
        lower.Replace('’', '\'');
        if (_lookup.TryGetValue(lower, out var number))
            return number;
        foreach (var suffix in _suffixes)
        {
            if (lower.Length >= suffix.Length + ShortestStem && lower.EndsWith(suffix) && _lookup.TryGetValue(lower[..^suffix.Length], out number))
                return number;
        }

        return 0;
    }
}
