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

    private const string LastName = "last-model";

    private sealed record ScoredRow(PayRow Pay, int Fold, double Log, Predicted Predicted);

    private static readonly PayFactor[] GroupedBy = [PayFactor.Platform, PayFactor.TaskType, PayFactor.Experience, PayFactor.Country];

    /// <summary>The figures of all rows of <paramref name="table"/> that are one person's.</summary>
    /// <param name="seed">Of the folds and of the bootstrap.</param>
    /// <exception cref="PayTableException">Too few contributors.</exception>
    public static Evaluation Evaluate(PayTable table, ErrorModel errors, int seed, IProgress<double>? progress = null)
    {
        var designs = PayDesigns.Of(Cells(table.Rows.Select(r => r.Pay), seed, out var folds), errors);
        return Evaluate(table, designs, folds, PayFit.WithoutFolds(designs, progress), seed);
    }

    /// <summary>The same with what was worked out before.</summary>
    /// <param name="designs">Of the table's rows.</param>
    /// <param name="folds">Of each row.</param>
    /// <param name="models">For each fold, one that saw nothing of it.</param>
    /// <param name="last">The models that were published before, by fold: another to beat. As a contributor's fold never changes, they saw nothing of theirs either.</param>
    public static Evaluation Evaluate(
        PayTable table, PayDesigns designs, IReadOnlyList<byte> folds, IReadOnlyList<PayModel> models, int seed, IReadOnlyList<PayModel>? last = null)
    {
        var scored = table.Rows.Select((row, i) => (Row: row, Fold: folds[i])).Where(r => r.Fold != PayCells.NoFold).ToList();
        FoldPrediction[] predictions = [.. scored.Select(r => new FoldPrediction(r.Row.Number, r.Fold, models[r.Fold].Predict(r.Row.Pay)))];
        var rows = scored.Select((r, i) => new ScoredRow(r.Row.Pay, r.Fold, Math.Log(r.Row.Pay.Hourly), Logs(predictions[i].Predicted))).ToList();
        return new()
        {
            Score = Score.Of([.. rows.Select(r => (r.Log, r.Predicted))]),
            Contributors = Contributors(rows.Select(r => r.Pay)),
            Groups = [.. GroupedBy.SelectMany(f => Groups(rows, f))],
            Baselines = [.. Baselines.All.Select(b => Rival(b.Name, Learned(b.Learn, rows), rows, seed))],
            Last = last is null ? null : Rival(LastName, rows.ConvertAll(r => Logs(last[r.Fold].Predict(r.Pay))), rows, seed),
            LeftOutPlatforms = LeftOut(designs, rows),
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
        if (contributors < LeastContributors || folds.Where(f => f != PayCells.NoFold).Distinct().Count() < 2)
        {
            throw new PayTableException(FormattableString.Invariant(
                $"Too little to fit: {folds.Count} usable rows, which count as {contributors:0} contributors; at least {LeastContributors} are needed, in two folds or more."));
        }

        return cells;
    }

    private static IEnumerable<GroupScore> Groups(List<ScoredRow> rows, PayFactor factor) =>
        from row in rows
        group row by row.Pay[factor] into g
        where g.Key.Length > 0 && g.Count() >= LeastGroup
        orderby g.Count() descending, g.Key
        let score = Score.Of([.. g.Select(r => (r.Log, r.Predicted))])
        select new GroupScore(Term.Of(factor), g.Key, score.N, Contributors(g.Select(r => r.Pay)), score.Coverage80, score.LogWidth80);

    private static List<Predicted> Learned(Func<IReadOnlyList<PayRow>, Func<PayRow, Predicted>> learn, List<ScoredRow> rows)
    {
        var predict = Enumerable.Range(0, Folds.Count).Select(fold => learn([.. rows.Where(r => r.Fold != fold).Select(r => r.Pay)])).ToList();
        return rows.ConvertAll(r => predict[r.Fold](r.Pay));
    }

    private static BaselineScore Rival(string name, List<Predicted> predicted, List<ScoredRow> rows, int seed)
    {
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

    private static List<LeftOutPlatform> LeftOut(PayDesigns designs, List<ScoredRow> rows) =>
        [.. rows.Where(r => r.Pay.Platform.Length > 0).GroupBy(r => r.Pay.Platform).Where(g => g.Count() >= LeastGroup)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Where(platform => Contributors(rows.Select(r => r.Pay).Where(r => r.Platform != platform.Key)) >= LeastGroup)
            .AsParallel().AsOrdered().Select(platform => Without(designs, platform.Key, [.. platform]))];

    // Without its pay the platform's effects are nothing but unsure.
    private static LeftOutPlatform Without(PayDesigns designs, string platform, List<ScoredRow> rows)
    {
        var code = designs.Cells.Words[(int)PayFactor.Platform].Find(platform);
        var model = PayFit.Fit(designs.Only(e => designs.Cells.Code(e.Cell, PayFactor.Platform) != code), leftOut: null);
        var score = Score.Of([.. rows.Select(r => (r.Log, Logs(model.Predict(r.Pay))))]);
        return new(platform, score.N, Contributors(rows.Select(r => r.Pay)), score.Coverage80, score.Mdape);
    }

    /// <summary>Distinct contributors; rows of no one's count each, those of many not at all.</summary>
    public static int Contributors(IEnumerable<PayRow> rows)
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
