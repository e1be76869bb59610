using System.Text;

namespace Analytics.Ingest.Pages;

internal static class WhiteSpace
{
    /// <summary>Runs of white space become one space; ends trimmed; zero-width characters and soft hyphens gone.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' || (char.IsControl(c) && !char.IsWhiteSpace(c)))
                continue;
            if (char.IsWhiteSpace(c))
            {
                pending = folded.Length > 0;
                continue;
            }

            if (pending)
                folded.Append(' ');
            pending = false;
            folded.Append(c);
        }

        return folded.ToString();
    }

    /// <summary>Words that hold a letter or digit.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var (words, counted) = (0, false);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                counted = false;
            }
            else if (!counted && char.IsLetterOrDigit(c))
            {
                counted = true;
                words++;
            }
        }

        return words;
    }
}
