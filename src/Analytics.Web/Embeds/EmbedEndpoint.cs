using System.Text;
using Analytics.Models.Storage;
using Analytics.Web.Charts;
using Analytics.Web.Http;
using Analytics.Web.Releases;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Embeds;

/// <summary>Charts for the frames of other sites: <c>/embed/{form}</c> with a form's own choice and <c>lang=</c>, <c>currency=</c>, <c>release=</c>, <c>theme=</c>. Nobody who reads one is counted.</summary>
internal static class EmbedEndpoint
{
    /// <summary>What pym.js adds to the address of a frame; read by the script in the page alone.</summary>
    public static readonly IReadOnlyList<string> PymNames = ["initialWidth", "childId", "parentTitle", "parentUrl"];

    public static WebApplication MapEmbeds(this WebApplication app)
    {
        app.MapRead("/embed/{form}", AnswerAsync).CacheOutput(ReleaseCache.Policy);
        app.MapOEmbed();
        return app;
    }

    /// <summary>The address of a chart's embed within the site; frozen where the chart is.</summary>
    public static string Embed(this Chart chart, string? theme = null) => $"/embed/{chart.Form.Name}{chart.Query(("theme", theme))}";

    private static async Task<IResult> AnswerAsync(string form, HttpContext context)
    {
        // What is refused may stand in a frame too, so that whoever pasted the address can read why.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors *";
        var forms = context.RequestServices.GetRequiredService<ChartForms>();
        if (forms.Find(form) is not { } found)
            return ChartEndpoints.NoSuchForm(context, forms);
        var (chart, refused) = await ChartAnswers.ReadAsync(context, found, PymNames);
        if (chart is null)
            return refused!;
        var faults = new Dictionary<string, string>();
        if (ChartAnswers.OneOf(context.Request.Query, "theme", EmbedStyle.Themes, faults) is not { } theme)
            return QueryFaults.Refused(faults);
        var style = EmbedStyle.Of(theme, chart);
        var site = SiteAddress.Of(context);
        var log = await context.RequestServices.GetRequiredService<PublishedLog>().ReadAsync(context.RequestAborted);
        var marks = EmbedMarks.Of(site, chart, context.RequestServices.GetRequiredService<LatestRelease>().Current, log);
        var answer = Answer(context, style, new EmbedPage(site, chart, style, marks).Write());
        // What could not be checked is asked for anew.
        if (log is null)
            context.Response.Headers.CacheControl = "no-store";
        return answer;
    }

    private static IResult Answer(HttpContext context, EmbedStyle style, string page)
    {
        var content = Encoding.UTF8.GetBytes(page);
        context.Response.Headers.ContentSecurityPolicy = style.Policy;
        // A page that asks to be isolated may frame it as well.
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        // The page of a frozen chart is short-lived too: its marks change, its figure does not.
        ChartAnswers.Keep(context, frozen: false);
        return Results.Bytes(content, "text/html; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Key.OfContent(content)[..32]}\"", isWeak: true));
    }
}
