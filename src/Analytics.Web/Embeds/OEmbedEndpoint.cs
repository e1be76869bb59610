using System.Globalization;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Embeds;

/// <summary>What a content system asks when an editor pastes an address: <c>/oembed?url=…</c> with <c>maxwidth=</c>, <c>maxheight=</c>, <c>format=json|xml</c>.</summary>
internal static class OEmbedEndpoint
{
    private const int LongestUrl = 4000;

    public static WebApplication MapOEmbed(this WebApplication app)
    {
        app.MapRead("/oembed", AnswerAsync);
        return app;
    }

    /// <summary>Where the answer about a page of ours is: endpoint, url and format alone, as discovery links have it.</summary>
    /// <param name="site">Scheme and host.</param>
    /// <param name="page">Path and query of the page.</param>
    public static string Address(string site, string page, string format) => $"{site}/oembed?url={Uri.EscapeDataString(site + page)}&format={format}";

    private static async Task<IResult> AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var query = context.Request.Query;
        var format = Asked.Chosen(query, "format") ?? "json";
        if (format is not ("json" or "xml"))
            return Results.Problem("The answer can be had as json or xml.", statusCode: StatusCodes.Status501NotImplemented, title: "No such format");
        // The specification has 401, 404 and 501 alone. A request without an address, or with a size that is none, is not about any address: 400, as elsewhere on the site.
        var faults = new Dictionary<string, string>();
        var room = new OEmbedRoom(Size(query, "maxwidth", faults), Size(query, "maxheight", faults));
        var url = Asked.Chosen(query, "url");
        if (url is null)
            faults["url"] = "url is missing; it is the whole address of a chart, platform or estimate page of this site.";
        if (faults.Count > 0)
            return QueryFaults.Refused(faults);
        if (url!.Length > LongestUrl || await OEmbedTarget.ReadAsync(context, url) is not { } target)
            return Results.Problem("No chart of this site stands at that url.", statusCode: StatusCodes.Status404NotFound, title: "Nothing to embed");
        return Answer(context, new OEmbedAnswer(SiteAddress.Of(context), target, room), format);
    }

    private static IResult Answer(HttpContext context, OEmbedAnswer answer, string format)
    {
        context.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={OEmbedAnswer.Age}");
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return format == "xml" ? Results.Bytes(answer.Xml(), "text/xml; charset=utf-8") : Results.Bytes(answer.Json(), "application/json; charset=utf-8");
    }

    private static int? Size(IQueryCollection query, string name, Dictionary<string, string> faults)
    {
        if (Asked.Chosen(query, name) is not { } chosen)
            return null;
        if (int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0)
            return pixels;
        faults[name] = $"{name} is a whole number of pixels, 1 or more.";
        return null;
    }
}
