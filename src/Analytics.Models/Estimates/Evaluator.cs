using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>Evaluates the model on a table: five folds by contributor, of which the scored one takes no part in fitting or calibration.</summary>
internal static class Evaluator
{
    /// <summary>Contributors below which there is nothing to fit.</summary>
    public const int LeastContributors = 30;

    /// <summary>Rows below which a group has no line of its own.</summary>
    private const int LeastGroup = 100;

    private const int Resamples = 1000;

    private sealed record ScoredRow(PayRow Pay, double Log, Predicted Predicted);

    private static readonly PayFactor[] GroupedBy = [PayFactor.Platform, PayFactor.TaskType, PayFactor.Experience, PayFactor.Country];

    /// <summary>The figures of all rows of <paramref name="table"/> that are one person's.</summary>
    /// <param name="seed">Of the folds and of the bootstrap.</param>
    /// <param name="withoutPlatforms">Whether each platform is also predicted by a model of the others, which takes a fit for each.</param>
    /// <exception cref="PayTableException">Too few contributors.</exception>
    public static Evaluation Evaluate(PayTable table, ErrorModel errors, int seed, IProgress<double>? progress = null, bool withoutPlatforms = true)
    {
        var cells = Cells(table.Rows.Select(r => r.Pay), seed, out var folds);
        var scored = table.Rows.Select((row, i) => (Row: row, Fold: folds[i])).Where(r => r.Fold != PayCells.NoFold).ToList();
        var predictions = new FoldPrediction[scored.Count];
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var model = PayFit.Fit(cells, errors, fold);
            for (var i = 0; i < scored.Count; i++)
            {
                if (scored[i].Fold == fold)
                    predictions[i] = new(scored[i].Row.Number, fold, model.Predict(scored[i].Row.Pay));
            }

            progress?.Report((fold + 1.0) / (Folds.Count + 1));
        }

        var rows = scored.Select((r, i) => new ScoredRow(r.Row.Pay, Math.Log(r.Row.Pay.Hourly), Logs(predictions[i].Predicted))).ToList();
        return new()
        {
            Score = Score.Of([.. rows.Select(r => (r.Log, r.Predicted))]),
            Contributors = Contributors(rows.Select(r => r.Pay)),
            Groups = [.. GroupedBy.SelectMany(f => Groups(rows, f))],
            Baselines = [.. Baselines.All.Select(b => Baseline(b.Name, b.Learn, rows, [.. scored.Select(r => r.Fold)], seed))],
            LeftOutPlatforms = withoutPlatforms ? [.. LeftOut(table, errors, seed)] : [],
            Predictions = predictions,
        };
    }

    /// <summary>The cells of <paramref name="rows"/> and the fold of each row.</summary>
    /// <exception cref="PayTableException">Too few contributors.</exception>
    public static PayCells Cells(IEnumerable<PayRow> rows, int seed, out List<byte> folds)
    {
        var builder = new PayCellsBuilder(seed);
        folds = [.. rows.Select(r => builder.Add(r).Fold)];
        var cells = builder.Build();
        var contributors = cells.Entries.Where(e => e.Fold != PayCells.NoFold).Sum(e => e.Count);
        if (contributors < LeastContributors || folds.Where(f => f != PayCells.NoFold).Distinct().Count() < Folds.Count)
        {
            throw new PayTableException(FormattableString.Invariant(
                $"Too little to fit: {folds.Count} usable rows, which count as {contributors:0} contributors; at least {LeastContributors} are needed, in all five folds."));
        }

        return cells;
    }

    private static IEnumerable<GroupScore> Groups(List<ScoredRow> rows, PayFactor factor) =>
        from row in rows
        group row by row.Pay[factor] into g
        where g.Key.Length > 0 && g.Count() >= LeastGroup
        orderby g.Count() descending, g.Key
        let score = Score.Of([.. g.Select(r => (r.Log, r.Predicted))])
        select new GroupScore(Term.Of(factor), g.Key, score.N, score.Coverage80, score.LogWidth80);

    private static BaselineScore Baseline(
        string name, Func<IReadOnlyList<PayRow>, Func<PayRow, Predicted>> learn, List<ScoredRow> rows, byte[] folds, int seed)
    {
        var predicted = new Predicted[rows.Count];
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var predict = learn([.. rows.Where((_, i) => folds[i] != fold).Select(r => r.Pay)]);
            for (var i = 0; i < rows.Count; i++)
            {
                if (folds[i] == fold)
                    predicted[i] = predict(rows[i].Pay);
            }
        }

        var score = Score.Of([.. rows.Select((r, i) => (r.Log, predicted[i]))]);
        var above = rows.Select((r, i) => Score.PinballSum(r.Log, predicted[i]) - Score.PinballSum(r.Log, r.Predicted)).ToArray();
        if (!above.All(double.IsFinite))
            return new(name, score, null, null, null);
        var (low, high) = Bootstrap(above, rows, new Random(seed));
        return new(name, score, above.Average(), low, high);
    }

    // Contributors are drawn with all their rows.
    private static (double Low, double High) Bootstrap(double[] above, List<ScoredRow> rows, Random random)
    {
        var people = rows.Select((r, i) => (Who: r.Pay.Contributor.Length == 0 ? $"\u001f{i}" : r.Pay.Contributor, Above: above[i])).GroupBy(r => r.Who)
            .Select(g => (Sum: g.Sum(r => r.Above), Rows: g.Count())).ToArray();
        var means = new double[Resamples];
        for (var round = 0; round < Resamples; round++)
        {
            var (sum, count) = (0.0, 0);
            for (var i = 0; i < people.Length; i++)
            {
                var drawn = people[random.Next(people.Length)];
                (sum, count) = (sum + drawn.Sum, count + drawn.Rows);
            }

            means[round] = sum / count;
        }

        Array.Sort(means);
        var sample = new SortedSample(means);
        return (sample.Quantile(0.025), sample.Quantile(0.975));
    }

    private static IEnumerable<LeftOutPlatform> LeftOut(PayTable table, ErrorModel errors, int seed)
    {
        var persons = table.Rows.Where(r => r.Pay.Workers is null && r.Pay.Platform.Length > 0).GroupBy(r => r.Pay.Platform).Where(g => g.Count() >= LeastGroup).ToList();
        foreach (var platform in persons)
        {
            var others = table.Rows.Select(r => r.Pay).Where(r => r.Platform != platform.Key).ToList();
            if (Contributors(others) < LeastGroup)
                continue;
            var model = PayFit.Fit(Cells(others, seed, out _), errors);
            var score = Score.Of([.. platform.Select(r => (Math.Log(r.Pay.Hourly), Logs(model.Predict(r.Pay))))]);
            yield return new(platform.Key, score.N, score.Coverage80, score.Mdape);
        }
    }

    private static int Contributors(IEnumerable<PayRow> rows)
    {
        var (alone, named) = (0, new HashSet<string>());
        foreach (var row in rows.Where(r => r.Workers is null))
        {
            if (row.Contributor.Length == 0)
                alone++;
            else
                named.Add(row.Contributor);
        }

        return alone + named.Count;
    }

    private static Predicted Logs(PayPrediction usd) => new(Math.Log(usd.Low ?? double.NaN), Math.Log(usd.Median), Math.Log(usd.High ?? double.NaN));
}
