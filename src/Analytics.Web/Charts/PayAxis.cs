namespace Analytics.Web.Charts;

/// <summary>How amounts become places along an axis.</summary>
public enum PayScale
{
    /// <summary>From zero; a length is an amount.</summary>
    Linear,

    /// <summary>Equal steps multiply. For pay that spans cents to hundreds; marked as such on the chart.</summary>
    Log,
}

/// <summary>A horizontal axis: its ends in amounts and pixels, and its ticks.</summary>
internal sealed class PayAxis
{
    // Wider than that, one row's slip of the pen would press all others into one place; what lies below is shown as cut.
    private const double WidestRatio = 1e8;
    private const double NarrowestRatio = 4;
    private const double TickGap = 16;
    private static readonly int[][] StepsInDecade = [[1, 2, 5], [1, 3], [1]];
    private static readonly int[] RoundSteps = [1, 2, 5, 10];

    private readonly double first;
    private readonly double last;

    private PayAxis(PayScale scale, double first, double last, double left, double right) =>
        (Scale, this.first, this.last, Left, Right) = (scale, first, last, left, right);

    /// <summary>The scale in use: linear where there is no amount above zero to take the logarithm of.</summary>
    public PayScale Scale { get; }

    /// <summary>Where the axis begins, in pixels.</summary>
    public double Left { get; }

    public double Right { get; }

    public IReadOnlyList<double> Ticks { get; private init; } = [];

    /// <summary>An axis between two places in pixels that holds <paramref name="amounts"/>.</summary>
    /// <param name="tickWidth">Width in pixels of an amount as written at a tick.</param>
    public static PayAxis Fit(IReadOnlyCollection<double> amounts, PayScale scale, double left, double right, Func<double, double> tickWidth)
    {
        var axis = scale == PayScale.Log && amounts.Any(amount => amount > 0)
            ? Log([.. amounts.Where(amount => amount > 0)], left, right)
            : Linear(amounts, left, right);
        return new PayAxis(axis.Scale, axis.first, axis.last, left, right) { Ticks = axis.ChooseTicks(tickWidth) };
    }

    /// <summary>Place of an amount in pixels; outside the axis, its nearer end.</summary>
    public double At(double amount)
    {
        var share = Scale == PayScale.Linear ? (amount - first) / (last - first)
            : amount <= first ? 0
            : Math.Log(amount / first) / Math.Log(last / first);
        return Left + (Math.Clamp(share, 0, 1) * (Right - Left));
    }

    public bool Holds(double amount) => amount >= first && amount <= last;

    private static PayAxis Log(double[] amounts, double left, double right)
    {
        var high = amounts.Max();
        var low = Math.Max(amounts.Min(), high / WidestRatio);
        var middle = Math.Sqrt(low) * Math.Sqrt(high);
        var reach = Math.Sqrt(Math.Max(high / low, NarrowestRatio)) * 1.15;
        return new PayAxis(PayScale.Log, middle / reach, middle * reach, left, right);
    }

    private static PayAxis Linear(IReadOnlyCollection<double> amounts, double left, double right)
    {
        var low = Math.Min(0, amounts.DefaultIfEmpty(0).Min());
        var high = Math.Max(0, amounts.DefaultIfEmpty(0).Max());
        var span = high > low ? high - low : 1;
        return new PayAxis(PayScale.Linear, low - (low < 0 ? span * 0.04 : 0), high + (span * (high > 0 || low == high ? 0.04 : 0)), left, right);
    }

    private List<double> ChooseTicks(Func<double, double> tickWidth)
    {
        var choices = Scale == PayScale.Log ? Logarithmic().Concat(Even()) : Even();
        return choices.FirstOrDefault(ticks => ticks.Count >= 2 && Fits(ticks, tickWidth))
            ?? choices.Last(ticks => ticks.Count >= 1)[..1];
    }

    private bool Fits(List<double> ticks, Func<double, double> tickWidth) => ticks.Zip(ticks.Skip(1)).All(pair =>
        At(pair.Second) - At(pair.First) >= ((tickWidth(pair.First) + tickWidth(pair.Second)) / 2) + TickGap);

    private IEnumerable<List<double>> Logarithmic()
    {
        var (from, to) = ((int)Math.Floor(Math.Log10(first)), (int)Math.Ceiling(Math.Log10(last)));
        foreach (var steps in StepsInDecade)
            yield return Within(from, to, 1, steps);
        for (var every = 2; every <= to - from; every++)
            yield return Within(from, to, every, [1]);
    }

    private List<double> Within(int from, int to, int every, int[] steps) =>
        [.. Enumerable.Range(from, to - from + 1)
            .Where(power => power % every == 0)
            .SelectMany(power => steps.Select(step => (double)((decimal)step * Power(power))))
            .Where(Holds)];

    // Decimal, so that a tick is 0.2 and not 0.2 + 3e-17.
    private static decimal Power(int power) =>
        Enumerable.Range(0, Math.Abs(power)).Aggregate(1m, (value, _) => power > 0 ? value * 10 : value / 10);

    /// <summary>Evenly spaced round amounts, from many to few.</summary>
    private IEnumerable<List<double>> Even()
    {
        for (var wanted = 8; wanted >= 1; wanted--)
        {
            var rough = (last - first) / wanted;
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            var step = RoundSteps.First(factor => factor * power >= rough * 0.999) * power;
            var start = Math.Ceiling(first / step);
            yield return [.. Enumerable.Range(0, 1 + (int)Math.Floor((last / step) - start)).Select(i => (start + i) * step).Where(Holds)];
        }
    }
}
