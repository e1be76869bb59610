using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Models.Reports.Trackers;

/// <summary>A date, or a date and time, as a file writes it.</summary>
/// <param name="Date">The day as written: where a file tells a zone, the day of that zone.</param>
/// <param name="At">The moment; where the file tells a zone, in UTC, else as written. Null where it tells no time of day.</param>
internal readonly partial record struct Moment(DateOnly Date, DateTime? At)
{
    private const int Longest = 80;
    private static readonly DateOnly First = new(2005, 1, 1);
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads <paramref name="text"/> as <paramref name="habits"/> has it, and tells it of dates that can be read in one way only.</summary>
    /// <param name="dayFirst">What the sender says of it.</param>
    /// <param name="last">The last day that can be.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static TrackerFault? Read(string text, Habits habits, bool? dayFirst, DateOnly last, out Moment moment)
    {
        moment = default;
        if (text.Length > Longest)
            return TrackerFault.NotADate;
        if (Epoch().IsMatch(text))
            return Checked(OfEpoch(text), last, out moment);
        var rest = Weekday().Replace(text.Trim(), "");
        var clock = Clock().Match(rest);
        TimeSpan? time = null;
        TimeSpan? offset = null;
        if (clock.Success)
        {
            if (TimeOf(clock) is not { } read)
                return TrackerFault.NotADate;
            (time, offset) = (read, Offset(clock.Groups["zone"].Value));
            rest = $"{rest[..clock.Index].TrimEnd(' ', 'T', ',')} {rest[(clock.Index + clock.Length)..]}".Trim();
        }

        if (DateOf(rest, habits, dayFirst, out var date) is { } fault)
            return fault;
        return Checked(new(date, time is { } t ? date.ToDateTime(TimeOnly.MinValue) + t - (offset ?? TimeSpan.Zero) : null), last, out moment);
    }

    private static TrackerFault? Checked(Moment read, DateOnly last, out Moment moment)
    {
        moment = read;
        return read.Date < First || read.Date > last ? TrackerFault.DateOutOfRange : null;
    }

    private static TrackerFault? DateOf(string text, Habits habits, bool? dayFirst, out DateOnly date)
    {
        date = default;
        if (YearFirst().Match(text) is { Success: true } iso)
            return Make(Int(iso, "y"), Int(iso, "m"), iso.Groups["d"].Success ? Int(iso, "d") : 1, out date);
        if (Named().Match(text) is { Success: true } named)
            return MonthOf(named.Groups["m"].Value) is { } month ? Make(Year(named), month, Int(named, "d"), out date) : TrackerFault.NotADate;
        if (Numbers().Match(text) is not { Success: true } numbers)
            return TrackerFault.NotADate;
        var (a, b) = (Int(numbers, "a"), Int(numbers, "b"));
        if (a > 12 || b > 12)
            habits.SawDayFirst(a > 12);
        // A full stop between is German, Indonesian and the like, and they all put the day first.
        var first = a > 12 ? true : b > 12 ? false : a == b ? true : dayFirst ?? habits.DayFirst ?? (numbers.Groups["s"].Value == "." ? true : null);
        return first is not { } day ? TrackerFault.AmbiguousDate : Make(Year(numbers), day ? b : a, day ? a : b, out date);
    }

    private static TrackerFault? Make(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return TrackerFault.NotADate;
        date = new(year, month, day);
        return null;
    }

    private static int Year(Match match) => Int(match, "y") is < 100 and var two ? 2000 + two : Int(match, "y");

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // English and Indonesian names agree in their first letters, but for these.
    private static int? MonthOf(string name)
    {
        var start = name[..3].ToLowerInvariant() switch { "mei" => "may", "agu" or "ags" => "aug", "okt" => "oct", "des" => "dec", "peb" => "feb", var same => same };
        return Array.IndexOf(Months, start) is >= 0 and var at ? at + 1 : null;
    }

    private static TimeSpan? TimeOf(Match clock)
    {
        var (hour, minute, second) = (Int(clock, "h"), Int(clock, "n"), clock.Groups["s"].Success ? Int(clock, "s") : 0);
        if (clock.Groups["half"].Value is { Length: > 0 } half)
        {
            if (hour is 0 or > 12)
                return null;
            hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        }

        return hour > 24 || minute > 59 || second > 60 ? null : new TimeSpan(hour, minute, second);
    }

    private static TimeSpan? Offset(string zone) => zone.ToUpperInvariant() switch
    {
        "" => null,
        "Z" or "UTC" or "GMT" or "UTC+0" => TimeSpan.Zero,
        "PST" => TimeSpan.FromHours(-8),
        "PDT" or "MST" => TimeSpan.FromHours(-7),
        "MDT" or "CST" => TimeSpan.FromHours(-6),
        "CDT" or "EST" => TimeSpan.FromHours(-5),
        "EDT" => TimeSpan.FromHours(-4),
        "BST" or "CET" => TimeSpan.FromHours(1),
        "CEST" => TimeSpan.FromHours(2),
        "IST" => TimeSpan.FromHours(5.5),
        "WIB" => TimeSpan.FromHours(7),
        "WITA" => TimeSpan.FromHours(8),
        "WIT" => TimeSpan.FromHours(9),
        var written => Written(written),
    };

    private static TimeSpan Written(string zone)
    {
        var digits = string.Concat(zone.Where(char.IsAsciiDigit)).PadRight(4, '0');
        var hours = zone.Count(char.IsAsciiDigit) == 1 ? zone.First(char.IsAsciiDigit) - '0' : int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var offset = new TimeSpan(hours, zone.Count(char.IsAsciiDigit) == 1 ? 0 : int.Parse(digits[2..4], CultureInfo.InvariantCulture), 0);
        return zone.Contains('-') ? -offset : offset;
    }

    private static Moment OfEpoch(string text)
    {
        var number = long.Parse(text, CultureInfo.InvariantCulture);
        var at = (text.Length > 11 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number)).UtcDateTime;
        return new(DateOnly.FromDateTime(at), at);
    }

    // Seconds or thousandths since 1970, of the years 2001 to 2286.
    [GeneratedRegex(@"^\d{10}(\d{3})?$")]
    private static partial Regex Epoch();

    [GeneratedRegex(@"^(mon|tue|wed|thu|fri|sat|sun|sen|sel|rab|kam|jum|sab|min|ming)[a-z]*[.,]?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<![\d:])(?<h>\d{1,2}):(?<n>\d{2})(:(?<s>\d{2})([.,]\d+)?)?\s*(?<half>[ap]\.?m\b\.?)?\s*(?<zone>Z\b|(?:UTC|GMT)?\s*[+-]\d{1,2}(:?\d{2})?\b|[A-Z]{3,4}\b)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<y>\d{4})([-/.](?<m>\d{1,2})([-/.](?<d>\d{1,2}))?|(?<m>\d{2})(?<d>\d{2}))$", RegexOptions.ExplicitCapture)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^((?<d>\d{1,2})(st|nd|rd|th)?[-\s./]+(?<m>\p{L}{3,9})|(?<m>\p{L}{3,9})\.?[-\s]+(?<d>\d{1,2})(st|nd|rd|th)?)\.?,?[-\s./]+(?<y>\d{4}|\d{2})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?<s>[-/.])(?<b>\d{1,2})[-/.](?<y>\d{4}|\d{2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
