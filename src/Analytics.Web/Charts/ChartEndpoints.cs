using System.Text;
using Analytics.Web.Http;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;

namespace Analytics.Web.Charts;

/// <summary>Charts as files: <c>/charts/interval.svg</c> and <c>.png</c>, chosen by the same query as the comparison, with <c>lang=</c> and <c>theme=</c>.</summary>
internal static class ChartEndpoints
{
    private const int Width = 760;
    private const int Margin = 20;
    private const double FineScreen = 2;

    public static WebApplication MapCharts(this WebApplication app)
    {
        app.MapGet("/charts/interval.svg", async (HttpContext context, ChartWriter writer) =>
            await DrawAsync(context, writer, ["auto", "light", "dark"], (_, svg) => Results.Text(svg, "image/svg+xml", Encoding.UTF8)))
            .CacheOutput(ReleaseCache.Policy);
        app.MapGet("/charts/interval.png", async (HttpContext context, ChartWriter writer) =>
            await DrawAsync(context, writer, ["light", "dark"], Picture)).CacheOutput(ReleaseCache.Policy);
        return app;
    }

    private static async Task<IResult> DrawAsync(HttpContext context, ChartWriter writer, string[] themes, Func<IntervalPlan, string, IResult> answer)
    {
        var query = context.Request.Query;
        var faults = new Dictionary<string, string>();
        var lang = Asked.Chosen(query, "lang") ?? SiteLanguage.English.Code;
        var language = SiteLanguage.Find(lang);
        if (language is null)
            faults["lang"] = QueryFaults.NotOneOf("lang", lang, SiteLanguage.All.Select(l => l.Code));
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
        return answer(plan, await writer.WriteAsync(plan, theme switch { "dark" => ChartLook.Dark, "light" => ChartLook.Light, _ => ChartLook.Auto }));
    }

    private static IResult Picture(IntervalPlan plan, string svg)
    {
        var scale = plan.Height.Value * FineScreen <= SvgRaster.LargestSide ? FineScreen : 1;
        try
        {
            return Results.Bytes(SvgRaster.ToPng(Encoding.UTF8.GetBytes(svg), plan.Width.Value, plan.Height.Value, scale), "image/png");
        }
        catch (RasterException failure)
        {
            return Results.Problem(failure.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "The picture cannot be made here");
        }
    }
}
