using Analytics.Web.Charts;
using Microsoft.AspNetCore.Html;

namespace Analytics.Web.Embeds;

/// <summary>A chart as a page of its own for the frame of another site: drawn, in words and as a table, with where it comes from. It needs no script.</summary>
/// <param name="Site">Scheme and host.</param>
/// <param name="Marks">What is said of the figure outside of it, which itself never changes once it is frozen.</param>
internal sealed record EmbedPage(string Site, Chart Chart, EmbedStyle Style, IReadOnlyList<EmbedMark> Marks)
{
    /// <summary>The page as HTML.</summary>
    public string Write() => Markup.Of($"""
        <!doctype html>
        <html lang="{Chart.Asked.Text.Language.Code}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Chart.Series.Title} · {Chart.Asked.Text["site.name"]}</title>
        <meta name="description" content="{Chart.Series.Description}">
        <meta name="robots" content="noindex">
        <link rel="canonical" href="{Site}{Chart.Page()}">
        <style>{new HtmlString(Style.Css)}</style>
        <script src="/embed-height.js" defer></script>
        </head>
        <body>
        <main>
        <h1>{Chart.Series.Title}</h1>
        <figure>{Drawings()}</figure>
        {Markup.All(Marks.Select(mark => mark.Write()))}{Table()}
        <p><a href="{Site}{Chart.Page()}" target="_blank" rel="noopener">{EmbedWords.Source(Chart)}</a></p>
        <p>{EmbedWords.Release(Chart)}</p>
        </main>
        </body>
        </html>

        """).Write();

    private IHtmlContent Drawings() => Markup.All(EmbedDrawings.Of(Chart).All.Select(drawing =>
        Markup.Of($"<div class=\"{drawing.Name}\">{new HtmlString(SvgChart.Write(drawing.Place(Chart), ChartLook.Page))}</div>")));

    private IHtmlContent Table()
    {
        var table = Chart.Table;
        // A column in which nothing is known tells nothing; the files have them all.
        var told = Enumerable.Range(0, table.Columns.Count).Where(i => table.Rows.Any(row => row[i].Shown.Length > 0)).ToList();
        return told.Count == 0 ? HtmlString.Empty : Markup.Of($"""
            <details><summary>{Chart.Asked.Text["embed.table"]}</summary><p>{Chart.Series.Alternative}</p><div class="table" role="region" tabindex="0" aria-label="{Chart.Asked.Text["embed.table"]}"><table>
            <thead><tr>{Markup.All(told.Select(i => Markup.Of($"<th scope=\"col\">{table.Columns[i].Title}</th>")))}</tr></thead>
            <tbody>{Markup.All(table.Rows.Select(row => Row(row, told)))}</tbody></table></div></details>
            """);
    }

    private static IHtmlContent Row(IReadOnlyList<ChartValue> row, IReadOnlyList<int> told) => Markup.Of(
        $"<tr>{Markup.All(told.Select((column, at) => at == 0 ? Markup.Of($"<th scope=\"row\">{row[column].Shown}</th>") : Markup.Of($"<td>{row[column].Shown}</td>")))}</tr>\n");
}
