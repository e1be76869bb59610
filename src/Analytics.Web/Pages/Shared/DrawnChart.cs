using Analytics.Web.Charts;
using Microsoft.AspNetCore.Html;

namespace Analytics.Web.Pages.Shared;

/// <summary>A chart drawn for a page: once for wide screens and once for phones.</summary>
internal static class DrawnChart
{
    private const int WideChart = 1056;
    private const int NarrowChart = 360;

    /// <param name="forms">Word and address of the chart's other forms.</param>
    public static ChartFigure Draw(Asked asked, ChartSeries series, IReadOnlyList<(string Word, string Href)> forms)
    {
        var words = new ChartWords(asked.Text, asked.Currency.Code);
        HtmlString Drawn(int width) => new(SvgChart.Write(series.Place(new ChartSize(width), words), ChartLook.Page));
        return new(asked.Text, Drawn(WideChart), Drawn(NarrowChart), forms);
    }
}
