using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Models.Reports.Trackers;

/// <summary>What a plain number of a column of times counts.</summary>
internal enum TimeUnit
{
    Seconds,
    Minutes,
    Hours,
}

/// <summary>Reads how long something took: 01:15:00, 1:15, 1h 15m, PT1H15M, or a number of the column's unit.</summary>
internal static partial class WorkedTime
{
    private const int Longest = 40;

    /// <summary>The length that <paramref name="text"/> tells; null where it is none.</summary>
    public static TimeSpan? Read(string text, TimeUnit unit, Habits habits)
    {
        if (text.Length > Longest)
            return null;
        if (Clock().Match(text) is { Success: true } clock)
            return Of(clock);
        if (Letters().Match(text) is { Success: true, Length: > 0 } letters && letters.Groups.Values.Skip(1).Any(g => g.Success))
            return Of(letters);
        if (Amount.Number(text, habits, dotIsThousands: false, out var number) is not null || number > 1_000_000)
            return null;
        return unit switch
        {
            TimeUnit.Seconds => TimeSpan.FromSeconds((double)number),
            TimeUnit.Minutes => TimeSpan.FromMinutes((double)number),
            _ => TimeSpan.FromHours((double)number),
        };
    }

    private static TimeSpan Of(Match match) => new(Part(match, "h"), Part(match, "m"), Part(match, "s"));

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<h>\d{1,4}):(?<m>[0-5]\d)(:(?<s>[0-5]\d)([.,]\d+)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(pt)?((?<h>\d{1,4})\s*(h|hrs?|hours?|jam))?\s*((?<m>\d{1,5})\s*(m|mins?|minutes?|menit))?\s*((?<s>\d{1,6})([.,]\d+)?\s*(s|secs?|seconds?|detik))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Letters();
}
