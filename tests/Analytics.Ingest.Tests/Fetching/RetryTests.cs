using Analytics.Ingest.Fetching;
using Xunit;

namespace Analytics.Ingest.Tests.Fetching;

public sealed class RetryTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 4, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 0)]
    [InlineData(" 7 ", 7)]
    [InlineData("Tue, 04 Mar 2025 06:10:00 GMT", 600)]
    [InlineData("Tue, 04 Mar 2025 05:00:00 GMT", 0)]
    [InlineData("999999", 86_400)]
    [InlineData("99999999999999999999", 86_400)]
    [InlineData("Wed, 04 Mar 2026 06:00:00 GMT", 86_400)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Retry_after_is_seconds_or_a_date(string? header, int? seconds) =>
        Assert.Equal(seconds, (int?)(Retry.After(header, Now) - Now)?.TotalSeconds);

    [Fact]
    public void Back_off_is_drawn_below_a_doubling_ceiling()
    {
        var random = new Random(7);
        for (var attempt = 0; attempt < 12; attempt++)
        {
            var ceiling = Math.Min(60, Math.Pow(2, attempt));
            var waits = Enumerable.Range(0, 200).Select(_ => Retry.BackOff(attempt, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), random).TotalSeconds).ToList();
            Assert.All(waits, w => Assert.InRange(w, 0, ceiling));
            Assert.True(waits.Max() > ceiling * 0.9 && waits.Min() < ceiling * 0.1);
        }
    }
}
