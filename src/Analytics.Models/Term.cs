using System.Collections.Frozen;
using System.Text;

namespace Analytics.Models;

/// <summary>
/// The written form of an enumerated word (DESIGN.md, "Words"): lower case with hyphens, the same in the database, in files,
/// addresses and the command line. <c>SelfReport</c> is written <c>self-report</c>.
/// </summary>
public static class Term
{
    /// <summary>The written form of <paramref name="value"/>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Words<T>.Written[value];

    /// <summary>The value written as <paramref name="text"/>, or null when there is none of that name.</summary>
    public static T? Find<T>(string? text) where T : struct, Enum =>
        text is not null && Words<T>.Read.TryGetValue(text, out var value) ? value : null;

    /// <summary>The value written as <paramref name="text"/>.</summary>
    /// <exception cref="FormatException">There is no such word; the message lists those there are.</exception>
    public static T Parse<T>(string text) where T : struct, Enum =>
        Find<T>(text) ?? throw new FormatException(
            $"'{text}' is not one of the words for {typeof(T).Name}: {string.Join(", ", Words<T>.Written.Values.Order(StringComparer.Ordinal))}.");

    private static class Words<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Written =
            Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Hyphenated(v.ToString()));

        public static readonly FrozenDictionary<string, T> Read =
            Written.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);
    }

    private static string Hyphenated(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (char.IsUpper(name[i]) || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]))))
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
