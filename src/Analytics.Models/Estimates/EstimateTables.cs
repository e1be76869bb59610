using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Models.Estimates;

/// <summary>An evaluation and predictions as others read them.</summary>
public static class EstimateTables
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>CSV <c>row,fold,q10,q50,q90,low80,high80</c>, USD; row 1 is the first after the header, and a fold's model saw nothing of it.</summary>
    public static void WritePredictions(Evaluation evaluation, Stream to)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("row,fold,q10,q50,q90,low80,high80");
        foreach (var row in evaluation.Predictions)
        {
            var (low, high) = (Usd(row.Predicted.Low), Usd(row.Predicted.High));
            writer.WriteLine(FormattableString.Invariant($"{row.Row},{row.Fold},{low},{Usd(row.Predicted.Median)},{high},{low},{high}"));
        }
    }

    /// <summary>CSV <c>median,low80,high80,basis</c>, USD, a line for each row of <paramref name="table"/>; where it was left out or nothing near is known, the basis alone: <c>refused</c>.</summary>
    /// <returns>The numbers of the rows of which the model knows nothing near.</returns>
    public static IReadOnlyList<int> WritePredicted(PayTable table, FittedModel model, Stream to)
    {
        var refused = new List<int>();
        using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("median,low80,high80,basis");
        var next = 1;
        foreach (var row in table.Rows)
        {
            for (; next < row.Number; next++)
                writer.WriteLine(",,,refused");
            next = row.Number + 1;
            var (basis, predicted, _) = model.Predict(row.Pay);
            writer.WriteLine($"{Usd(predicted?.Median)},{Usd(predicted?.Low)},{Usd(predicted?.High)},{Term.Of(basis)}");
            if (basis == PredictionBasis.Refused)
                refused.Add(row.Number);
        }

        for (; next <= table.Rows.Count + table.Refused.Count; next++)
            writer.WriteLine(",,,refused");
        return refused;
    }

    /// <summary>One JSON object: <c>n</c>, <c>mae_ln</c>, <c>mdape</c> (per cent), the pinball losses (ln), <c>coverage80</c>, <c>log_width80</c>, <c>groups</c>, <c>baselines</c> and more.</summary>
    public static string Json(Evaluation evaluation, int seed)
    {
        var score = evaluation.Score;
        return JsonSerializer.Serialize(
            new
            {
                score.N,
                evaluation.Contributors,
                Seed = seed,
                score.MaeLn,
                score.Mdape,
                score.Pinball10,
                score.Pinball50,
                score.Pinball90,
                score.Coverage80,
                score.LogWidth80,
                evaluation.Groups,
                evaluation.Baselines,
                evaluation.LeftOutPlatforms,
            },
            Snake);
    }

    /// <summary>The figures for a reader.</summary>
    public static IEnumerable<string> Lines(Evaluation evaluation)
    {
        yield return $"{evaluation.Score.N} rows by {evaluation.Contributors} contributors, five folds";
        yield return Line("model", evaluation.Score);
        foreach (var baseline in evaluation.Baselines)
            yield return Line(baseline.Name, baseline.Score) + (baseline.Above is { } above ? FormattableString.Invariant($"  {above:+0.0000;-0.0000} ({baseline.AboveLow:+0.0000;-0.0000} to {baseline.AboveHigh:+0.0000;-0.0000}) beside the model") : "");
        foreach (var group in evaluation.Groups)
            yield return FormattableString.Invariant($"{group.Factor} {group.Value}: {group.N} rows, interval holds {Percent(group.Coverage80)}");
        foreach (var platform in evaluation.LeftOutPlatforms)
            yield return FormattableString.Invariant($"without any pay of {platform.Platform}: {platform.N} rows, interval holds {Percent(platform.Coverage80)}, median error {platform.Mdape:0.0} %");
    }

    /// <summary>What the words of every factor make of pay, for a reader.</summary>
    public static IEnumerable<string> Lines(IEnumerable<PayEffect> effects) => effects.Select(e => FormattableString.Invariant(
        $"{Term.Of(e.Factor)} {e.Word}: ×{e.Times:0.00} ({e.Low:0.00} to {e.High:0.00}) against {e.Against}; counts as {e.Count:0} contributors"));

    /// <summary>How the prediction for <paramref name="row"/> comes about, for a reader.</summary>
    public static IEnumerable<string> Lines(PayExplanation explained, PayRow row)
    {
        string Told(IEnumerable<PayFactor> factors) => string.Join(" × ", factors.Select(f => $"{Term.Of(f)} {row[f]}"));
        var (basis, predicted, unknown) = explained.Answer;
        if (predicted is not { } pay)
        {
            yield return $"No number: the model has never met {Told(unknown)}, and nothing near.";
            yield break;
        }

        yield return FormattableString.Invariant($"A typical hour pays {pay.Median:0.00} USD") + (pay is { Low: { } low, High: { } high }
            ? FormattableString.Invariant($"; 80 of 100 persons get {low:0.00} to {high:0.00}.")
            : "; too few contributors to say between what most get.");
        yield return FormattableString.Invariant($"The middle of the model, before the shape of its group: {explained.Median.Median:0.00} USD, 90 % interval {explained.Median.Low:0.00} to {explained.Median.High:0.00}.");
        if (basis == PredictionBasis.Parent)
            yield return $"Never met: {string.Join(", ", unknown.Select(f => $"{Term.Of(f)} {row[f]}"))}; what stands above speaks in its place.";
        yield return FormattableString.Invariant($"Start: {explained.Start:0.00} USD");
        foreach (var effect in explained.Effects)
            yield return FormattableString.Invariant($"×{effect.Times:0.00} ({effect.Low:0.00} to {effect.High:0.00}) {Told(effect.Factors)}");
        foreach (var near in explained.Nearest)
            yield return FormattableString.Invariant($"Evidence: {Told(near.Factors)}, counts as {near.Count:0} contributors");
    }

    private static string Line(string name, Score score) => FormattableString.Invariant(
        $"{name}: pinball {score.Pinball10:0.0000} + {score.Pinball50:0.0000} + {score.Pinball90:0.0000}, median error {score.Mdape:0.0} %, mean error {score.MaeLn:0.000} ln, interval holds {Percent(score.Coverage80)}, width {score.LogWidth80:0.00} ln");

    private static string Percent(double? share) => share is { } known ? (100 * known).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "not measured";

    private static string Usd(double? usd) => usd is { } known ? known.ToString("G6", CultureInfo.InvariantCulture) : "";
}
