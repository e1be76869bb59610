using System.Globalization;
using Analytics.Web.Http;

namespace Analytics.Benchmarks.Measures;

/// <summary>7.4, its second half: what a kept embed costs, and what is left of ten thousand different charts asked for at random.</summary>
internal static class ManyCharts
{
    private const int Seed = 20261122;
    private const int Askers = 4;
    private static readonly int Keys = Setting.Of("PERJAM_KEYS", 10_000);

    // Beside what is kept of answers and of history (48 MB), what the runtime holds until it needs the room again.
    private const double MostMemory = 400;

    // The database's own files: nothing of a chart is written.
    private const double MostDisk = 1;

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        await using var site = await DemonstrationSite.StartAsync(run, DemonstrationSite.FewReports, cached: true, stop);
        return [.. await PageSpeed.KeptAsync("embed", new Uri(site.Address, "/embed/interval?lang=id"), stop), .. await KeysAsync(run, site, stop)];
    }

    private static async Task<IReadOnlyList<Figure>> KeysAsync(MeasureRun run, DemonstrationSite site, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        // What is loaded once, whatever is asked for.
        for (var i = 0; i < 50; i++)
            await client.GetByteArrayAsync(Address(i), stop);
        var (memory, disk) = (site.MemoryMb(), Megabytes(site.Folder));
        var order = Enumerable.Range(0, Keys).ToArray();
        new Random(Seed).Shuffle(order);
        var (bytes, most) = (0L, memory);
        await Parallel.ForEachAsync(order.Chunk(Keys / 100), new ParallelOptions { MaxDegreeOfParallelism = Askers, CancellationToken = stop }, async (keys, asking) =>
        {
            foreach (var key in keys)
                Interlocked.Add(ref bytes, (await client.GetByteArrayAsync(Address(key), asking)).Length);
            most = Math.Max(most, site.MemoryMb());
        });
        run.Log(FormattableString.Invariant($"  {Keys} charts, {bytes >> 20} MiB"));
        return
        [
            new("keys_asked", Keys, "charts") { AtLeast = Keys },
            new("keys_mib", Math.Round(bytes / 1048576.0), "MiB") { AtLeast = ReleaseCache.MostKept >> 20, Note = "more than is kept, or nothing would have to give way" },
            new("memory_growth", Math.Round(most - memory), "MiB") { AtMost = MostMemory, Note = $"largest working set less that before; answers of {ReleaseCache.MostKept >> 20} MiB are kept" },
            new("disk_growth", Math.Round(Math.Max(0, Megabytes(site.Folder) - disk), 2), "MiB") { AtMost = MostDisk },
        ];
    }

    // Widths, languages, themes and measures: no two alike.
    private static string Address(int key) => string.Create(CultureInfo.InvariantCulture,
        $"/charts/interval.svg?width={320 + (key % 881)}&lang={(key / 881 % 2 == 0 ? "en" : "id")}&theme={(key / 1762 % 3) switch { 0 => "auto", 1 => "light", _ => "dark" }}&measure={(key / 5286 % 2 == 0 ? "paid-only" : "all-in")}");

    private static double Megabytes(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1048576.0;
}
