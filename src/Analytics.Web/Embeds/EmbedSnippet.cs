using System.Globalization;
using Analytics.Web.Charts;
using Microsoft.AspNetCore.Html;

namespace Analytics.Web.Embeds;

/// <summary>What an editor pastes to show a chart.</summary>
internal static class EmbedSnippet
{
    // The chart may run its own small script and open its page in a new tab, and nothing else.
    private const string Sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    /// <summary>A frame of one size, for whoever sizes frames by itself.</summary>
    /// <param name="address">Whole address of the embed.</param>
    public static string Bare(string address, string title, int width, int height) => Markup.Of(
        $"<iframe src=\"{address}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" style=\"border:0;max-width:100%\" loading=\"lazy\" sandbox=\"{Sandbox}\"></iframe>").Write();

    /// <summary>
    /// A frame that has the right height in any column: the style steps at the widths where the page changes its drawing, without script; the script then makes it exact.
    /// </summary>
    /// <param name="site">Scheme and host.</param>
    /// <param name="width">How wide the frame is at most, in pixels; null for the column's width.</param>
    public static string Frame(string site, Chart chart, string? theme, int? width) => Markup.Of($"""
        <div style="container-type:inline-size{(width is null ? "" : string.Create(CultureInfo.InvariantCulture, $";max-width:{width}px"))}"><iframe class="perjam" src="{site}{chart.Embed(theme)}" title="{chart.Series.Title}" width="100%" height="{Highest(chart)}" style="width:100%;border:0;height:{new HtmlString(Height(chart))}" loading="lazy" sandbox="{Sandbox}"></iframe></div>
        <script src="{site}/embed.js" async></script>
        """).Write();

    /// <summary>A picture that says in words what it shows, and leads to the chart's page.</summary>
    public static string Image(string site, SnippetImage image) => Markup.Of(
        $"<a href=\"{site}{image.Page}\"><img src=\"{site}{image.Address}\" alt=\"{image.Alternative}\" width=\"{image.Width}\" height=\"{image.Height}\" style=\"max-width:100%;height:auto\" loading=\"lazy\"></a>").Write();

    /// <summary>The height that is enough at every width, for browsers that do not know the style.</summary>
    public static int Highest(Chart chart) => EmbedDrawings.Of(chart).All.Max(drawing => EmbedHeight.Of(chart, drawing));

    // From the widest drawing down. Each gives the height that it needs at the column's width, up to its largest; a narrower one also ends, far below zero, where the next begins.
    private static string Height(Chart chart)
    {
        var all = EmbedDrawings.Of(chart).All;
        return $"max({string.Join(',', all.Select((drawing, at) => Step(chart, drawing, all.ElementAtOrDefault(at + 1)?.From)).Reverse())})";
    }

    private static string Step(Chart chart, EmbedDrawing drawing, int? end)
    {
        var (least, growth) = EmbedHeight.Line(chart, drawing);
        return string.Create(CultureInfo.InvariantCulture, $"min({EmbedHeight.Of(chart, drawing)}px,{least}px + {100 * growth:0.#}cqw{(end is null ? "" : $",({end}px - 100cqw)*9999")})");
    }
}

/// <summary>A chart as a picture in an article.</summary>
/// <param name="Address">Of the file, within the site.</param>
/// <param name="Page">The chart's page, within the site.</param>
/// <param name="Alternative">What it shows, in words.</param>
internal sealed record SnippetImage(string Address, string Page, string Alternative, int Width, int Height)
{
    // As the files have it.
    private const int Margin = 20;

    /// <param name="theme">auto, which only a drawing can follow; light or dark, then as a picture, which every content system takes.</param>
    public static SnippetImage Of(Chart chart, string theme, int width)
    {
        var placed = chart.Place(new ChartSize(width, Margin));
        var size = ("width", width.ToString(CultureInfo.InvariantCulture));
        var address = theme == "auto" ? chart.File("svg", size) : chart.File("png", size, ("theme", theme == "light" ? null : theme));
        return new(address, chart.Page(), chart.Series.Alternative, (int)Math.Ceiling(placed.Width.Value), (int)Math.Ceiling(placed.Height.Value));
    }
}
