using System.Globalization;
using System.Text.Json;
using Analytics.Ingest.Steps;
using Analytics.Models.Sources;
using Xunit;

namespace Analytics.Ingest.Tests.Steps;

/// <summary>
/// Mutated pages through the whole reading, text and claims, as the worker does it: none ends the process that reads, none takes long.
/// PERJAM_FUZZ_PAGES sets how many (20,000 without it), PERJAM_FUZZ_FIGURES a file that the figures are written to.
/// </summary>
public sealed class PageFuzzTests
{
    private const int Seed = 20251121;
    private const int AtOnce = 2;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly int Pages = int.Parse(Environment.GetEnvironmentVariable("PERJAM_FUZZ_PAGES") ?? "20000", CultureInfo.InvariantCulture);

    // What the heap may hold, and the runtime with its programs beside it.
    private static readonly int MostMemoryMib = (int)(new ReadingLimits().Memory >> 20) + 128;

    [Fact]
    public async Task No_mutated_page_does_harm()
    {
        var mutations = PageMutations.FromSavedPages(Seed);
        var parts = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(part => Task.Run(() => ReadAsync(mutations, part))));
        var all = new Figures(
            parts.Sum(p => p.Pages), parts.Sum(p => p.Read), parts.Sum(p => p.Refused), parts.Sum(p => p.Claims), parts.Sum(p => p.Lost), parts.Max(p => p.SlowestSeconds), parts.Max(p => p.PeakMib),
            [.. parts.SelectMany(p => p.Harm)]);
        if (Environment.GetEnvironmentVariable("PERJAM_FUZZ_FIGURES") is { } file)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(all));

        Assert.Empty(all.Harm);
        Assert.Equal((Pages, 0), (all.Pages, all.Lost));
        Assert.InRange(all.SlowestSeconds, 0, Longest.TotalSeconds);
        Assert.InRange(all.PeakMib, 1, MostMemoryMib);
        // Pages that all come to nothing would show nothing.
        Assert.True(all.Read > Pages / 2 && all.Claims > Pages / 10, all.ToString());
    }

    [Fact]
    public void The_same_seed_makes_the_same_pages()
    {
        var (one, other) = (PageMutations.FromSavedPages(Seed), PageMutations.FromSavedPages(Seed));
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(one.Make(i).Content, other.Make(i).Content));
        Assert.All(Enumerable.Range(0, 200), i => Assert.InRange(one.Make(i).Content.Length, 0, 5_000));
    }

    private static async Task<Figures> ReadAsync(PageMutations mutations, int part)
    {
        await using var reader = new ReadingProcess(new(), TimeProvider.System);
        // Starting the process is no page's time.
        await reader.ReadAsync(Page(mutations, 0), CancellationToken.None);
        var sum = new Figures(0, 0, 0, 0, 0, 0, 0, []);
        for (var i = part; i < Pages; i += AtOnce)
        {
            var page = Page(mutations, i);
            var began = TimeProvider.System.GetTimestamp();
            var read = await reader.ReadAsync(page, CancellationToken.None);
            sum = sum.With(read, TimeProvider.System.GetElapsedTime(began).TotalSeconds);
        }

        return sum with { Lost = reader.Started - 1, PeakMib = PeakMib(reader.ProcessId!.Value) };
    }

    private static SourcePage Page(PageMutations mutations, int index)
    {
        var (content, type, charset) = mutations.Make(index);
        return new() { Address = $"https://mutated.example/{index}", Content = content, ContentType = type, Charset = charset, FetchedAt = default };
    }

    private static int PeakMib(int process) => int.Parse(
        File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) >> 10;

    /// <param name="Lost">Processes that ended over a page.</param>
    /// <param name="Harm">What may not come of any page, with its number.</param>
    private sealed record Figures(int Pages, int Read, int Refused, int Claims, int Lost, double SlowestSeconds, int PeakMib, IReadOnlyList<string> Harm)
    {
        public Figures With(PageRead read, double seconds) => this with
        {
            Pages = Pages + 1,
            Read = Read + (read.Facts.Outcome == "read" ? 1 : 0),
            Refused = Refused + (read.Facts.Outcome == "read" ? 0 : 1),
            Claims = Claims + read.Reading.Claims.Count,
            SlowestSeconds = Math.Max(SlowestSeconds, seconds),
            Harm = read.Facts.Outcome is "read" or "empty" or "not-text" or "too-many-open-tags" || Harm.Count > 20 ? Harm : [.. Harm, read.Facts.Sentence ?? read.Facts.Outcome],
        };
    }
}
