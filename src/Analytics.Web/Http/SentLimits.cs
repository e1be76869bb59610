using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace Analytics.Web.Http;

/// <summary>
/// What anybody may send: no more than <see cref="MostBytes"/> unless the endpoint allows more (<c>[RequestSizeLimit]</c>), not compressed, not from a page
/// of another site, and not so slowly that connections are held for nothing.
/// </summary>
internal static class SentLimits
{
    /// <summary>Bytes in the body of a request.</summary>
    public const int MostBytes = 64 * 1024;

    private const int LeastBytesPerSecond = 240;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static WebApplicationBuilder AddSentLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Limits.MaxRequestBodySize = MostBytes;
            server.Limits.MinRequestBodyDataRate = new Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate(LeastBytesPerSecond, Grace);
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        return builder;
    }

    /// <summary>Refuses what may not be sent, each with its own status: 403, 408, 413, 415. After routing, which knows the endpoint's own limit.</summary>
    public static void UseSentLimits(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (Refusal(context) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = fault.StatusCode;
        }
    });

    private static int? Refusal(HttpContext context)
    {
        // The page that tells of a refusal is made from the refused request.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return null;
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method) && !IsFromHere(context))
            return StatusCodes.Status403Forbidden;
        if (request.ContentLength > MostFor(context))
            return StatusCodes.Status413PayloadTooLarge;
        return request.Headers.ContentEncoding.ToString() is "" or "identity" ? null : StatusCodes.Status415UnsupportedMediaType;
    }

    /// <summary>Bytes that the body of this request may have.</summary>
    public static long MostFor(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize ?? long.MaxValue : MostBytes;

    // Browsers say where a form was sent from; what is none says nothing, and has no cookies of anybody either.
    private static bool IsFromHere(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";
        return headers.Origin.ToString() is not { Length: > 0 } origin || SiteAddress.IsOwn(context, origin);
    }
}
