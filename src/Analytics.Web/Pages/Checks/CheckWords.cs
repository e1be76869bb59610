using Analytics.Models;
using Analytics.Models.Claims;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.ModelCards;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Checks;

/// <summary>What is said of a check, written from its figures and no further than they go.</summary>
internal static class CheckWords
{
    /// <summary>
    /// Where the claim stands, the first sentence before all: against reports, else studies of the same work, or that there are none. What the table under it does not tell follows.
    /// </summary>
    public static IReadOnlyList<string> Verdict(this Asked asked, ClaimCheck check)
    {
        var text = asked.Text;
        var said = new List<string>();
        if (check.Near.Count == 0)
            said.Add(check.Claim.PlatformName is { } unknown ? text.Fill("checks.missing.platform", ("platform", unknown)) : text["checks.missing.subject"]);
        else if (check.Pay is null)
            said.AddRange(asked.NoHourly(check));
        else
            said.Add(asked.Standing(check));
        if (check.Gap is { } gap)
            said.Add(text.Fill("checks.gap", ("kind", text.Word(gap.Kind)), ("subject", asked.Subject(gap)), ("times", asked.Times(gap.Times)), ("range", asked.Between(gap.Low, gap.High)), ("against", asked.Against(gap))));
        if (check is { Minimum: { } minimum, Pay: { } pay } && asked.Against(minimum, asked.Amount(pay), pay.Low, pay.High) is { } against)
            said.Add(against);
        return said;
    }

    private static string Standing(this Asked asked, ClaimCheck check) =>
        check.Reports is [var reports, ..] ? asked.Sentence(reports)
        : check.OfPay.FirstOrDefault() is { } studied ? asked.Sentence(studied)
        : asked.Text.Fill("checks.missing.pay", ("work", asked.Phrase(check.Wanted)));

    /// <summary>A standing in a sentence: "Of the 4 study figures for work on Outlier, all are lower than $200 an hour; the highest is $43."</summary>
    public static string Sentence(this Asked asked, Standing standing)
    {
        var n = standing.Figures.Count;
        var (below, above) = (standing.Below, standing.Above);
        var how = below == n ? "below" : above == n ? "above" : n > 1 ? "mixed" : standing.Amount.IsRange || standing.Figures[0].Statistic == Statistic.Range ? "within" : "same";
        return asked.Fill($"checks.stands.{(n == 1 ? "one" : n == 2 && how != "mixed" ? "both" : "all")}.{how}", standing, ("parts", n > 1 && how == "mixed" ? asked.Parts(standing) : "")) + asked.Measure(standing.Measure);
    }

    /// <summary>Where the amount stands among workers' reports.</summary>
    public static string Sentence(this Asked asked, ReportsStanding standing)
    {
        string Share(int percent) => asked.Text[$"checks.share.{percent}"];
        var where = (standing.Above, standing.Below) switch
        {
            ({ } over, { } under) => asked.Text.Fill("checks.reports.between", ("above", Share(over.Percent)), ("least", asked.Money(over.Usd)), ("below", Share(100 - under.Percent)), ("most", asked.Money(under.Usd))),
            ({ } over, null) => asked.Text.Fill("checks.reports.above", ("above", Share(over.Percent)), ("least", asked.Money(over.Usd))),
            (null, { } under) => asked.Text.Fill("checks.reports.below", ("below", Share(100 - under.Percent)), ("most", asked.Money(under.Usd))),
            _ => asked.Text.Fill("checks.reports.middle", ("median", asked.Money(standing.Cell.Median!.Value))),
        };
        return asked.Text.Fill("checks.reports", ("amount", asked.Amount(standing.Amount)), ("where", where), ("work", asked.Phrase(standing)), ("n", asked.Reports(standing.Cell))) + asked.Measure(standing.Cell.Measure);
    }

    /// <summary>Why the claim is no pay per hour, and how many hours it would take.</summary>
    private static IEnumerable<string> NoHourly(this Asked asked, ClaimCheck check)
    {
        var (text, claim) = (asked.Text, check.Claim);
        yield return text.Fill("checks.noHourly", ("unit", text.Word(claim.Unit)), ("gap", text.Word(check.Rate.PaidOnlyGap!.Value)));
        if (check.HoursNeeded is not { } hours)
            yield break;
        yield return text.Fill("checks.needed", ("amount", asked.Money(check.Usd!.Value)), ("unit", text.Word(claim.Unit)),
            ("pay", asked.Money(check.Typical!.Value.Usd)), ("middle", text[$"checks.middle.{Term.Of(check.Typical.Value.Kind)}"]), ("hours", text.Figures.Number(hours, hours < 10 ? 1 : 0)));
        if (ToldHours.In(claim.Unit) is { } most && hours > most)
            yield return text.Fill("checks.tooMany", ("most", text.Figures.Number(most, 0)), ("unit", text.Word(claim.Unit)));
    }

    /// <summary>The pay per hour that the named working time makes of a longer pay; null for none.</summary>
    public static string? ByHours(this Asked asked, ClaimCheck check) => check is not { Hours: { } told, Pay: { } pay } ? null
        : asked.Text.Fill(told.Days is null ? "checks.hours.exact" : "checks.hours.least",
            ("time", asked.Text.Fill($"fact.hours.{told.Period}", ("n", asked.Text.Figures.Number(told.Hours)))), ("pay", asked.Amount(pay)),
            ("days", asked.Text.Figures.Number(told.Days ?? 0)));

    /// <summary>The claim as pay per hour, with how exactly it is stated; where days of work had to be taken for it, without.</summary>
    public static string Hourly(this Asked asked, ClaimCheck check, HourlyPay pay) =>
        pay.IsRange || check.Hours?.Days is not null ? asked.Amount(pay) : asked.Bounded(pay.Low, check.Claim.Bound);

    /// <summary>"$200", "$20 to $40".</summary>
    public static string Amount(this Asked asked, HourlyPay pay) => pay.IsRange ? asked.Between(pay.Low, pay.High) : asked.Money(pay.Low);

    /// <summary>"work on Outlier (AI training, general or expert)".</summary>
    public static string Phrase(this Asked asked, Work work)
    {
        var phrase = asked.Phrase(work.Platform, work.Task switch
        {
            TaskType.AiTrainingGeneral => asked.Text["checks.work.aiTraining"],
            { } task => asked.Text.Word(task),
            null => null,
        });
        return work.Country is { } country ? asked.Text.Fill("checks.work.in", ("work", phrase), ("country", asked.Country(country)!)) : phrase;
    }

    /// <summary>The same of the figures that stand: of several platforms together, that is said.</summary>
    public static string Phrase(this Asked asked, Standing standing) =>
        standing.IsPooled ? asked.Text.Fill("checks.work.pooled", ("work", asked.Phrase(standing.Work))) : asked.Phrase(standing.Work);

    /// <summary>The same of reports, which are of one kind of work exactly.</summary>
    public static string Phrase(this Asked asked, ReportsStanding standing)
    {
        var phrase = asked.Phrase(standing.Work.Platform, standing.Work.Task is { } task ? asked.Text.Word(task) : null);
        return standing.Country is { } country ? asked.Text.Fill("checks.work.in", ("work", phrase), ("country", asked.Country(country)!)) : phrase;
    }

    private static string Phrase(this Asked asked, string? platform, string? task) => platform is null
        ? asked.Text.Fill("checks.work.task", ("task", task!))
        : asked.Text.Fill(task is null ? "checks.work.platform" : "checks.work.both", ("platform", asked.Release.Release.Platform(platform)?.Name ?? platform), ("task", task ?? ""));

    /// <summary>What the claim states, in its own currency: "up to Rp 5.000.000 per month".</summary>
    public static string Stated(this Asked asked, Claim claim)
    {
        var text = asked.Text;
        string Money(decimal amount) => text.Figures.Money(amount, claim.Currency);
        var amount = claim.AmountMin < claim.AmountMax
            ? text.Fill("figure.range", ("low", Money(claim.AmountMin)), ("high", Money(claim.AmountMax)))
            : text.Figures.Money(claim.AmountMax, claim.Currency, claim.Bound);
        var per = $"{amount} {text.Word(claim.Unit)}";
        return claim switch
        {
            { Tasks: > 0 and var tasks } => text.Fill("figure.forTasks", ("amount", per), ("n", text.Figures.Number(tasks, claim.TasksBound))),
            { Hours: > 0 and var hours } => text.Fill("figure.forHours", ("amount", per), ("n", text.Figures.Number(hours))),
            _ => per,
        };
    }

    /// <summary>"about 60 reports".</summary>
    public static string Reports(this Asked asked, CellRow cell) => asked.Text.Fill("figure.aboutReports", ("n", asked.Text.Figures.Number(cell.Contributors!.Value)));

    /// <summary>What pay is of, and that unpaid time is counted where it is.</summary>
    public static string Of(this Asked asked, string what, PayMeasure measure) => measure == PayMeasure.AllIn ? $"{what}.{asked.Measure(measure)}" : what;

    // That unpaid time is counted is said where it is: a promise is of paid time.
    private static string Measure(this Asked asked, PayMeasure measure) => measure == PayMeasure.AllIn ? " " + asked.Text["checks.allTime"] : "";

    private static string Fill(this Asked asked, string key, Standing standing, params ReadOnlySpan<(string Name, string Value)> more)
    {
        (string, string)[] places =
        [
            ("kinds", asked.Text.Count($"checks.kind.{Term.Of(standing.Kind)}", standing.Figures.Count)), ("work", asked.Phrase(standing)),
            ("amount", asked.Amount(standing.Amount)), ("low", asked.Money(standing.Lowest)), ("high", asked.Money(standing.Highest)), ("middle", asked.Money(standing.Middle)),
            ("value", standing.Lowest < standing.Highest ? asked.Between(standing.Lowest, standing.Highest) : asked.Money(standing.Lowest)), .. more,
        ];
        return asked.Text.Fill(key, places);
    }

    /// <summary>"3 are lower than $20, 1 is the same and 2 are higher".</summary>
    private static string Parts(this Asked asked, Standing standing)
    {
        var amount = standing.Amount;
        var same = amount.IsRange ? "within" : "same";
        List<string> parts =
        [
            .. new[] { ("below", standing.Below, amount.Low), (same, standing.Within, amount.Low), ("above", standing.Above, amount.High) }
                .Where(p => p.Item2 > 0).Select(p => asked.Text.Count($"checks.part.{p.Item1}", p.Item2).Replace("{amount}", asked.Money(p.Item3), StringComparison.Ordinal)),
        ];
        return parts.Count == 1 ? parts[0] : string.Join(", ", parts[..^1]) + asked.Text["checks.part.and"] + parts[^1];
    }
}
