using System.Text.Json;

namespace Analytics.Models.Estimates;

/// <summary>A model as a file: JSON with the words of each factor, and every effect with the numbers of the words that it is of.</summary>
internal static class PayModelFile
{
    private const int Format = 3;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static string Write(PayModel model) => JsonSerializer.Serialize(
        new File(
            Format,
            [.. model.Words.Select((w, f) => new FactorWords(Term.Of((PayFactor)f), w.Words))],
            Effects(model.Location),
            Effects(model.Spread),
            [.. model.CellVariances.Select(c => new Cell(MixedDesign.CodesOf(PayCells.Factors, c.Key), c.Value))],
            [.. model.Calibration.Levels],
            model.Effects),
        Json);

    /// <exception cref="PayTableException">It is no model, or one of another version.</exception>
    public static PayModel Read(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<File>(json, Json);
            if (file is not { Version: Format })
                throw new PayTableException($"The model is of version {file?.Version}; this program reads version {Format}. Fit it again.");
            var model = Model(file);
            // Asked once here: a file whose parts do not belong together fails now, with a sentence.
            model.Predict(new PayRow { Hourly = 1 });
            return model;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException)
        {
            throw new PayTableException($"This is no model that estimate fit wrote: {fault.Message}");
        }
    }

    private static PayModel Model(File file) => new()
    {
        Words = [.. file.Words.Select(w => WordCodes.Of(w.Words))],
        Location = Effects(file.Location),
        Spread = Effects(file.Spread),
        CellVariances = file.Cells.ToDictionary(c => MixedDesign.Key(PayCells.Factors, c.Codes), c => c.Variance),
        Calibration = new Calibration(file.Calibration),
        Effects = file.Effects,
    };

    private static Table Effects(EffectTable table) => new(
        table.Intercept,
        table.InterceptVariance,
        [.. table.Terms.Select(t => new Terms(t.Factors, t.Variance, t.IsPooled, [.. t.Levels.Select(l => new Level(MixedDesign.CodesOf(t.Factors, l.Key), l.Value))]))],
        [.. table.Covariances]);

    private static EffectTable Effects(Table table) => new(
        table.Intercept,
        table.InterceptVariance,
        [.. table.Terms.Select(t => new EffectTerm(t.Factors, t.Variance, t.IsPooled, t.Levels.ToDictionary(l => Key(t.Factors, l.Codes), l => l.Effect)))],
        table.Covariances);

    private static Int128 Key(PayFactor[] factors, int[] codes)
    {
        var all = new int[PayCells.Factors.Length];
        for (var i = 0; i < factors.Length; i++)
            all[(int)factors[i]] = codes[i];
        return MixedDesign.Key(factors, all);
    }

    private sealed record File(int Version, FactorWords[] Words, Table Location, Table Spread, Cell[] Cells, CalibrationLevel[] Calibration, IReadOnlyList<PayEffect> Effects);

    private sealed record FactorWords(string Factor, IReadOnlyList<string> Words);

    private sealed record Table(double Intercept, double InterceptVariance, Terms[] Terms, double[][] Covariances);

    private sealed record Terms(PayFactor[] Factors, double Variance, bool IsPooled, Level[] Levels);

    private sealed record Level(int[] Codes, EffectLevel Effect);

    private sealed record Cell(int[] Codes, double Variance);
}
