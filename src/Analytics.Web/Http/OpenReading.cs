using System.Globalization;

namespace Analytics.Web.Http;

/// <summary>
/// What programs may read from anywhere: pages of other sites may read the API and the files (CORS), and every answer of the API says how often it may still be asked
/// (draft-ietf-httpapi-ratelimit-headers). Kept answers count like any other.
/// </summary>
internal static class OpenReading
{
    private static readonly PathString Api = "/api";
    private static readonly PathString[] Open = [Api, "/s", "/d", "/charts"];

    // What a page of another site may see of an answer beside the few headers that it always may.
    private const string Exposed = "Accept-Ranges, Content-Disposition, Content-Range, ETag, Link, RateLimit, RateLimit-Policy, Repr-Digest, Retry-After, Row-Count";

    public static WebApplicationBuilder AddOpenReading(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new ReadingQuota(services.GetRequiredService<TimeProvider>(), TimeSpan.FromMinutes(1)));
        return builder;
    }

    /// <summary>Before the output cache, and after the sender's address is known.</summary>
    public static void UseOpenReading(this WebApplication app)
    {
        var quota = app.Services.GetRequiredService<ReadingQuota>();
        app.UseWhen(context => Array.Exists(Open, root => context.Request.Path.StartsWithSegments(root)), open => open.Use((context, next) => AnswerAsync(context, next, quota)));
    }

    private static Task AnswerAsync(HttpContext context, RequestDelegate next, ReadingQuota quota)
    {
        // As the answer starts: an error clears what was set before, and a kept answer brings its own.
        context.Response.OnStarting(static response => Allow((HttpResponse)response), context.Response);
        if (HttpMethods.IsOptions(context.Request.Method))
            return TellPreflight(context.Response);
        if (!context.Request.Path.StartsWithSegments(Api))
            return next(context);
        var (allowed, left, seconds) = quota.Take(Senders.NetworkOf(context));
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["RateLimit-Policy"] = quota.Policy;
            context.Response.Headers["RateLimit"] = FormattableString.Invariant($"\"reading\";r={left};t={seconds}");
            return Task.CompletedTask;
        });
        return allowed ? next(context) : RefuseAsync(context, seconds);
    }

    private static Task Allow(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = Exposed;
        return Task.CompletedTask;
    }

    private static Task TellPreflight(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.Allow = response.Headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
        response.Headers.AccessControlAllowHeaders = "Accept, If-Modified-Since, If-None-Match, If-Range, Range";
        response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, long seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Problem(
            $"Your network has asked more often than is allowed; ask again in {seconds} seconds. A whole table is had at once as a file: see /en/data.",
            statusCode: StatusCodes.Status429TooManyRequests, title: "Too many requests").ExecuteAsync(context);
    }
}
