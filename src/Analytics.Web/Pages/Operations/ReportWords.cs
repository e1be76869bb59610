using Analytics.Models;
using Analytics.Models.Money;
using Analytics.Models.Operations;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Operations;

/// <summary>What is said of a held report in words.</summary>
internal static class ReportWords
{
    /// <summary>The platform's name, or what the worker called it.</summary>
    public static string PlatformOf(this SiteText text, Report report) => report.Platform is { } slug
        ? Catalogue.Load().Find(slug)?.Name ?? slug
        : text.Fill("operations.report.named", ("name", report.PlatformName ?? "–"));

    /// <summary>"$120 in total".</summary>
    public static string PayOf(this SiteText text, Report report) => text.Pay(report.Pay, report.Currency, report.Unit);

    public static string Pay(this SiteText text, decimal pay, string currency, PayUnit unit) => $"{text.Figures.Money(pay, currency)} {text.Word(unit)}";

    /// <summary>"12.5 h"; a dash where not told.</summary>
    public static string Hours(this SiteText text, decimal? hours) => hours is { } h ? text.Fill("operations.report.hours", ("n", text.Figures.Number(h))) : "–";

    /// <summary>Every reason why it waits.</summary>
    public static IEnumerable<string> WhyHeld(this SiteText text, HeldReport held)
    {
        if (held.Report.Hold is { } hold)
            yield return text[$"operations.hold.{Term.Of(hold)}"];
        if (held.Reason is { } reason && (held.Report.Hold is null || reason.ToString() != held.Report.Hold.ToString()))
            yield return text.Word(reason);
    }

    /// <summary>A cell in words: "Upwork · Coding".</summary>
    public static string CellOf(this SiteText text, Cell cell) => string.Join(" · ", new[]
    {
        cell.Platform is { } slug ? Catalogue.Load().Find(slug)?.Name ?? slug : null,
        cell.TaskType is { } work ? text.Word(work) : null,
    }.OfType<string>());

    /// <summary>US dollars an hour.</summary>
    public static string Hourly(this SiteText text, double usd) => text.Figures.Money((decimal)usd, "USD");
}
