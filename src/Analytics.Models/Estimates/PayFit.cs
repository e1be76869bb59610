namespace Analytics.Models.Estimates;

/// <summary>
/// The model of METHOD.md §2: a pooled location, a pooled spread fitted on what the location leaves of contributors it has not seen, and quantiles of the
/// standardised rest.
/// </summary>
internal static class PayFit
{
    // Residuals nearer than this to the middle say no more of the spread: ln of a hundredth is already far below any other.
    private const double LeastResidual = 0.02;

    // Standard deviation over the geometric mean of the absolute value, of the normal distribution: ln of it is (γ + ln 2)/2.
    private const double LogOfSpread = 0.6352;

    /// <summary>Fits all of <paramref name="cells"/>.</summary>
    public static PayModel Fit(PayCells cells, ErrorModel errors) => Fit(PayDesigns.Of(cells, errors), leftOut: null);

    /// <summary>Fits all folds but <paramref name="leftOut"/>, which takes no part in anything.</summary>
    public static PayModel Fit(PayDesigns designs, int? leftOut)
    {
        bool[] takes = [.. Enumerable.Range(0, Folds.Count + 1).Select(fold => fold != leftOut)];
        var (cells, errors) = (designs.Cells, designs.Errors);
        var location = CrossFit.Of(designs.Location, [.. cells.Entries.Select(e => e.Log)], takes, errors);
        var residuals = Residuals(cells, location);
        takes[PayCells.NoFold] = false;
        var spread = CrossFit.Of(designs.Spread, Array.ConvertAll(residuals, LogOfDistance), takes, ErrorModel.Normal);
        Standardise(cells, residuals, location, spread);
        int[] persons = [.. Enumerable.Range(0, residuals.Length).Where(i => takes[cells.Entries[i].Fold])];
        return new()
        {
            Words = cells.Words,
            Location = location.All.Effects(withCovariances: true),
            Spread = spread.All.Effects(withCovariances: false),
            CellVariances = location.All.CellVariances(),
            Calibration = Calibration.Of(cells, residuals, persons),
            Effects = leftOut is null ? location.All.Contrasts() : [],
        };
    }

    /// <summary>A fit for each fold that saw nothing of it.</summary>
    /// <param name="progress">Told the share of them that is done.</param>
    public static IReadOnlyList<PayModel> WithoutFolds(PayDesigns designs, IProgress<double>? progress = null)
    {
        var (models, done) = (new PayModel[Folds.Count], 0);
        Parallel.For(0, Folds.Count, fold =>
        {
            models[fold] = Fit(designs, fold);
            lock (models)
                progress?.Report(++done / (double)Folds.Count);
        });
        return models;
    }

    /// <summary>Spread of persons about a middle that is itself not sure.</summary>
    /// <param name="logOfDistance">Mean logarithm of the distance from the middle.</param>
    /// <param name="variance">Of the middle.</param>
    public static double SpreadOf(double logOfDistance, double variance) => Math.Sqrt(Math.Exp(2 * (logOfDistance + LogOfSpread)) + variance);

    private static double LogOfDistance(double residual) => Math.Log(Math.Max(Math.Abs(residual), LeastResidual));

    private static double[] Residuals(PayCells cells, CrossFit location) =>
        Array.ConvertAll(cells.Entries, e => location.Without.ElementAtOrDefault(e.Fold) is { } fit ? e.Log - fit.Locations[e.Cell] : 0);

    private static void Standardise(PayCells cells, double[] residuals, CrossFit location, CrossFit spread)
    {
        for (byte fold = 0; fold < Folds.Count; fold++)
        {
            if (location.Without[fold] is not { } middle || spread.Without[fold] is not { } around)
                continue;
            var variances = middle.Variances();
            for (var i = 0; i < residuals.Length; i++)
            {
                var cell = cells.Entries[i].Cell;
                if (cells.Entries[i].Fold == fold)
                    residuals[i] /= SpreadOf(around.Locations[cell], variances[cell]);
            }
        }
    }
}
