using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Releases;
using Analytics.Web.Tests.Charts.Forms;

namespace Analytics.Web.Tests.Releases;

public sealed class CellHistoryTests
{
    private static readonly Cell Prolific = new("prolific", null, null, null, null);

    [Fact]
    public async Task The_oldest_comes_first_and_each_release_is_read_once()
    {
        var (history, read) = Of(numbers: 5, CellHistory.MostBytes);
        for (var asked = 0; asked < 3; asked++)
        {
            var moments = await history.OfAsync(Last(6), Prolific, PayMeasure.PaidOnly, TestContext.Current.CancellationToken);
            Assert.Equal([1, 2, 3, 4, 5, 6], moments.Select(m => m.Release.Number));
            Assert.Equal([1m, 2m, 3m, 4m, 5m], moments.SkipLast(1).Select(m => m.Cell!.Median!.Value));
        }

        Assert.Equal(["r1", "r2", "r3", "r4", "r5"], read);
    }

    [Fact]
    public async Task A_release_knows_nothing_of_those_after_it()
    {
        var (history, read) = Of(numbers: 9, CellHistory.MostBytes);
        var moments = await history.OfAsync(Last(4), Prolific, PayMeasure.PaidOnly, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3, 4], moments.Select(m => m.Release.Number));
        Assert.DoesNotContain("r5", read);
    }

    [Fact]
    public async Task At_most_the_last_twenty_four_are_told()
    {
        var (history, _) = Of(numbers: 60, CellHistory.MostBytes);
        var moments = await history.OfAsync(Last(61), Prolific, PayMeasure.PaidOnly, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(38, 24), moments.Select(m => m.Release.Number));
    }

    [Fact]
    public async Task What_is_kept_stays_within_its_bound_and_the_longest_unasked_is_forgotten()
    {
        // A release has two cells that are needed, so two releases are all that fits.
        const long most = 2 * 3 * CellHistory.BytesPerCell;
        var (history, read) = Of(numbers: 8, most);
        await history.OfAsync(Last(9), Prolific, PayMeasure.PaidOnly, TestContext.Current.CancellationToken);
        Assert.InRange(history.Bytes, 1, most);
        read.Clear();
        await history.OfAsync(Last(2), Prolific, PayMeasure.PaidOnly, TestContext.Current.CancellationToken);
        Assert.Equal(["r1"], read);
        Assert.InRange(history.Bytes, 1, most);
    }

    [Fact]
    public async Task Many_at_once_read_a_release_once()
    {
        var (history, read) = Of(numbers: 4, CellHistory.MostBytes);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => history.OfAsync(Last(5), Prolific, PayMeasure.PaidOnly, TestContext.Current.CancellationToken)));
        Assert.Equal(4, read.Count);
    }

    [Fact]
    public async Task Simulated_releases_are_no_history_of_real_ones()
    {
        var (history, _) = Of(numbers: 3, CellHistory.MostBytes, simulated: true);
        var moments = await history.OfAsync(Last(4), Prolific, PayMeasure.PaidOnly, TestContext.Current.CancellationToken);
        Assert.Equal([4], moments.Select(m => m.Release.Number));
    }

    private static ShownRelease Last(int number) =>
        new(FormSample.Of(FormSample.Real.Release, Head(number, simulated: false)));

    private static ReleaseHead Head(int number, bool simulated) => new($"r{number}", number, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number), simulated);

    private static (CellHistory History, List<string> Read) Of(int numbers, long most, bool simulated = false)
    {
        var read = new List<string>();
        var history = new CellHistory(
            _ => Task.FromResult<IReadOnlyList<ReleaseHead>>([.. Enumerable.Range(1, numbers).Reverse().Select(number => Head(number, simulated))]),
            async (id, stop) =>
            {
                await Task.Delay(1, stop);
                read.Add(id);
                return ReleaseTable.Of<CellRow>(Cells(int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture)), simulated).Content;
            }, most);
        return (history, read);
    }

    private static IReadOnlyList<CellRow> Cells(int number) =>
    [
        Row(Prolific) with { Median = number }, Row(Prolific with { TaskType = TaskType.Survey }),
        // Not needed: the form does not ask for them.
        Row(Prolific with { Country = "ID" }), Row(Prolific with { Quarter = new DateOnly(2026, 7, 1) }), Row(Prolific with { Experience = ExperienceBand.NoneYet }),
    ];

    private static CellRow Row(Cell cell) => new() { Cell = cell, Measure = PayMeasure.PaidOnly, Contributors = 60 };
}
