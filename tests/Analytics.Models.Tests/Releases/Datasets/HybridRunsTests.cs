using Analytics.Models.Releases.Datasets.Parquet;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class HybridRunsTests
{
    [Fact]
    public void Eight_numbers_of_three_bits_are_three_bytes() => Assert.Equal([0b11, 0b10001000, 0b11000110, 0b11111010], Written([0, 1, 2, 3, 4, 5, 6, 7], 3));

    [Fact]
    public void A_long_run_is_said_once() => Assert.Equal([0b11001000, 0b1, 5], Written([.. Enumerable.Repeat(5, 100)], 3));

    [Fact]
    public void Nothing_is_nothing() => Assert.Empty(Written([], 1));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(255, 8)]
    [InlineData(256, 9)]
    [InlineData(int.MaxValue, 31)]
    public void As_many_bits_as_the_greatest_needs(int greatest, int width) => Assert.Equal(width, HybridRuns.Width(greatest));

    [Fact]
    public void Any_numbers_come_back() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var width = random.Next(1, 21);
        // Runs of all lengths around eight, and single numbers between them.
        int[] values = [.. Enumerable.Range(0, random.Next(40)).SelectMany(_ => Enumerable.Repeat(random.Next(1 << width), random.Next(2) == 0 ? 1 : random.Next(1, 40)))];
        Assert.Equal(values, ParquetBack.Runs(Written(values, width), width, values.Length));
    }).QuickCheckThrowOnFailure();

    private static byte[] Written(int[] values, int width)
    {
        var bytes = new ByteBuffer();
        HybridRuns.Write(values, width, bytes);
        return bytes.Written.ToArray();
    }
}
