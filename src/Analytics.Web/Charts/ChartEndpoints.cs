using System.Text;
using Analytics.Web.Http;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Search;
using Analytics.Web.Text;

namespace Analytics.Web.Charts;

/// <summary>Charts as files: <c>/charts/interval.svg</c> and <c>.png</c>, chosen by the same query as the comparison, with <c>lang=</c> and <c>theme=</c>.</summary>
internal static class ChartEndpoints
{
    private const int Width = 760;
    private const int Margin = 20;
    private const double FineScreen = 2;

    // A picture takes a second of one core: however many are asked for, the pages go on being answered.
    private static readonly SemaphoreSlim Drawing = new(1);

    public static WebApplication MapCharts(this WebApplication app)
    {
        app.MapRead("/charts/interval.svg", async (HttpContext context, ChartWriter writer) =>
            await DrawAsync(context, writer, ["auto", "light", "dark"], (_, svg, _) => Task.FromResult(Results.Text(svg, "image/svg+xml", Encoding.UTF8))))
            .CacheOutput(ReleaseCache.Policy);
        app.MapRead("/charts/interval.png", async (HttpContext context, ChartWriter writer) =>
            await DrawAsync(context, writer, ["light", "dark"], PictureAsync)).CacheOutput(ReleaseCache.Policy);
        app.MapRead("/charts/preview.png", PreviewAsync).CacheOutput(ReleaseCache.Policy);
        return app;
    }

    /// <summary>The picture that announces a page, <c>page=/platforms/mturk</c>, in social networks.</summary>
    private static async Task<IResult> PreviewAsync(HttpContext context, ChartWriter writer)
    {
        var faults = new Dictionary<string, string>();
        if (QueryFaults.Language(context.Request.Query, faults) is not { } language)
            return QueryFaults.Refused(faults);
        var (asked, status) = await Asked.ReadAsync(context, language);
        if (asked is null)
            return QueryFaults.NotThere(status, Asked.Chosen(context.Request.Query, "currency"));
        if (SiteIndex.Of(asked.Release).At(Asked.Chosen(context.Request.Query, "page") ?? "/") is not { } page)
            return Results.Problem("There is no page at that address; page is an address after the language, such as /platforms/mturk.", statusCode: StatusCodes.Status404NotFound, title: "No such page");
        var plan = PagePreview.Plan(asked, PagePreview.Series(asked, page));
        context.Response.Headers.CacheControl = "no-cache";
        return await PictureAsync(plan, await writer.WriteAsync(plan, ChartLook.Light), context.RequestAborted);
    }

    private static async Task<IResult> DrawAsync(HttpContext context, ChartWriter writer, string[] themes, Func<IntervalPlan, string, CancellationToken, Task<IResult>> answer)
    {
        var query = context.Request.Query;
        var faults = new Dictionary<string, string>();
        var language = QueryFaults.Language(query, faults);
        var theme = Asked.Chosen(query, "theme") ?? themes[0];
        if (!themes.Contains(theme))
            faults["theme"] = QueryFaults.NotOneOf("theme", theme, themes);
        if (language is null || faults.Count > 0)
            return QueryFaults.Refused(faults);
        var (asked, status) = await Asked.ReadAsync(context, language);
        if (asked is null)
            return QueryFaults.NotThere(status, Asked.Chosen(query, "currency"));
        var choice = CompareChoice.Read(query, asked.Release.Release, faults);
        if (faults.Count > 0)
            return QueryFaults.Refused(faults);
        var series = ComparisonChart.Series(asked, choice, Comparison.Of(asked.Release, choice));
        var plan = ComparisonChart.Plan(asked, series, new ChartSize(Width, Margin));
        context.Response.Headers.CacheControl = "no-cache";
        return await answer(plan, await writer.WriteAsync(plan, theme switch { "dark" => ChartLook.Dark, "light" => ChartLook.Light, _ => ChartLook.Auto }), context.RequestAborted);
    }

    private static async Task<IResult> PictureAsync(IntervalPlan plan, string svg, CancellationToken stop)
    {
        // Finer than the screen where it may be, coarser where a long chart would be larger than a picture can be.
        var scale = Math.Min(FineScreen, (SvgRaster.LargestSide - 1) / Math.Max(plan.Width.Value, plan.Height.Value));
        await Drawing.WaitAsync(stop);
        try
        {
            return Results.Bytes(SvgRaster.ToPng(Encoding.UTF8.GetBytes(svg), plan.Width.Value, plan.Height.Value, scale), "image/png");
        }
        catch (RasterException failure)
        {
            return Results.Problem(failure.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "The picture cannot be made here");
        }
        finally
        {
            Drawing.Release();
        }
    }
}
