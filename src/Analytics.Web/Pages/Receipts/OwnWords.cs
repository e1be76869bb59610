using Analytics.Models;
using Analytics.Models.Money;
using Analytics.Models.Privacy;
using Analytics.Models.Reports;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Receipts;

/// <summary>What is said of somebody's own reports.</summary>
internal static class OwnWords
{
    /// <summary>What has become of a report, and why.</summary>
    public static string Fate(this Asked asked, ReportFate fate)
    {
        var (text, report) = (asked.Text, fate.Report);
        if (report.Review == ReviewOutcome.Refused)
            return text.Fill("own.fate.refused", ("why", report.ReviewReason ?? text["own.fate.noReason"]));
        if (report is { Hold: { } hold, Review: null })
            return text.Fill("own.fate.held", ("why", text[$"own.hold.{Term.Of(hold)}"]));
        return fate.Status switch
        {
            null => text["own.fate.waits"],
            "accepted" when fate.Release is { } number => text.Fill("own.fate.counts", ("number", text.Figures.Number(number))),
            "accepted" when fate.WithoutRate => text["own.fate.noRate"],
            "accepted" => text.Fill("own.fate.next", ("k", text.Figures.Number(Disclosure.LeastContributors))),
            "held" => text.Fill("own.fate.held", ("why", text[$"AcceptanceReason.{fate.Reason}"])),
            _ => text.Fill("own.fate.refused", ("why", text[$"AcceptanceReason.{fate.Reason}"])),
        };
    }

    /// <summary>"$100 for all of the month, 10 h".</summary>
    public static string Told(this Asked asked, Report report)
    {
        var text = asked.Text;
        var pay = text.Fill("own.pay", ("amount", text.Figures.Money(report.Pay, report.Currency)), ("unit", text[$"report.unit.{Term.Of(report.Unit)}"]));
        return report is { Unit: not PayUnit.Hour, PaidHours: { } hours } ? text.Fill("own.payIn", ("pay", pay), ("hours", text.Figures.Number(hours))) : pay;
    }
}
