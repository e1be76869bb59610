using Analytics.Models;
using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Platforms;

/// <summary>A story's stated total against its own stated rate and working time (<c>Check</c>), in the story's currency.</summary>
public sealed record StoryCheck(Asked Asked, CheckRow Row)
{
    /// <summary>What the numbers say, a sentence for each step.</summary>
    public IEnumerable<string> Sentences()
    {
        var (text, check) = (Asked.Text, Row.Check);
        string Money(decimal amount) => text.Figures.Money(amount, check.Total.Currency);
        string Number(decimal number) => text.Figures.Number(number, number < 100 ? 1 : 0);
        yield return text.Fill("check.needed",
            ("total", text.Figures.Money(check.Total.AmountMin, check.Total.Currency, check.Total.Bound)), ("rate", Money(check.Rate.AmountMax)),
            ("hours", Number(check.HoursNeeded)), ("periods", Number(Math.Round(check.PeriodsNeeded))), ("each", Number(check.HoursPerPeriod)),
            ("period", text["check.period." + check.Period]));
        yield return text.Fill(check.Total.PeriodMonths is null ? "check.year" : "check.period",
            ("periods", Number(check.PeriodsAvailable)), ("period", text["check.period." + check.Period]), ("most", Money(check.MostExplained)));
        yield return check.Unexplained > 0
            ? text.Fill("check.gap", ("gap", text.Figures.Money(check.Unexplained, check.Total.Currency, Bound.Exact)))
            : text["check.holds"];
    }

    /// <summary>The figures of this page that the check is of.</summary>
    public IEnumerable<string> Figures() => Row.ObservationIds.Where(id => Asked.Release.Figure(id)?.Platform == Row.Platform);

    /// <summary>Language of the page, by what the figures read from it say; null when not known.</summary>
    public string? Language => Figures().SelectMany(id => Asked.Release.Figure(id)!.Witnesses).FirstOrDefault(w => w.Address == Row.PageAddress)?.Language;

    public Uri? Address => WebAddress.Find(Row.PageAddress);
}
