using System.Globalization;
using Analytics.Models;
using Analytics.Models.Money;

namespace Analytics.Web.Text;

/// <summary>
/// Numbers, money, dates and ages as one language writes them: <c>Rp 5.396.761</c>, <c>$3.76</c>, <c>5 Mei 2025</c>.
/// The rules are here and not the system's, so that a figure reads the same on every machine.
/// </summary>
public sealed class FigureText(SiteText text)
{
    private const char NoBreak = '\u00a0';

    private readonly NumberFormatInfo numbers = text.Language == SiteLanguage.Indonesian
        ? new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," }
        : new NumberFormatInfo { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };

    public string Number(long value) => value.ToString("#,0", numbers);

    /// <summary>A number with at most <paramref name="decimals"/> decimals, none that say nothing.</summary>
    public string Number(decimal value, int decimals = 2) =>
        value.ToString(decimals == 0 ? "#,0" : "#,0." + new string('#', decimals), numbers);

    /// <summary>An amount to the cent, without its currency: "11.10", "1,200".</summary>
    public string Cents(decimal amount) => Math.Round(amount, 2) is var cents && cents == Math.Truncate(cents) ? Number(cents, 0) : cents.ToString("N2", numbers);

    /// <summary>A difference with its sign: "+0.021", "−0.4".</summary>
    public string Signed(decimal value, int decimals) => (value < 0 ? "−" : "+") + Number(Math.Abs(value), decimals);

    /// <summary>A share of 0 to 1 in whole per cent.</summary>
    public string Percent(double share) => share.ToString("0%", new NumberFormatInfo { PercentPositivePattern = 1, PercentNegativePattern = 1 });

    /// <summary>
    /// An amount with its currency. Whole amounts and those from 1,000 up have no decimals, others two; under 0.1 two significant
    /// digits are kept, because a task may pay $0.0024.
    /// </summary>
    /// <param name="currency">ISO 4217 code.</param>
    public string Money(decimal amount, string currency)
    {
        var size = Math.Abs(amount);
        var decimals = WholeOnly(currency) && size >= 10 ? 0 : Decimals(size);
        var rounded = Math.Round(size, decimals, MidpointRounding.AwayFromZero);
        var digits = rounded.ToString("N" + (rounded == Math.Truncate(rounded) ? 0 : decimals), numbers);
        return (amount < 0 && rounded != 0 ? "−" : "") + Sign(currency) + digits;
    }

    /// <summary>A pay with how exactly it is stated: "more than $600".</summary>
    public string Money(decimal amount, string currency, Bound bound) =>
        text.Fill($"{nameof(Bound)}.{Term.Of(bound)}", ("amount", Money(amount, currency)));

    /// <summary>A number with how exactly it is stated: "more than 2,500".</summary>
    public string Number(decimal value, Bound bound) =>
        text.Fill($"{nameof(Bound)}.{Term.Of(bound)}", ("amount", Number(value)));

    /// <summary>5 May 2025.</summary>
    public string Date(DateOnly day) => $"{day.Day}{NoBreak}{Month(day)}";

    /// <summary>May 2025.</summary>
    public string Month(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{text["month." + day.Month.ToString(CultureInfo.InvariantCulture)]} {day.Year}");

    /// <summary>How long ago a figure was true: "3 years old". A day still to come counts as today.</summary>
    public string Age(DateOnly then, DateOnly today)
    {
        var days = today.DayNumber - then.DayNumber;
        var months = ((today.Year - then.Year) * 12) + today.Month - then.Month - (today.Day < then.Day ? 1 : 0);
        return (days, months) switch
        {
            ( < 7, _) => text["age.today"],
            (_, < 1) => text.Count("age.weeks", days / 7),
            (_, < 24) => text.Count("age.months", months),
            _ => text.Count("age.years", months / 12),
        };
    }

    private static int Decimals(decimal size) => size switch
    {
        >= 1000 => 0,
        >= 0.1m or 0 => 2,
        >= 0.01m => 3,
        >= 0.001m => 4,
        _ => 6,
    };

    private static bool WholeOnly(string currency) => currency is "IDR" or "JPY" or "KRW" or "VND";

    private static string Sign(string currency) => currency switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "IDR" => $"Rp{NoBreak}",
        _ => $"{currency}{NoBreak}",
    };
}
