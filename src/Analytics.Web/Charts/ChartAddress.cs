using Analytics.Web.Http;

namespace Analytics.Web.Charts;

/// <summary>Where a chart stands on the site.</summary>
internal static class ChartAddress
{
    /// <summary>Its page, within the site.</summary>
    public static string Page(this Chart chart) => chart.Asked.To($"/charts/{chart.Form.Name}", chart.Filter);

    /// <summary>A file of it, or its embed, within the site; frozen where the chart is.</summary>
    public static string File(this Chart chart, string extension, params ReadOnlySpan<(string Name, string? Value)> more) => $"/charts/{chart.Form.Name}.{extension}{chart.Query(more)}";

    /// <summary>The whole address of its page as it is in this release, for ever.</summary>
    public static string Frozen(HttpContext context, Chart chart) => SiteAddress.Of(context) + (chart with { Asked = chart.Asked with { Frozen = true } }).Page();
}
