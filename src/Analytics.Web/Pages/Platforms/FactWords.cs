using System.Collections.Frozen;
using System.Globalization;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Platforms;

/// <summary>Puts the short machine form of a statement's value into the reader's words.</summary>
internal static class FactWords
{
    // Names are written alike in every language; other ways of paying have words in Text/.
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["paypal"] = "PayPal",
        ["payoneer"] = "Payoneer",
        ["wise"] = "Wise",
        ["venmo"] = "Venmo",
        ["skrill"] = "Skrill",
        ["airtm"] = "Airtm",
        ["cash-app"] = "Cash App",
        ["gopay"] = "GoPay",
        ["ovo"] = "OVO",
        ["dana"] = "DANA",
        ["shopeepay"] = "ShopeePay",
        ["linkaja"] = "LinkAja",
        ["m-pesa"] = "M-Pesa",
        ["stripe"] = "Stripe",
        ["deel"] = "Deel",
        ["hyperwallet"] = "Hyperwallet",
        ["alipay"] = "Alipay",
        ["dwolla"] = "Dwolla",
        ["papara"] = "Papara",
        ["webmoney"] = "WebMoney",
        ["gcash"] = "GCash",
        ["paytm"] = "Paytm",
        ["upi"] = "UPI",
        ["tipalti"] = "Tipalti",
        ["trolley"] = "Trolley",
        ["zelle"] = "Zelle",
        ["neteller"] = "Neteller",
        ["perfect-money"] = "Perfect Money",
        ["payeer"] = "Payeer",
        ["fasapay"] = "FasaPay",
        ["revolut"] = "Revolut",
        ["pix"] = "Pix",
        ["pulsa"] = "pulsa",
    }.ToFrozenDictionary();

    /// <summary>The value in words: "PayPal, bank transfer", "$10", "3–5 days"; null where there is none or its form is not known.</summary>
    public static string? Of(Asked asked, StatementRow said) => said.Value is not { } value || said.Quote is null ? null : said.Topic switch
    {
        StatementTopic.PayoutMethod => string.Join(", ", value.Split(' ').Select(m => Method(asked.Text, m))),
        StatementTopic.MinimumPayout => Money(asked, value),
        StatementTopic.Fee => value == "0" ? asked.Text["fact.noFee"] : Share(asked, value) ?? Money(asked, value),
        StatementTopic.DaysToPayment => Time(asked, value),
        StatementTopic.Availability when value is "open" or "waitlist" or "closed" => asked.Text["fact.availability." + value],
        StatementTopic.WhoMayJoin => Age(asked, value),
        StatementTopic.WorkingTime => Hours(asked, value),
        _ => null,
    };

    public static string Method(SiteText text, string method) =>
        Names.GetValueOrDefault(method) ?? (text.Keys.Contains("fact.method." + method) ? text["fact.method." + method] : method);

    private static string? Money(Asked asked, string value) =>
        value.Split(' ') is [var amount, { Length: 3 } currency] && Number(amount) is { } number ? asked.Text.Figures.Money(number, currency) : null;

    private static string? Share(Asked asked, string value) =>
        value.Split(' ') is [var share, "%"] && Number(share) is { } number ? asked.Text.Figures.Number(number) + "%" : null;

    private static string? Age(Asked asked, string value) =>
        value is [.. var from, '+'] ? asked.Text.Fill("fact.age", ("age", from))
        : value.Split('-') is [var low, var high] ? asked.Text.Fill("fact.ages", ("from", low), ("to", high)) : null;

    /// <summary>"3-5 days", "every week", "twice a month".</summary>
    private static string? Time(Asked asked, string value)
    {
        if (asked.Text.Keys.Contains("fact.pace." + value.Replace(' ', '-')))
            return asked.Text["fact.pace." + value.Replace(' ', '-')];
        if (value.Split(' ') is not [var count, ("days" or "hours" or "weeks" or "months") and var unit] || Range(asked, count) is not { } range)
            return null;
        return asked.Text.Fill($"fact.time.{unit}.{(range == "1" ? "one" : "other")}", ("n", range));
    }

    /// <summary>"10-20 h/week".</summary>
    private static string? Hours(Asked asked, string value) =>
        value.Split(" h/") is [var hours, ("day" or "week" or "month") and var period] && Range(asked, hours) is { } range
            ? asked.Text.Fill("fact.hours." + period, ("n", range)) : null;

    private static string? Range(Asked asked, string range)
    {
        var ends = range.Split('-').Select(Number).ToList();
        return ends.Count > 2 || ends.Contains(null) ? null : string.Join('–', ends.Select(e => asked.Text.Figures.Number(e!.Value)));
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
