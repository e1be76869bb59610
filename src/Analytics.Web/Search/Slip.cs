namespace Analytics.Web.Search;

/// <summary>Slips of the keys: a letter more, less or other, or two neighbours changed about.</summary>
internal static class Slip
{
    /// <summary>Whether <paramref name="asked"/> may be meant for <paramref name="known"/>: one slip from 4 letters on, two from 8.</summary>
    public static bool Of(string asked, string known)
    {
        var allowed = asked.Length switch { >= 8 => 2, >= 4 => 1, _ => 0 };
        return allowed > 0 && Math.Abs(asked.Length - known.Length) <= allowed && Distance(asked, known) <= allowed;
    }

    /// <summary>How many slips make one of the other (Damerau and Levenshtein, no letter touched twice).</summary>
    public static int Distance(string one, string other)
    {
        var (before, last, now) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            (before, last, now) = (last, now, before);
        }

        return last[other.Length];
    }
}
