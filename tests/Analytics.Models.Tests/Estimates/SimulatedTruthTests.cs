using Analytics.Models.Estimates;
using Xunit;

namespace Analytics.Models.Tests.Estimates;

/// <summary>Pay drawn from known effects: how often the truth lies in the interval of a cell's median, and how far the median is off on average.</summary>
public sealed class SimulatedTruthTests
{
    private const int Tables = 20, Rows = 3000;

    [Theory]
    [InlineData(ErrorModel.Student, true)]
    [InlineData(ErrorModel.Student, false)]
    [InlineData(ErrorModel.Normal, false)]
    public void The_truth_lies_in_the_interval_as_often_as_it_says(ErrorModel errors, bool heavyTails)
    {
        var (inside, cells, bias) = (0, 0, 0.0);
        for (var table = 0; table < Tables; table++)
        {
            var (rows, truths) = Drawn(new Random(100 + table), heavyTails);
            var model = PayFit.Fit(Evaluator.Cells(rows, seed: 1, out _), errors);
            foreach (var (row, truth) in truths)
            {
                var median = model.Median(PayCells.CodesOf(model.Words, row));
                inside += Math.Exp(truth) >= median.Low && Math.Exp(truth) <= median.High ? 1 : 0;
                bias += Math.Log(median.Median) - truth;
                cells++;
            }
        }

        var of = $"{Analytics.Models.Term.Of(errors)}_errors_{(heavyTails ? "heavy" : "normal")}_truth";
        Console.WriteLine(FormattableString.Invariant($"figure coverage_{of} {(double)inside / cells:0.0000}"));
        Console.WriteLine(FormattableString.Invariant($"figure bias_{of} {Math.Abs(bias / cells):0.0000}"));
        Assert.InRange((double)inside / cells, 0.87, 0.93);
        Assert.InRange(bias / cells, -0.01, 0.01);
    }

    private static (List<PayRow> Rows, List<(PayRow Row, double Truth)> Truths) Drawn(Random random, bool heavyTails)
    {
        double[] Effects(int count, double deviation) => [.. Enumerable.Range(0, count).Select(_ => deviation * Normal(random))];
        var (platform, task, country) = (Effects(6, 0.3), Effects(10, 0.5), Effects(12, 0.25));
        var (platformTask, taskCountry) = (Effects(60, 0.15), Effects(120, 0.1));
        var rows = new List<PayRow>();
        var truths = new Dictionary<(int, int, int, int), (PayRow, double)>();
        for (var i = 0; i < Rows; i++)
        {
            var (p, t, e, c) = (Skewed(random, 6, 2), Skewed(random, 10, 1.5), random.Next(3), Skewed(random, 12, 2));
            var middle = 2 + 0.2 * e + platform[p] + task[t] + country[c] + platformTask[p * 10 + t] + taskCountry[t * 12 + c];
            var error = 0.6 * Normal(random) / (heavyTails ? Math.Sqrt(Enumerable.Range(0, 4).Sum(_ => Math.Pow(Normal(random), 2)) / 4) : 1);
            var row = new PayRow { Hourly = Math.Exp(middle + error), Contributor = $"w{i}", Platform = $"p{p}", TaskType = $"t{t}", Experience = $"e{e}", Country = $"c{c}" };
            rows.Add(row);
            truths[(p, t, e, c)] = (row, middle);
        }

        return (rows, [.. truths.Values]);
    }

    private static int Skewed(Random random, int count, double power) => (int)(count * Math.Pow(random.NextDouble(), power));

    // Box and Muller, 1958.
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
