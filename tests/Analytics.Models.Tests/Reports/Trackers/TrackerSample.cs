using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Models.Reports.Trackers;

namespace Analytics.Models.Tests.Reports.Trackers;

/// <summary>A made-up table of one layout, and what it has to sum up to.</summary>
/// <param name="Money">Numbers of the columns of amounts, which other countries write otherwise.</param>
public sealed record TrackerSample(TrackerFormat Format, string[] Header, string[][] Rows, int[] Money, string[] Sums, TrackerOptions? Options = null)
{
    /// <summary>The sums in one line each: platform, work, month, currency, pay, of it bonus, costs, hours paid and unpaid (~ estimated), tasks, payment.</summary>
    public static string[] Written(TrackerReading read) => [.. read.Sums.Select(s => string.Create(CultureInfo.InvariantCulture,
        $"{s.Platform ?? $"'{s.PlatformName}'"} {Term.Of(s.Task)} {s.Month:yyyy-MM} {s.Currency} {s.Pay:0.##} +{s.Bonus:0.##} -{s.Costs:0.##} {s.PaidHours:0.###}h {(s.UnpaidEstimated ? "~" : "")}{s.UnpaidHours:0.###}h {s.Tasks} {Term.Of(s.Payment)}"))];

    public string Csv(char separator = ',', string end = "\n", bool quoteAll = false, bool trailing = false) =>
        string.Concat(Rows.Prepend(Header).Select(row => string.Join(separator, row.Select(c => Quoted(c, separator, quoteAll))) + (trailing ? new string(separator, 3) : "") + end));

    public TrackerSample Renamed(Func<string, string> name) => this with { Header = [.. Header.Select(name)] };

    public TrackerSample Cells(Func<string, int, string> cell) => this with { Rows = [.. Rows.Select(r => r.Select(cell).ToArray())] };

    /// <summary>1,234.50 as 1.234,50.</summary>
    public TrackerSample WithCommas() => Cells((c, i) => !Money.Contains(i) ? c : string.Concat(c.Select(l => l switch { '.' => ',', ',' => '.', _ => l })));

    /// <summary>Dates such as 2024-03-05 in another form.</summary>
    public TrackerSample Dates(string form) => Cells((c, _) => Regex.Replace(c, @"\d{4}-\d\d-\d\d",
        m => DateOnly.ParseExact(m.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString(form, CultureInfo.InvariantCulture)));

    /// <summary>Moments such as 2024-03-05 22:30:00 in another form; those that tell a zone stay.</summary>
    public TrackerSample Moments(string form) => Cells((c, _) => Regex.Replace(c, @"^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)$",
        m => DateTime.ParseExact($"{m.Groups[1]} {m.Groups[2]}", "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture).ToString(form, CultureInfo.InvariantCulture)));

    /// <summary>The columns from last to first.</summary>
    public TrackerSample TurnedRound() => this with { Header = [.. Header.Reverse()], Rows = [.. Rows.Select(r => r.Reverse().ToArray())] };

    public TrackerReading Read(byte[] file, TrackerOptions? options = null) => Tracker.Read(new MemoryStream(file), options ?? Options ?? new());

    private static string Quoted(string cell, char separator, bool always) =>
        always || cell.Contains(separator) || cell.Contains('"') || cell.Contains('\n') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <summary>Every way of writing a table that is tried on every layout: what it is called, the bytes, and what the sender has to say of it.</summary>
    public IEnumerable<(string Name, byte[] File, TrackerOptions Options)> Variants()
    {
        var own = Options ?? new();
        var utf8 = new UTF8Encoding(false);
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        yield return ("as it is", utf8.GetBytes(Csv()), own);
        yield return ("header in capitals", utf8.GetBytes(Renamed(h => h.ToUpperInvariant()).Csv()), own);
        yield return ("header in small letters", utf8.GetBytes(Renamed(h => h.ToLowerInvariant()).Csv()), own);
        yield return ("header with spaces", utf8.GetBytes(Renamed(h => $" {Regex.Replace(h.Replace('_', ' '), "(?<=[a-z])(?=[A-Z])", " ")} ").Csv()), own);
        yield return ("columns turned round", utf8.GetBytes(TurnedRound().Csv()), own);
        yield return ("semicolons", utf8.GetBytes(Csv(';')), own);
        yield return ("tabs", utf8.GetBytes(Csv('\t')), own);
        yield return ("bars", utf8.GetBytes(Csv('|')), own);
        yield return ("sep= of spreadsheets", utf8.GetBytes("sep=;\r\n" + Csv(';', "\r\n")), own);
        yield return ("all in quotation marks, line ends of Windows", utf8.GetBytes(Csv(',', "\r\n", quoteAll: true)), own);
        yield return ("empty columns at the end", utf8.GetBytes(Csv(trailing: true)), own);
        yield return ("empty lines between", utf8.GetBytes(Csv(end: "\n\n")), own);
        yield return ("no line end at the end", utf8.GetBytes(Csv().TrimEnd('\n')), own);
        yield return ("byte order mark", [.. Encoding.UTF8.GetPreamble(), .. utf8.GetBytes(Csv())], own);
        yield return ("UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Csv())], own);
        yield return ("UTF-16, big end first", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Csv())], own);
        yield return ("UTF-16 without a mark", Encoding.Unicode.GetBytes(Csv()), own);
        yield return ("windows-1252", western.GetBytes(Csv()), own);
        yield return ("decimal commas", utf8.GetBytes(WithCommas().Csv(';')), own);
        yield return ("decimal commas in quotation marks", utf8.GetBytes(WithCommas().Csv(quoteAll: true)), own);
        yield return ("day first", utf8.GetBytes(Dates("dd/MM/yyyy").Csv()), own with { DayFirst = true });
        yield return ("month first", utf8.GetBytes(Dates("M/d/yyyy").Csv()), own with { DayFirst = false });
        yield return ("dates with full stops", utf8.GetBytes(Dates("dd.MM.yyyy").Csv()), own);
        yield return ("months in words", utf8.GetBytes(Dates("d MMM yyyy").Csv()), own);
        yield return ("morning and afternoon", utf8.GetBytes(Moments("yyyy-MM-dd hh:mm:ss tt").Csv()), own);
        yield return ("zone Z", utf8.GetBytes(Moments("yyyy-MM-ddTHH:mm:ss.fffZ").Csv()), own);
        yield return ("zone of Jakarta", utf8.GetBytes(Moments("yyyy-MM-dd HH:mm:ss '+07:00'").Csv()), own);
        yield return ("a column nobody knows", utf8.GetBytes((this with { Header = [.. Header, "Notes"], Rows = [.. Rows.Select(r => r.Append("=1+1 \"x\"\nsecond line").ToArray())] }).Csv()), own);
    }
}
