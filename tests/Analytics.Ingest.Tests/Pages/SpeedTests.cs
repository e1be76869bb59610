using System.Diagnostics;
using Analytics.Ingest.Pages;
using Xunit;

namespace Analytics.Ingest.Tests.Pages;

public sealed class SpeedTests(ITestOutputHelper output)
{
    /// <summary>A guard against a step that became many times slower, on a machine that may be busy; the figure itself is a measure's business.</summary>
    [Fact]
    public async Task Saved_pages_are_read_by_the_hundred_each_second()
    {
        var pages = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pages", "Saved"), "*.html").Select(File.ReadAllBytes).ToList();
        var reader = new PageReader(TimeProvider.System);
        await ReadAllAsync();
        var watch = Stopwatch.StartNew();
        const int rounds = 10;
        for (var i = 0; i < rounds; i++)
            await ReadAllAsync();
        var perSecond = rounds * pages.Count / watch.Elapsed.TotalSeconds;
        output.WriteLine($"{perSecond:0} pages a second, {pages.Average(p => p.Length):0} bytes on average");
        Assert.True(perSecond > 50, $"{perSecond:0} pages a second");

        async Task ReadAllAsync()
        {
            foreach (var page in pages)
                await reader.ReadAsync(page, "text/html", null, null, default);
        }
    }
}
