using System.Text;
using Analytics.Models.Storage;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Search;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Charts;

/// <summary>Charts as files, <c>/charts/{form}.svg|png|csv|json|zip</c>: a form's own choice, and <c>lang=</c>, <c>currency=</c>, <c>release=</c>, <c>theme=</c>, <c>width=</c>, <c>size=</c>.</summary>
internal static class ChartEndpoints
{
    private const int Width = 760;
    private const int Margin = 20;
    private static readonly string[] PictureSizes = ["2x", "1x", "social"];

    // A picture takes a core for a while: however many are asked for, the pages go on being answered.
    private static readonly SemaphoreSlim Drawing = new(1);

    public static WebApplication MapCharts(this WebApplication app)
    {
        Map("svg", ["width"], DrawnAsync);
        Map("png", ["width", "size"], PictureAsync);
        Map("csv", [], (context, chart, _) => Task.FromResult(Data(context, chart, ChartFiles.Csv(chart.Table), "text/csv; charset=utf-8", "csv")));
        Map("json", [], (context, chart, _) => Task.FromResult(Data(context, chart, ChartFiles.Json(chart, ChartAddress.Frozen(context, chart)), "application/json; charset=utf-8", "json")));
        Map("zip", [], (context, chart, _) => Task.FromResult(Data(context, chart, ChartFiles.Zip(chart, ChartAddress.Frozen(context, chart)), "application/zip", "zip")));
        app.MapRead("/charts/preview.png", PreviewAsync).CacheOutput(ReleaseCache.Policy);
        return app;

        void Map(string extension, string[] more, Func<HttpContext, Chart, IDictionary<string, string>, Task<IResult>> answer) =>
            app.MapRead($"/charts/{{form}}.{extension}", (string form, HttpContext context) => AnswerAsync(context, form, more, answer)).CacheOutput(ReleaseCache.Policy);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string name, string[] more, Func<HttpContext, Chart, IDictionary<string, string>, Task<IResult>> answer)
    {
        var forms = context.RequestServices.GetRequiredService<ChartForms>();
        if (forms.Find(name) is not { } form)
            return NoSuchForm(context, forms);
        var (chart, refused) = await ChartAnswers.ReadAsync(context, form, more);
        if (chart is null)
            return refused!;
        var faults = new Dictionary<string, string>();
        var made = await answer(context, chart, faults);
        return faults.Count > 0 ? QueryFaults.Refused(faults) : made;
    }

    /// <summary>404 with the names there are.</summary>
    public static IResult NoSuchForm(HttpContext context, ChartForms forms)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Problem($"There is no such form of chart; there are {string.Join(", ", forms.All.Select(f => f.Name))}.", statusCode: StatusCodes.Status404NotFound, title: "No such chart");
    }

    private static Task<IResult> DrawnAsync(HttpContext context, Chart chart, IDictionary<string, string> faults)
    {
        var theme = ChartAnswers.OneOf(context.Request.Query, "theme", ["auto", "light", "dark"], faults);
        if (ChartAnswers.Width(context.Request.Query, Width, faults) is not { } width || theme is null)
            return Task.FromResult(Results.Empty);
        var look = theme switch { "dark" => ChartLook.Dark, "light" => ChartLook.Light, _ => ChartLook.Auto };
        return Task.FromResult(Bytes(context, chart, Encoding.UTF8.GetBytes(SvgChart.Write(chart.Place(new ChartSize(width, Margin)), look)), "image/svg+xml"));
    }

    private static async Task<IResult> PictureAsync(HttpContext context, Chart chart, IDictionary<string, string> faults)
    {
        var query = context.Request.Query;
        var theme = ChartAnswers.OneOf(query, "theme", ["light", "dark"], faults);
        var size = ChartAnswers.OneOf(query, "size", PictureSizes, faults);
        if (ChartAnswers.Width(query, Width, faults) is not { } width || theme is null || size is null)
            return Results.Empty;
        var plan = size == "social" ? chart.PlacePreview() : chart.Place(new ChartSize(width, Margin));
        // A picture for social networks keeps its drawing and is made smaller; any other is drawn anew for its width.
        var scale = size switch { "social" => SocialPicture.ScaleAt(query.ContainsKey("width") ? width : SocialPicture.Widest), "1x" => 1, _ => 2 };
        return await PngAsync(plan, theme == "dark" ? ChartLook.Dark : ChartLook.Light, scale, context.RequestAborted) switch
        {
            (byte[] png, _) => Bytes(context, chart, png, "image/png"),
            (_, var refused) => refused!,
        };
    }

    private static IResult Data(HttpContext context, Chart chart, byte[] content, string type, string extension)
    {
        // JSON is read where it is; a table or an archive is kept as a file.
        if (extension != "json")
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"perjam-{chart.Form.Name}-{chart.Asked.Release.Head.Id}.{extension}\"";
        return Bytes(context, chart, content, type);
    }

    private static IResult Bytes(HttpContext context, Chart chart, byte[] content, string type)
    {
        ChartAnswers.Keep(context, chart.Asked.Frozen);
        context.Response.Headers.AccessControlAllowOrigin = "*";
        // Weak, as the body may be sent compressed.
        return Results.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{Key.OfContent(content)[..32]}\"", isWeak: true));
    }

    /// <summary>The picture that announces a page, <c>page=/platforms/mturk</c>, in social networks.</summary>
    private static async Task<IResult> PreviewAsync(HttpContext context)
    {
        var faults = new Dictionary<string, string>();
        if (QueryFaults.Language(context.Request.Query, faults) is not { } language)
            return QueryFaults.Refused(faults);
        var (asked, status) = await Asked.ReadAsync(context, language);
        if (asked is null)
            return QueryFaults.NotThere(status, Asked.Chosen(context.Request.Query, "currency"));
        if (SiteIndex.Of(asked.Release).At(Asked.Chosen(context.Request.Query, "page") ?? "/") is not { } page)
            return Results.Problem("There is no page at that address; page is an address after the language, such as /platforms/mturk.", statusCode: StatusCodes.Status404NotFound, title: "No such page");
        context.Response.Headers.CacheControl = "no-cache";
        var (png, refused) = await PngAsync(PagePreview.Plan(asked, PagePreview.Series(asked, page)), ChartLook.Light, PreviewLayout.Scale, context.RequestAborted);
        return png is null ? refused! : Results.Bytes(png, "image/png");
    }

    private static async Task<(byte[]? Png, IResult? Refused)> PngAsync(ChartPlan plan, ChartLook look, double scale, CancellationToken stop)
    {
        var (width, height) = plan.View is { } view ? (view.Width.Value, view.Height.Value) : (plan.Width.Value, plan.Height.Value);
        // Coarser where a long chart would be larger than a picture can be.
        scale = Math.Min(scale, (SvgRaster.LargestSide - 1) / Math.Max(width, height));
        await Drawing.WaitAsync(stop);
        try
        {
            return (SvgRaster.ToPng(Encoding.UTF8.GetBytes(SvgChart.Write(plan, look)), width, height, scale), null);
        }
        catch (RasterException failure)
        {
            return (null, Results.Problem(failure.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "The picture cannot be made here"));
        }
        finally
        {
            Drawing.Release();
        }
    }
}
