using Analytics.Web.Charts;
using Microsoft.AspNetCore.Html;

namespace Analytics.Web.Pages.Shared;

/// <summary>An interval chart drawn for a page: once for wide screens and once for phones.</summary>
internal static class DrawnChart
{
    private const int WideChart = 1056;
    private const int NarrowChart = 360;

    /// <param name="forms">Word and address of the chart's other forms.</param>
    public static async Task<ChartFigure> FigureAsync(this ChartWriter charts, Asked asked, IntervalSeries series, IReadOnlyList<(string Word, string Href)> forms)
    {
        var words = new ChartWords(asked.Text, asked.Currency.Code);
        async Task<IHtmlContent> DrawnAsync(int width) =>
            new HtmlString(await charts.WriteAsync(IntervalPlan.Place(series, new ChartSize(width), PayScale.Log, words), ChartLook.Page));
        return new(asked.Text, await DrawnAsync(WideChart), await DrawnAsync(NarrowChart), forms);
    }
}
