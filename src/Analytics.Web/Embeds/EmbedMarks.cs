using Analytics.Models.Corrections;
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

/// <summary>What has happened since a frozen chart was made. The one place where an embed says so; the figure itself never changes.</summary>
internal static class EmbedMarks
{
    /// <param name="site">Scheme and host.</param>
    /// <param name="latest">The latest release; null where none is known.</param>
    /// <param name="log">The published corrections; null where they cannot be read, which is then said.</param>
    public static IReadOnlyList<EmbedMark> Of(string site, Chart chart, ShownRelease? latest, IReadOnlyList<PublishedCorrection>? log)
    {
        var text = chart.Asked.Text;
        var marks = new List<EmbedMark>();
        var corrections = $"{site}/{text.Language.Code}/corrections";
        if (log is null)
            marks.Add(new(text["sentence.unchecked.text"], corrections, text["sentence.corrected.link"]));
        else if (TouchingCorrections.CorrectionsOf(chart.Asked.Release.Head.Number, chart.Pages, log) is [var newest, ..] all)
            marks.Add(new(text.Count("embed.corrected", all.Count), $"{corrections}#c-{newest.Id}", text["sentence.corrected.link"]));
        if (chart.Asked.Frozen && latest is not null && latest.Head.Number > chart.Asked.Release.Head.Number)
            marks.Add(new(text["embed.newer"], site + (chart with { Asked = chart.Asked with { Frozen = false } }).Page(), text["embed.newerLink"]));
        return marks;
    }
}
