using System.Globalization;
using System.Text;
using Analytics.Models.Sources;

namespace Analytics.Web.Pages.Checks;

/// <summary>What a reader pasted: a text, or the address of a page.</summary>
/// <param name="Text">Without what cannot be seen: control characters, marks that turn the direction of writing, characters of no width.</param>
public sealed record PastedText(string Text)
{
    /// <summary>Characters in the longest text that is read.</summary>
    public const int Longest = 1_000;

    /// <summary>Whether it is too long to be read.</summary>
    public bool IsTooLong => Text.Length > Longest;

    /// <summary>Whether it is meant as an address.</summary>
    public bool IsAddress => ReaderAddress.IsMeant(Text);

    /// <summary>What is pasted; null for nothing, or nothing that can be seen.</summary>
    public static PastedText? Find(string? given) => Visible(given ?? "") is { Length: > 0 } text ? new(text) : null;

    private static string Visible(string given)
    {
        var text = new StringBuilder(given.Length);
        foreach (var rune in given.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n')
                text.Append('\n');
            else if (rune.Value is '\t' or '\u2028' or '\u2029')
                text.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                text.Append(rune);
        }

        return text.ToString().Trim();
    }
}
