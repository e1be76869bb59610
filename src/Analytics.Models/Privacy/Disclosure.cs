namespace Analytics.Models.Privacy;

/// <summary>What may be said of a cell of reports (METHOD.md §5).</summary>
public static class Disclosure
{
    /// <summary>Distinct contributors below which nothing of a cell is published.</summary>
    public const int LeastContributors = 10;

    /// <summary>Reason written in place of values: fewer than ten contributors.</summary>
    public const string SuppressedK = "SUPPRESSED_K";

    /// <summary>Reason written in place of values that one contributor's leaving would change by more than a tenth.</summary>
    public const string Unstable = "UNSTABLE";

    /// <summary>Reason: with this value published, taking it from another would leave fewer than ten contributors.</summary>
    public const string SuppressedComplement = "SUPPRESSED_COMPLEMENT";

    /// <summary>Reason: so many withdrew that fewer than ten contributors are left.</summary>
    public const string Withdrawn = "WITHDRAWN";

    /// <summary>Reason: the way the report came does not ask for it.</summary>
    public const string NotAsked = "NOT_ASKED";

    /// <summary>Reason: asked and not told.</summary>
    public const string NotReported = "NOT_REPORTED";

    /// <summary>Not blank but cut: the value lies beyond the first or the last hundredth, whose bound stands in its place.</summary>
    public const string TopCoded = "TOP_CODED";

    /// <summary>Whether the <paramref name="q"/>-quantile of <paramref name="contributors"/> may be published: n·min(q, 1−q) ≥ 5.</summary>
    public static bool MayPublish(double q, int contributors) =>
        contributors >= LeastContributors && contributors * Math.Min(q, 1 - q) >= 5 - 1e-9;

    /// <summary>A count as published: to the nearest 5.</summary>
    public static int Count(int n) => (int)(Math.Round(n / 5.0, MidpointRounding.AwayFromZero) * 5);

    /// <summary>A value as published: two significant digits.</summary>
    public static decimal Value(double value)
    {
        if (value == 0 || !double.IsFinite(value))
            return 0;
        var digits = 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (digits >= 0)
            return Math.Round((decimal)value, Math.Min(digits, 28), MidpointRounding.AwayFromZero);
        var step = (decimal)Math.Pow(10, -digits);
        return Math.Round((decimal)value / step, MidpointRounding.AwayFromZero) * step;
    }
}
