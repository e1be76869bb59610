using Analytics.Web.Charts;

namespace Analytics.Web.Embeds;

/// <summary>The lines that an embed page says below its figure.</summary>
internal static class EmbedWords
{
    /// <summary>The link to the chart's own page.</summary>
    public static string Source(Chart chart) => chart.Asked.Text["embed.source"];

    /// <summary>Which release is shown, and whether it stays.</summary>
    public static string Release(Chart chart) => chart.Asked.Text.Fill(chart.Asked.Frozen ? "embed.frozen" : "embed.live", ("release", chart.Asked.ReleaseLine));

    /// <summary>What can be marked at most, for the room that is kept for it: corrections, and newer figures.</summary>
    public static IReadOnlyList<string> Marks(Chart chart)
    {
        var text = chart.Asked.Text;
        var corrected = $"{text.Count("embed.corrected", 10)} {text["sentence.corrected.link"]}";
        return chart.Asked.Frozen ? [corrected, $"{text["embed.newer"]} {text["embed.newerLink"]}"] : [corrected];
    }
}
