using Analytics.Models;
using Analytics.Models.Estimates;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.ModelCards;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Estimates;

/// <summary>What the page says of a person's pay, in sentences written from the figures.</summary>
internal static class EstimateWords
{
    /// <summary>What was told, in words: "Surveys · Prolific · Indonesia · 1 to 6 months".</summary>
    public static string Subject(this Asked asked, EstimateChoice choice) => string.Join(" · ", new[]
    {
        choice.Task is { } task ? asked.Text.Word(task) : null,
        choice.Expertise is { } field ? asked.Text.Word(field) : null,
        choice.Platform is { } slug ? asked.Release.Release.Platform(slug)!.Name : null,
        asked.Country(choice.Country),
        choice.Experience is { } band ? asked.Text.Word(band) : null,
    }.OfType<string>());

    /// <summary>"Of 100 such people 80 make between $2.1 and $9.8."; where that was not measured, that.</summary>
    public static string Range(this Asked asked, PersonalRow row) => row is { Low: { } low, High: { } high }
        ? asked.Text.Fill("estimate.range", ("low", asked.Rounded(low)), ("high", asked.Rounded(high)))
        : asked.Text["estimate.noRange"];

    /// <summary>What was told and could not be taken into account, and why.</summary>
    public static IEnumerable<string> NotMet(this Asked asked, EstimateChoice choice, PersonalPay pay)
    {
        foreach (var factor in pay.NotMet)
        {
            yield return asked.Text.Fill($"estimate.notMet.{Term.Of(factor)}", ("word", factor switch
            {
                PayFactor.Platform => asked.Release.Release.Platform(choice.Platform!)!.Name,
                PayFactor.Country => asked.CountryInSentence(choice.Country)!,
                _ => asked.Text.Word(choice.Experience!.Value),
            }));
        }

        if (choice.Experience == ExperienceBand.NoneYet && !pay.NotMet.Contains(PayFactor.Experience))
            yield return asked.Text["estimate.noneYet"];
        if (choice.Expertise is not null)
            yield return asked.Text["estimate.notMet.expertise"];
    }

    /// <summary>What a month brings.</summary>
    public static IEnumerable<string> Month(this Asked asked, PersonalRow row, MonthlyPay month, decimal weekly)
    {
        string In(decimal hours) => Hours(asked, hours);
        var counted = new[]
        {
            ("weekly", asked.Text.Figures.Number(weekly)), ("wished", In(month.Wished)), ("hours", In(month.Hours)), ("typical", asked.Rounded(row.Typical * month.Hours)),
        };
        yield return asked.Text.Fill(month.IsCapped ? $"estimate.month.capped.{Term.Of(month.Measure)}" : month.CouldGet is null ? "estimate.month.unknown" : "estimate.month", counted);
        if (row is { Low: { } low, High: { } high })
            yield return asked.Text.Fill("estimate.month.range", ("low", asked.Rounded(low * month.Hours)), ("high", asked.Rounded(high * month.Hours)));
        if (month.Told is { P25: { } few, P75: { } many } told)
        {
            yield return asked.Text.Fill("estimate.month.told",
                ("n", asked.Text.Figures.Number(told.Contributors)), ("median", In(told.Median)), ("few", In(few)), ("many", In(many)));
        }
    }

    /// <summary>What can be said where there is no estimate for one person.</summary>
    public static IEnumerable<string> Studied(this Asked asked, EstimateChoice choice, StudiedPay? studied)
    {
        var text = asked.Text;
        yield return text.Fill("estimate.noModel", ("work", text.Word(choice.Task!.Value)));
        if (studied is null)
        {
            yield return text["estimate.noStudies"];
            yield break;
        }

        yield return text.Fill(studied.Figures.Count == 1 ? "estimate.study" : studied.IsMixed ? "estimate.studies.mixed" : "estimate.studies",
            ("figures", asked.Kinds(studied)), ("typical", asked.Money(studied.Middle)), ("low", asked.Money(studied.Lowest)), ("high", asked.Money(studied.Highest)));
        if (studied.Newest is { } newest)
            yield return text.Fill(studied.Figures.Count == 1 ? "estimate.study.age" : "estimate.study.newest", ("age", asked.Age(newest)));
        foreach (var closed in studied.Platforms.Where(p => asked.Release.ClosingOf(p).Any()))
            yield return text.Fill("estimate.study.closed", ("platform", asked.Release.Release.Platform(closed)!.Name));
        if (choice.Country is { } country && !studied.IsHere)
            yield return text.Fill("estimate.study.elsewhere", ("country", asked.CountryInSentence(country)!));
        else if (!studied.IsMixed)
            yield return asked.StudiedMonth(studied.Middle, choice.Hours);
    }

    // Those who were asked and those whose work was observed are two ways of knowing: "3 survey figures", "4 figures of surveys and studies".
    private static string Kinds(this Asked asked, StudiedPay studied) => studied.Figures.Select(f => f.Kind).Distinct().ToList() is [var only]
        ? asked.Text.Count($"checks.kind.{Term.Of(only)}", studied.Figures.Count)
        : asked.Text.Fill("estimate.study.bothKinds", ("n", asked.Text.Figures.Number(studied.Figures.Count)));

    /// <summary>A month at what surveys and studies found, as far as it goes.</summary>
    public static string StudiedMonth(this Asked asked, decimal typical, decimal weekly)
    {
        var hours = LocalMinimum.MonthlyHours(weekly);
        return asked.Text.Fill("estimate.studyMonth",
            ("weekly", asked.Text.Figures.Number(weekly)), ("hours", Hours(asked, hours)), ("typical", asked.Rounded(typical * hours)));
    }

    /// <summary>How far the 80 % range may be believed: how often it held for this work, else over all.</summary>
    public static string? Coverage(this Asked asked, PayMeasure measure, TaskType work)
    {
        if (asked.Card(measure).Model is not { Evaluation: var evaluation })
            return null;
        var own = evaluation.Groups.FirstOrDefault(g => g.Factor == Term.Of(PayFactor.TaskType) && g.Value == Term.Of(work));
        return own is { Coverage80: not null }
            ? asked.Text.Fill("estimate.coverage.work", ("held", asked.Held(own.Coverage80)), ("n", asked.Text.Figures.Number(own.N)))
            : asked.Text.Fill("estimate.coverage.all", ("held", asked.Held(evaluation.Score.Coverage80)), ("n", asked.Text.Figures.Number(evaluation.Score.N)));
    }

    /// <summary>The effect of a word as the model card has it, with its interval; null where it has none.</summary>
    public static string? CardEffect(this Asked asked, PayMeasure measure, PayStep step) =>
        asked.Card(measure).Model?.Effects.FirstOrDefault(e => e.Effect.Factor == step.Factor && e.Effect.Word == step.Word) is { Effect: var effect }
            ? asked.Text.Fill("estimate.cardEffect", ("times", asked.Times(effect.Times)), ("range", asked.Between(effect.Low, effect.High)), ("against", asked.Word(effect.Factor, effect.Against)))
            : null;

    /// <summary>"×1.3".</summary>
    public static string Times(this Asked asked, PayStep step) => asked.Times((double)Digits(step.Times));

    /// <summary>"On Prolific an hour would bring about $5.2, ×1.3."</summary>
    public static string Change(this Asked asked, PayStep change) => asked.Text.Fill($"estimate.change.{Term.Of(change.Factor)}",
        ("word", asked.Word(change.Factor, change.Word)), ("typical", asked.Rounded(change.Typical)), ("times", Times(asked, change.Times)));

    private static string Hours(Asked asked, decimal hours) => asked.Text.Figures.Number(hours, hours < 10 ? 1 : 0);

    private static string Times(Asked asked, decimal times) => asked.Text.Figures.Number(Digits(times));

    private static decimal Digits(decimal times) => Math.Round(times, times < 0.1m ? 3 : times < 1 ? 2 : times < 10 ? 1 : 0);

    /// <summary>An amount in US dollars as shown, to two digits: what is made from figures of two has no more, in whichever currency.</summary>
    public static string Rounded(this Asked asked, decimal usd)
    {
        var shown = (double)asked.Currency.Of(usd);
        return asked.Text.Figures.Money(Analytics.Models.Privacy.Disclosure.Value(shown), asked.Currency.Code);
    }
}
