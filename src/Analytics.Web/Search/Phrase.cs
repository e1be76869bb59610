using System.Globalization;
using System.Text;

namespace Analytics.Web.Search;

/// <summary>Text as it is compared: lower case, without accents and signs.</summary>
/// <param name="Words">At most <see cref="MostWords"/>.</param>
internal sealed record Phrase(IReadOnlyList<string> Words)
{
    /// <summary>Nobody needs more to name a page, and the work grows with each.</summary>
    public const int MostWords = 16;

    /// <summary>The words run together, so that "M-Turk" and "mturk" are one.</summary>
    public string Solid { get; } = string.Concat(Words);

    public static Phrase Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        // By runes, since half a character cannot be taken apart.
        foreach (var character in string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character))
                folded.Append(char.ToLowerInvariant(character));
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                folded.Append(' ');
        }

        return new([.. folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)]);
    }
}
