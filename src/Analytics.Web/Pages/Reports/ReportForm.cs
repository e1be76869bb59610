using System.Globalization;
using Analytics.Models;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Reports;

/// <summary>What somebody typed into the form of a report, by the name of the field. Nothing of it is trusted before <see cref="ReportReader"/> has read it.</summary>
public sealed class ReportForm
{
    private const int Longest = 100;

    /// <summary>The fields, those asked of everybody first.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "platform", "task", "amount", "currency", "unit", "hours", "minutes", "unpaid", "costs", "month", "country",
        "experience", "done", "qualification", "expertise", "tasks", "bonus", "region", "unpaidHours", "unpaidMinutes", "payment", "days", "available", "key",
    ];

    private readonly Dictionary<string, string> typed;

    private ReportForm(FormToken token, Dictionary<string, string> typed) => (Token, this.typed) = (token, typed);

    /// <summary>Makes the form that is sent twice one report.</summary>
    public FormToken Token { get; }

    /// <summary>What was typed into a field; empty for nothing.</summary>
    public string this[string name] => typed.GetValueOrDefault(name, "");

    /// <summary>Whether anything is typed into the fields that are folded away, so that they must be seen.</summary>
    public bool HasMore => Names.SkipWhile(n => n != "experience").Any(n => this[n].Length > 0 && n != "key");

    /// <summary>An empty form: last month in its first half, this one after; the money of the language.</summary>
    public static ReportForm Empty(SiteLanguage language, DateOnly today, string key = "") => new(FormToken.Make(), new()
    {
        ["unit"] = Term.Of(PayUnit.Total),
        ["currency"] = language == SiteLanguage.Indonesian ? "IDR" : "USD",
        ["month"] = Month(today.Day <= 15 ? today.AddMonths(-1) : today),
        ["key"] = key,
    });

    /// <summary>The form as it was sent. A token that is none of ours is drawn anew.</summary>
    public static ReportForm Read(IFormCollection sent) => new(
        FormToken.Find(sent["form"].ToString()) ?? FormToken.Make(), Names.ToDictionary(n => n, n => Line(sent[n].ToString())));

    /// <summary>A report as its form would have been filled in.</summary>
    public static ReportForm Of(Report report, string platform, SiteLanguage language)
    {
        string Number(decimal? value) => value is { } known ? TypedNumber.Write(known, language) : "";
        var (hours, minutes) = report.Unit == PayUnit.Hour ? (null, null) : Parts(report.PaidHours);
        var perHour = report is { UnpaidHours: { } unpaid, PaidHours: > 0 and { } paid } ? unpaid * 60 / paid : (decimal?)null;
        var choice = perHour is { } share && ReportReader.UnpaidChoices.Any(c => c == share);
        var (unpaidHours, unpaidMinutes) = choice ? (null, null) : Parts(report.UnpaidHours);
        return new(FormToken.Make(), new()
        {
            ["platform"] = platform,
            ["task"] = Term.Of(report.TaskType),
            ["amount"] = Number(report.Pay),
            ["currency"] = report.Currency,
            ["unit"] = Term.Of(report.Unit),
            ["hours"] = Number(hours),
            ["minutes"] = Number(minutes),
            ["unpaid"] = choice ? ((int)perHour!).ToString(CultureInfo.InvariantCulture) : "",
            ["costs"] = Number(report.Costs),
            ["month"] = Month(report.Month),
            ["country"] = report.Country ?? "",
            ["experience"] = Word(report.Experience),
            ["done"] = Word(report.TasksDone),
            ["qualification"] = Word(report.Qualification),
            ["expertise"] = Word(report.Expertise),
            ["tasks"] = Number(report.Tasks),
            ["bonus"] = Number(report.Bonus),
            ["region"] = report.Region ?? "",
            ["unpaidHours"] = Number(unpaidHours),
            ["unpaidMinutes"] = Number(unpaidMinutes),
            ["payment"] = Word(report.Payment),
            ["days"] = Number(report.DaysToPayment),
            ["available"] = Word(report.WorkAvailable),
        });
    }

    /// <summary>A month as the form names it: 2026-10.</summary>
    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static (decimal? Hours, decimal? Minutes) Parts(decimal? hours) =>
        hours is { } h ? (Math.Floor(h), Math.Round((h - Math.Floor(h)) * 60, 2) is > 0 and var minutes ? minutes : null) : (null, null);

    private static string Word<T>(T? value) where T : struct, Enum => value is { } known ? Term.Of(known) : "";

    // No control character goes on, and nothing longer than any field may need is even looked at.
    private static string Line(string sent) => string.Concat((sent.Length > Longest ? sent[..Longest] : sent).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
