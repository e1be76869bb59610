using Analytics.Tests.Storage;

namespace Analytics.Flow.Tests;

/// <summary>A chart of every form: form and choice. Those of reports alone are of the site with simulated ones, the others of the catalogue.</summary>
internal static class ShownCharts
{
    public static readonly string[] All =
    [
        "interval", "interval?platform=mturk&platform=prolific&measure=all-in", "countries?task=survey", "gap", "distribution?platform=mturk", "figure?platform=mturk",
        "experience?task=survey", "history?platform=toptal",
    ];

    /// <summary>The site that shows <paramref name="chart"/>.</summary>
    public static async Task<Uri> SiteAsync(string chart, PublishedSite published, SimulatedSite simulated, PostgresFixture postgres) =>
        chart.Split('?')[0] is "countries" or "experience" or "history" ? await simulated.ReadyAsync(postgres) : (await published.ReadyAsync(postgres)).Address;

    /// <summary>The address of a chart in another form of file, with more names in its query.</summary>
    public static string File(string chart, string extension, string more)
    {
        var (form, query) = chart.Split('?') is [var name, var choice] ? (name, choice + "&") : (chart, "");
        return $"/charts/{form}.{extension}?{query}{more}";
    }

    /// <summary>The address of its embed.</summary>
    public static string Embed(string chart, string more = "") => $"/embed/{chart}{(more.Length == 0 ? "" : (chart.Contains('?', StringComparison.Ordinal) ? "&" : "?") + more)}";
}
