using Analytics.Models.Estimates;
using Analytics.Models.Rollups;

namespace Analytics.Models.Releases.Datasets;

/// <summary>The table <c>model_card</c>: everything that is told of the models, one number a row.</summary>
internal static class ModelCardTable
{
    private sealed record Line(PayMeasure Measure, string Section, string? Factor, string? Word, string? Against, string Metric)
    {
        public double? Value { get; init; }
        public double? Low { get; init; }
        public double? High { get; init; }
        public int? Contributors { get; init; }
        public string? Text { get; init; }
    }

    public static DatasetTable Create() => new DatasetTable<Line>("model_card", ["measure", "section", "factor", "word", "against", "metric"], r => [.. r.ModelCards.SelectMany(Lines), .. r.AdvertGaps.Select(Gap)])
        .Word<PayMeasure>("measure", l => l.Measure)
        .OneOf("section", ["model", "score", "group", "baseline", "left-out", "effect", "advert-gap"], l => l.Section)
        .Text("factor", l => l.Factor)
        .Text("word", l => l.Word)
        .Text("against", l => l.Against)
        .Always("metric", l => l.Metric)
        .Number("value", l => Exact(l.Value))
        .Number("low", l => Exact(l.Low))
        .Number("high", l => Exact(l.High))
        .Integer("contributors", l => l.Contributors)
        .Text("text", l => l.Text);

    private static decimal? Exact(double? value) => value is { } known && double.IsFinite(known) ? (decimal)known : null;

    private static IEnumerable<Line> Lines(ModelCard card)
    {
        Line New(string section, string metric, string? factor = null, string? word = null, string? against = null) => new(card.Measure, section, factor, word, against, metric);
        yield return New("model", "fate") with { Text = Term.Of(card.Fate), Contributors = card.Contributors };
        yield return New("model", "studies") with { Value = card.Studies };
        if (card.Model is not { } model)
            yield break;
        yield return New("model", "method_version") with { Text = model.MethodVersion };
        yield return New("model", "seed") with { Value = model.Seed };
        yield return New("model", "fitted") with { Text = model.Fitted.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        foreach (var (metric, value) in Metrics(model.Evaluation.Score))
            yield return New("score", metric) with { Value = value, Contributors = model.Evaluation.Contributors };
        foreach (var group in model.Evaluation.Groups)
        {
            yield return New("group", "coverage80", group.Factor, group.Value) with { Value = group.Coverage80, Contributors = group.Contributors };
            yield return New("group", "log_width80", group.Factor, group.Value) with { Value = group.LogWidth80, Contributors = group.Contributors };
        }

        foreach (var rival in model.Evaluation.Baselines)
            yield return New("baseline", "pinball_above_model", word: rival.Name) with { Value = rival.Above, Low = rival.AboveLow, High = rival.AboveHigh };
        foreach (var left in model.Evaluation.LeftOutPlatforms)
        {
            yield return New("left-out", "coverage80", "platform", left.Platform) with { Value = left.Coverage80, Contributors = left.Contributors };
            yield return New("left-out", "mdape", "platform", left.Platform) with { Value = left.Mdape, Contributors = left.Contributors };
        }

        foreach (var (effect, contributors) in model.Effects)
            yield return New("effect", "times", Term.Of(effect.Factor), effect.Word, effect.Against) with { Value = effect.Times, Low = effect.Low, High = effect.High, Contributors = contributors };
    }

    private static IEnumerable<(string Metric, double? Value)> Metrics(Score score) =>
    [
        ("n", score.N), ("mae_ln", score.MaeLn), ("mdape", score.Mdape), ("pinball10", score.Pinball10), ("pinball50", score.Pinball50), ("pinball90", score.Pinball90),
        ("coverage80", score.Coverage80), ("log_width80", score.LogWidth80),
    ];

    // What is promised against what is paid, on paid time.
    private static Line Gap(AdvertGap gap) => new(PayMeasure.PaidOnly, "advert-gap", "platform/task-type", $"{gap.Platform ?? DatasetTables.Every}/{(gap.TaskType is { } task ? Term.Of(task) : DatasetTables.Every)}", Term.Of(gap.Kind), "times")
    {
        Value = gap.Times,
        Low = gap.Low,
        High = gap.High,
    };
}
