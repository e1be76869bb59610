using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Analytics.Web.Charts;

/// <summary>Where a drawing is shown, which decides how its colours are written.</summary>
public enum ChartLook
{
    /// <summary>Within a page: the page's stylesheet colours it, light or dark; no ground of its own.</summary>
    Page,

    /// <summary>A file that follows the reader's preference for light or dark.</summary>
    Auto,

    /// <summary>A file with every colour resolved, light; what PNG is made from.</summary>
    Light,

    /// <summary>A file with every colour resolved, dark.</summary>
    Dark,
}

/// <summary>Writes placed charts as SVG.</summary>
public sealed class ChartWriter(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    /// <summary>The plan as one <c>svg</c> element.</summary>
    public async Task<string> WriteAsync(IntervalPlan plan, ChartLook look)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(IntervalChart.Plan)] = plan,
            [nameof(IntervalChart.Look)] = look,
        });
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<IntervalChart>(parameters)).ToHtmlString());
    }
}
