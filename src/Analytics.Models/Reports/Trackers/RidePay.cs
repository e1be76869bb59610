using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>What shift logs and trip logs have in common: pay with its tips, costs, and the platform.</summary>
internal static class RidePay
{
    private static readonly string[] Totals = ["totalearnings", "totalpay", "totalearned", "total"];
    private static readonly string[] Earned = ["earned", "earnings", "yourearnings", "netearnings", "pmearnings", "pay", "payout", "amount"];
    private static readonly string[] Bases = ["basepay", "base", "fare", "deliverypay", "batchpay"];
    private static readonly string[] Tips = ["tip", "tips"];
    private static readonly string[] CashTips = ["cashtip", "cashtips"];
    private static readonly string[] Extras = ["promotion", "promotions", "bonus", "boost", "surge", "peakpay"];
    private static readonly string[] Costs = ["costs", "expenses", "fuel", "gas", "tolls", "parking"];

    /// <summary>The columns any of which is pay.</summary>
    public static readonly string[] Columns = [.. Totals, .. Earned, .. Bases];

    /// <summary>Pay, of it tips and bonuses, and costs. A total has all in it; earnings lack the tips in cash; a base lacks them all.</summary>
    public static TrackedWork Read(RowView row, DateOnly date)
    {
        var (tip, cash, extra) = (row.Money("tip", Tips)?.Value, row.Money("tip", CashTips)?.Value, row.Money("bonus", Extras)?.Value);
        decimal added = 0;
        var pay = row.Money("pay", Totals);
        if (pay is null && (pay = row.Money("pay", Earned)) is not null)
            added = cash ?? 0;
        else if (pay is null)
            (pay, added) = (row.MustMoney("pay", [.. Bases, .. Earned, .. Totals]), (tip ?? 0) + (cash ?? 0) + (extra ?? 0));
        return new()
        {
            Platform = Platform(row, out var unlisted),
            Unlisted = unlisted,
            Task = TaskType.RideDelivery,
            Date = date,
            Currency = row.CurrencyOf(pay.Value, null, "currency"),
            Pay = pay.Value.Value + added,
            Bonus = tip is null && cash is null && extra is null ? null : (tip ?? 0) + (cash ?? 0) + (extra ?? 0),
            Costs = row.Money("costs", Costs) is { } costs ? Math.Abs(costs.Value) : null,
        };
    }

    // Two layouts tell their platform by a column that only they have.
    private static string Platform(RowView row, out bool unlisted)
    {
        unlisted = row.Options.Platform is null && row.Has("pmearnings") && !row.Has("platform");
        return unlisted ? "Postmates" : row.PlatformOf(row.Has("totalbatches") ? "instacart" : null, "platform", "app", "service", "company");
    }
}
