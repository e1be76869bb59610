using Analytics.Web.Charts;
using Analytics.Web.Releases;
using Microsoft.AspNetCore.Html;

namespace Analytics.Web.Embeds;

/// <summary>Something said of a chart beside it: one sentence, and where more is told.</summary>
/// <param name="Href">Whole address.</param>
internal sealed record EmbedMark(string Sentence, string Href, string Link)
{
    public IHtmlContent Write() => Markup.Of($"<p class=\"mark\">{Sentence} <a href=\"{Href}\" target=\"_blank\" rel=\"noopener\">{Link}</a></p>\n");
}

/// <summary>What has happened since a frozen chart was made. The one place where an embed says so.</summary>
internal static class EmbedMarks
{
    /// <param name="site">Scheme and host.</param>
    /// <param name="latest">The latest release; null where none is known.</param>
    public static IReadOnlyList<EmbedMark> Of(string site, Chart chart, ShownRelease? latest)
    {
        var text = chart.Asked.Text;
        if (!chart.Asked.Frozen || latest is null || latest.Head.Number <= chart.Asked.Release.Head.Number)
            return [];
        return [new(text["embed.newer"], site + (chart with { Asked = chart.Asked with { Frozen = false } }).Page(), text["embed.newerLink"])];
    }
}
