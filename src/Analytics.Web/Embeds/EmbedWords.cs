using Analytics.Web.Charts;

namespace Analytics.Web.Embeds;

/// <summary>The lines that an embed page says below its figure.</summary>
internal static class EmbedWords
{
    /// <summary>The link to the chart's own page.</summary>
    public static string Source(Chart chart) => chart.Asked.Text["embed.source"];

    /// <summary>Which release is shown, and whether it stays.</summary>
    public static string Release(Chart chart) => chart.Asked.Text.Fill(chart.Asked.Frozen ? "embed.frozen" : "embed.live", ("release", chart.Asked.ReleaseLine));

    /// <summary>Where a frozen chart has been overtaken: the link to the one that is up to date.</summary>
    public static string Newer(Chart chart) => $"{chart.Asked.Text["embed.newer"]} {chart.Asked.Text["embed.newerLink"]}";

    /// <summary>The longest that can be marked, for the room that is kept for it.</summary>
    public static string LongestMark(Chart chart) => Newer(chart);
}
