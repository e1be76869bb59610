using System.Buffers;

namespace Analytics.Ingest.Pages;

internal static class WhiteSpace
{
    /// <summary>Runs of white space become one space; ends trimmed; zero-width characters and soft hyphens gone.</summary>
    public static string Fold(string text)
    {
        var room = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        var pending = false;
        foreach (var c in text)
        {
            if (c is <= ' ' or >= '\u007F')
            {
                if (char.IsWhiteSpace(c))
                {
                    pending = length > 0;
                    continue;
                }

                if (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' || char.IsControl(c))
                    continue;
            }

            // A space stands for white space that came before: there is room for it.
            if (pending)
                room[length++] = ' ';
            pending = false;
            room[length++] = c;
        }

        var folded = room.AsSpan(0, length).SequenceEqual(text) ? text : new string(room, 0, length);
        ArrayPool<char>.Shared.Return(room);
        return folded;
    }

    /// <summary>Words that hold a letter or digit. In scripts that set no spaces two characters are taken for one word.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var (words, counted, unspaced) = (0, false, 0);
        foreach (var c in text)
        {
            if (counted && char.IsAsciiLetterOrDigit(c))
                continue;
            if (char.IsWhiteSpace(c))
            {
                counted = false;
            }
            else if (IsUnspaced(c))
            {
                words += unspaced++ % 2;
            }
            else if (!counted && char.IsLetterOrDigit(c))
            {
                counted = true;
                words++;
            }
        }

        return words + unspaced % 2;
    }

    // Chinese and Japanese; Thai, Lao, Burmese and Khmer.
    private static bool IsUnspaced(char c) =>
        c is >= '\u0E01' and <= '\u0EDF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF'
            or >= '\u3041' and <= '\u30FF' and not '\u30FB' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
