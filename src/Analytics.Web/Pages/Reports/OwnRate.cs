using System.Runtime.CompilerServices;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Reports;

/// <summary>A report as pay per hour, by the rules and the arithmetic that make every figure of the site. In US dollars.</summary>
/// <param name="PaidOnly">Null where the hours are not known.</param>
/// <param name="AllIn">Null where unpaid time is neither told nor known from studies.</param>
/// <param name="Imputed">Whether unpaid time was assumed from studies.</param>
/// <param name="PerUsd">Units of the report's currency for one US dollar in its month.</param>
public sealed record OwnRate(decimal? PaidOnly, decimal? AllIn, bool Imputed, decimal PerUsd)
{
    private static readonly ConditionalWeakTable<ShownRelease, ExchangeRates> Rates = [];

    public static OwnRate Of(Report report, ShownRelease release) => Of(report, Rates.GetValue(
        release, shown => new ExchangeRates(shown.Release.ExchangeRates.Select(r => new ExchangeRate(r.Month, r.Currency, r.PerUsd, r.Source)))));

    public static OwnRate Of(Report report, ExchangeRates rates)
    {
        var hourly = new HourlyMethod(rates).Apply(new AcceptanceRules(rates).Accept(report));
        return new(hourly.PaidOnly?.Typical, hourly.AllIn?.Typical, hourly.AllInImputed, rates.ToUsd(1, report.Currency, report.Month)?.PerUsd ?? 1);
    }

    public decimal? On(PayMeasure measure) => measure == PayMeasure.PaidOnly ? PaidOnly : AllIn;

    /// <summary>"That is $4.10 an hour on paid time, and $3.10 all-in.", in the report's own money.</summary>
    public string Sentence(Asked asked, string currency)
    {
        string Own(decimal usd) => asked.Text.Figures.Money(usd * PerUsd, currency);
        var key = this switch
        {
            { PaidOnly: null } => "report.live.none",
            { AllIn: null } => "report.live.paid",
            { Imputed: true } => "report.live.assumed",
            _ => "report.live.both",
        };
        return asked.Text.Fill(key, ("paid", PaidOnly is { } paid ? Own(paid) : ""), ("allIn", AllIn is { } allIn ? Own(allIn) : ""));
    }
}
