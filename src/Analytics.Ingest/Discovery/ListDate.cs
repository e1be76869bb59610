using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Ingest.Discovery;

/// <summary>
/// A date in a feed or sitemap: RFC 822 as feeds write it (two-digit years, missing seconds, wrong names of days, zones of any name) or
/// RFC 3339 with the shorter forms of W3C-DTF.
/// </summary>
/// <param name="Day">By the writer's own clock.</param>
/// <param name="Moment">The moment; where only a day, month or year is stated, the end of it, so that a change within it is not overlooked.</param>
internal readonly partial record struct ListDate(DateOnly Day, DateTimeOffset Moment)
{
    // Hours from UTC. Names that several zones share have RFC 822's meaning, else the one of the larger number of people.
    private static readonly Dictionary<string, double> Zones =
        ("EST=-5 EDT=-4 CST=-6 CDT=-5 MST=-7 MDT=-6 PST=-8 PDT=-7 AKST=-9 HST=-10 BRT=-3 WET=0 WEST=1 BST=1 CET=1 CEST=2 MEZ=1 MESZ=2 EET=2 EEST=3 MSK=3 "
        + "PKT=5 IST=5.5 WIB=7 WITA=8 WIT=9 SGT=8 PHT=8 JST=9 AEST=10 AEDT=11")
        .Split(' ').Select(z => z.Split('=')).ToDictionary(z => z[0], z => double.Parse(z[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // Content systems set to Indonesian write their own names.
    private static readonly Dictionary<string, int> OtherMonths = new() { ["mei"] = 5, ["agu"] = 8, ["ags"] = 8, ["okt"] = 10, ["des"] = 12 };

    /// <summary>The date in <paramref name="text"/>; null when it is none, or not between 1991 and 2100.</summary>
    public static ListDate? Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > 100)
            return null;
        try
        {
            return (Iso().Match(trimmed) is { Success: true } iso ? FromIso(iso) : Rfc822().Match(trimmed) is { Success: true } mail ? FromMail(mail) : null)
                is { Day.Year: >= 1991 and < 2100 } date ? date : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // 31 February, 25 o'clock.
            return null;
        }
    }

    private static ListDate FromIso(Match m)
    {
        var (year, month, day) = (Number(m, "year"), Number(m, "month"), Number(m, "day"));
        var first = new DateOnly(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
        if (!m.Groups["hour"].Success)
        {
            var next = day > 0 ? first.AddDays(1) : month > 0 ? first.AddMonths(1) : first.AddYears(1);
            return new(first, new(next.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        }

        return At(first, m);
    }

    private static ListDate? FromMail(Match m)
    {
        var name = m.Groups["month"].Value.ToLowerInvariant();
        var month = Array.IndexOf(Months, name) + 1;
        if (month == 0 && !OtherMonths.TryGetValue(name, out month))
            return null;
        var written = Number(m, "year");
        var year = m.Groups["year"].Length > 2 ? written : written < 70 ? 2000 + written : 1900 + written;
        var day = new DateOnly(year, month, Number(m, "day"));
        return m.Groups["hour"].Success ? At(day, m) : new(day, new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
    }

    private static ListDate At(DateOnly day, Match m)
    {
        // A leap second is the next minute's first.
        var time = new TimeSpan(Number(m, "hour"), Number(m, "minute"), Number(m, "second"));
        if (time > TimeSpan.FromDays(1))
            throw new ArgumentOutOfRangeException(nameof(m));
        return new(day, new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) + time - Zone(m));
    }

    // A zone nobody knows is taken as UTC: half a day off is better than no date.
    private static TimeSpan Zone(Match m) => m.Groups["sign"].Success
        ? (m.Groups["sign"].Value == "-" ? -1 : 1) * new TimeSpan(Math.Min(Number(m, "zoneHour"), 14), Number(m, "zoneMinute"), 0)
        : TimeSpan.FromHours(Zones.GetValueOrDefault(m.Groups["zone"].Value));

    private static int Number(Match m, string group) =>
        m.Groups[group].Success ? int.Parse(m.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<year>\d{4})(-(?<month>\d\d)(-(?<day>\d\d)([T ](?<hour>\d\d):(?<minute>\d\d)(:(?<second>\d\d)([.,]\d+)?)?\s*((?<sign>[+-])(?<zoneHour>\d\d):?(?<zoneMinute>\d\d)?|(?<zone>[A-Za-z]+))?)?)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(\p{L}+\.?,?\s+)?(?<day>\d{1,2})[\s-]+(?<month>\p{L}{3})\p{L}*\.?,?[\s-]+(?<year>\d{4}|\d\d)(,?\s+(?<hour>\d{1,2}):(?<minute>\d\d)(:(?<second>\d\d))?\s*((GMT|UTC)?(?<sign>[+-])(?<zoneHour>\d\d?):?(?<zoneMinute>\d\d)?|(?<zone>\p{L}+))?)?(\s*\(.*\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc822();
}
