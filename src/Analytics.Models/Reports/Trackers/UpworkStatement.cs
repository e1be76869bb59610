using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>
/// Upwork statement of account, CSV: <c>Date, Ref ID, Type, Description, …, Amount, ExchangeRate, Currency, Balance</c>. Fees are negative rows of their own;
/// they are shared out over the month's work by pay. Hours are known only where a description of hourly work says them (<c>12:30 hrs</c>).
/// </summary>
internal sealed partial class UpworkStatement : Layout
{
    public override TrackerFormat Format => TrackerFormat.Upwork;

    public override bool Fits(SourceRows rows) => rows.Has("refid") && rows.Has("type") && rows.Has("amount") && rows.Has("date");

    public override TrackedWork Read(RowView row)
    {
        var type = row.Word("type");
        if (Uncounted(type) is { } why)
            return TrackedWork.Left(why);
        var (isPay, isFee) = (IsPay(type), IsFee(type));
        if (!isPay && !isFee)
            row.Wrong(TrackerFault.UnknownState, "type", "type");
        var amount = row.MustMoney("pay", "amount");
        var work = new TrackedWork
        {
            Platform = "upwork",
            Date = row.MustWhen("date", "date").Date,
            Currency = row.CurrencyOf(amount, "USD", "currency"),
            Key = RowView.KeyOf(row.Text("refid"), type),
        };
        if (isFee)
            return work with { Costs = -amount.Value, SharedCosts = true };
        return work with
        {
            Task = row.TaskOf(TaskType.Other, "description", "team"),
            Pay = amount.Value,
            Bonus = type is "bonus" or "tip" ? amount.Value : null,
            Time = type.StartsWith("hourly", StringComparison.Ordinal) ? HoursIn(row.Text("description")) : null,
        };
    }

    private static LeftOut? Uncounted(string type) => type switch
    {
        "withdrawal" or "payment" or "transfer" or "withdrawalreversal" or "escrow" or "deposit" => LeftOut.Transfer,
        "wht" or "withholdingtax" or "taxwithholding" => LeftOut.Tax,
        "expense" or "expenses" or "expensereimbursement" => LeftOut.Reimbursement,
        _ => null,
    };

    private static bool IsPay(string type) => type is "hourly" or "hourlypayment" or "fixedprice" or "fixedpricepayment" or "milestone" or "bonus" or "tip" or "manual" or "manualtime"
        or "refund" or "chargeback" or "adjustment" or "credit";

    private static bool IsFee(string type) => type.EndsWith("fee", StringComparison.Ordinal) || type.EndsWith("fees", StringComparison.Ordinal) || type.StartsWith("vat", StringComparison.Ordinal)
        || type.Contains("membership", StringComparison.Ordinal) || type.Contains("connects", StringComparison.Ordinal) || type is "subscription" or "gst";

    private static TimeSpan? HoursIn(string description) =>
        Hours().Match(description) is { Success: true } told
            ? new TimeSpan(int.Parse(told.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(told.Groups[2].ValueSpan, CultureInfo.InvariantCulture), 0)
            : null;

    [GeneratedRegex(@"\b(\d{1,3}):([0-5]\d)\s*(?:hrs?|hours?|h)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hours();
}
