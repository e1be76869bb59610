using Analytics.Models.Rollups;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Analytics.Models.Tests.Rollups;

public sealed class LogBucketsTests
{
    private static readonly Arbitrary<double[]> Pay = Gen.Choose(1, 100_000_000).Select(n => n / 10_000.0).ArrayOf().ToArbitrary();

    [Fact]
    public void Merging_commutes() => Prop.ForAll(Pay, Pay, (a, b) => Written(Merged(a, b)) == Written(Merged(b, a))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_whole_is_the_sum_of_its_parts() =>
        Prop.ForAll(Pay, Pay, (a, b) => Written(Counted([.. a, .. b])) == Written(Merged(a, b))).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_and_taking_away_leaves_what_was_there() => Prop.ForAll(Pay, Pay, (kept, gone) =>
    {
        var buckets = Counted([.. kept, .. gone]);
        foreach (var value in gone)
            buckets.Add(LogBuckets.BucketOf(value), -1);
        return Written(buckets) == Written(Counted(kept)) && buckets.Count == kept.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_quantile_is_within_one_percent_of_the_discrete_one() => Prop.ForAll(Pay, Gen.Choose(0, 100).ToArbitrary(), (values, percent) =>
    {
        if (values.Length == 0)
            return true;
        var q = percent / 100.0;
        var exact = values.Order().ElementAt(Math.Max(1, (int)Math.Ceiling(q * values.Length)) - 1);
        return Math.Abs(Counted(values).Quantile(q) - exact) <= exact * (0.01 + 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_a_cent_to_a_thousand_dollars_there_are_576_buckets() =>
        Assert.Equal(576, LogBuckets.BucketOf(1000) - LogBuckets.BucketOf(0.01) + 1, 1.0);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Only_positive_amounts_have_a_bucket(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => LogBuckets.BucketOf(value));

    [Fact]
    public void More_than_is_there_cannot_be_taken_away()
    {
        var buckets = Counted([5]);
        Assert.Throws<InvalidOperationException>(() => buckets.Add(LogBuckets.BucketOf(5), -2));
        Assert.Equal(1, buckets.Count);
    }

    private static LogBuckets Counted(double[] values)
    {
        var buckets = new LogBuckets();
        foreach (var value in values)
            buckets.Add(value);
        return buckets;
    }

    private static LogBuckets Merged(double[] a, double[] b)
    {
        var buckets = Counted(a);
        buckets.Merge(Counted(b));
        return buckets;
    }

    private static string Written(LogBuckets buckets) => string.Join(' ', buckets.Buckets.Select(b => $"{b.Key}:{b.Value}"));
}
