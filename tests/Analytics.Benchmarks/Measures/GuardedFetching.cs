using System.Text.Json;

namespace Analytics.Benchmarks.Measures;

/// <summary>3.5: robots.txt by RFC 9309, and addresses that may not be reached.</summary>
internal static class GuardedFetching
{
    public static readonly Measure Measure = new("3.5",
        "robots.txt by RFC 9309 and the usual disputes; no spelling of a forbidden address is reached, by a listener that counts connections", RunAsync);

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        var file = Path.Combine(Path.GetTempPath(), $"perjam-addresses-{Environment.ProcessId}.json");
        try
        {
            var robots = await TestRun.FiguresAsync(run, "Analytics.Ingest.Tests", ["RobotsFileTests"], new Dictionary<string, string>(), stop);
            var addresses = await TestRun.FiguresAsync(run, "Analytics.Ingest.Tests", ["ForbiddenAddressTests", "AddressGuardTests", "PoliteFetcherTests"],
                new Dictionary<string, string> { ["PERJAM_ADDRESS_FIGURES"] = file }, stop);
            var counted = JsonDocument.Parse(await File.ReadAllTextAsync(file, stop)).RootElement;
            double Of(string name) => counted.GetProperty(name).GetDouble();
            return
            [
                .. robots.Select(f => f with { Name = "robots_" + f.Name }), .. addresses.Select(f => f with { Name = "address_" + f.Name }),
                new("spellings", Of("Spellings"), "spellings") { AtLeast = 60 },
                new("addresses_tried", Of("Tried"), "addresses") { Note = "each spelling with and without the listener's port" },
                new("connections", Of("Connections"), "connections") { AtMost = 0, Note = "counted by a listener on loopback" },
            ];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
