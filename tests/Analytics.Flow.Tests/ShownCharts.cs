namespace Analytics.Flow.Tests;

/// <summary>A chart of every form on the site with simulated reports: form and choice.</summary>
internal static class ShownCharts
{
    public static readonly string[] All =
    [
        "interval", "interval?platform=mturk&platform=prolific&task=survey&measure=all-in", "countries?task=survey", "gap", "distribution?platform=prolific",
        "experience?task=survey", "history?platform=prolific", "figure?platform=prolific",
    ];

    /// <summary>The address of a chart in another form of file, with more names in its query.</summary>
    public static string File(string chart, string extension, string more)
    {
        var (form, query) = chart.Split('?') is [var name, var choice] ? (name, choice + "&") : (chart, "");
        return $"/charts/{form}.{extension}?{query}{more}";
    }

    /// <summary>The address of its embed.</summary>
    public static string Embed(string chart, string more = "") => $"/embed/{chart}{(more.Length == 0 ? "" : (chart.Contains('?', StringComparison.Ordinal) ? "&" : "?") + more)}";
}
