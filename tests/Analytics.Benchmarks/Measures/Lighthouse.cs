using System.Text.Json;

namespace Analytics.Benchmarks.Measures;

/// <summary>5.2: Lighthouse 12 in its mobile setting; each figure is the median of three runs.</summary>
internal static class Lighthouse
{
    private const int Runs = 3;

    public static readonly Measure Measure = new("5.2",
        "Lighthouse 12, mobile, on compare, platform and estimate: performance, accessibility, best practice, SEO; what a first visit to compare transfers, fonts apart", RunAsync)
    {
        Packages = ["chromium", "npm"],
    };

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        var packages = await NodePackages.InstallAsync(run, "tests/Analytics.Benchmarks/Lighthouse", stop);
        var folder = Directory.CreateDirectory(Path.Combine(run.Repository, "artifacts", "lighthouse")).FullName;
        await using var site = await DemonstrationSite.StartAsync(run, DemonstrationSite.FewReports, cached: true, stop);
        var figures = new List<Figure>();
        foreach (var (name, path) in MeasuredPages.All)
        {
            var visits = new List<Visit>();
            for (var i = 0; i < Runs; i++)
                visits.Add(await VisitAsync(packages, new Uri(site.Address, path), Path.Combine(folder, $"{name}.{i}.json"), stop));
            figures.AddRange(visits[0].Scores.Keys.Select(category =>
                new Figure($"{name}_{category.Replace('-', '_')}", Median(visits.Select(v => v.Scores[category])), "of 100") { AtLeast = 95, Note = Notes(visits, category) }));
            figures.Add(new($"{name}_transferred", Math.Round(Median(visits.Select(v => v.Transferred)) / 1000, 1), "kB") { AtMost = name == MeasuredPages.Compare ? 100 : null, Note = "fonts apart" });
            figures.Add(new($"{name}_fonts", Math.Round(Median(visits.Select(v => v.Fonts)) / 1000, 1), "kB"));
        }

        return figures;
    }

    private static async Task<Visit> VisitAsync(string packages, Uri address, string report, CancellationToken stop)
    {
        string[] arguments =
        [
            "CHROME_PATH=/usr/bin/chromium", "node", Path.Combine(packages, "lighthouse", "cli", "index.js"), address.ToString(), "--quiet", "--output=json", $"--output-path={report}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run",
        ];
        var (code, said) = await OtherProgram.ResultAsync("env", arguments, stop);
        if (!File.Exists(report))
            throw new InvalidOperationException($"Lighthouse left no report of {address} (exit code {code}): {said.Trim()}");
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(report, stop));
        return Read(json.RootElement);
    }

    // Where a page failed to load, its scores are null: that counts as nothing.
    private static Visit Read(JsonElement report)
    {
        var categories = report.GetProperty("categories").EnumerateObject().ToList();
        var requests = report.GetProperty("audits").GetProperty("network-requests").TryGetProperty("details", out var details)
            ? details.GetProperty("items").EnumerateArray().Select(r => (IsFont: r.TryGetProperty("resourceType", out var type) && type.GetString() == "Font", Size: r.GetProperty("transferSize").GetDouble())).ToList()
            : [];
        return new(
            categories.ToDictionary(c => c.Name, c => c.Value.GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? Math.Round(score.GetDouble() * 100) : 0),
            categories.ToDictionary(c => c.Name, c => Lost(report, c.Value)),
            requests.Where(r => !r.IsFont).Sum(r => r.Size), requests.Where(r => r.IsFont).Sum(r => r.Size));
    }

    /// <summary>The checks of a category that were not passed.</summary>
    private static string Lost(JsonElement report, JsonElement category) => string.Join(", ",
        from check in category.GetProperty("auditRefs").EnumerateArray()
        where check.GetProperty("weight").GetDouble() > 0
        let id = check.GetProperty("id").GetString()!
        where report.GetProperty("audits").GetProperty(id).GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 0.9
        select id);

    private static string? Notes(IReadOnlyList<Visit> visits, string category) =>
        string.Join(", ", visits.SelectMany(v => v.Lost[category].Split(", ", StringSplitOptions.RemoveEmptyEntries)).Distinct()) is { Length: > 0 } lost ? "not passed: " + lost : null;

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    /// <param name="Scores">Of 100 by category.</param>
    /// <param name="Transferred">Bytes over the wire but for fonts.</param>
    private sealed record Visit(IReadOnlyDictionary<string, double> Scores, IReadOnlyDictionary<string, string> Lost, double Transferred, double Fonts);
}
