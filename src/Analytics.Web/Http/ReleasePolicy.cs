using Analytics.Web.Api;
using Analytics.Web.Releases;
using Analytics.Web.Text;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Analytics.Web.Http;

/// <summary>
/// What is kept of answers made from a release, and which requests they answer. One policy in place of a chain of small ones, as every kept answer passes through it.
/// </summary>
internal sealed class ReleasePolicy(bool off) : IOutputCachePolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Marked = TimeSpan.FromMinutes(1);

    // Every name in a query that some kept answer depends on. An address with a name of its own shall not have its own copy made and kept.
    private static readonly StringValues Names = new(
        ["release", "currency", "lang", "theme", "page", "task", "platform", "experience", "expertise", "country", "region", "hours", "quarter", "kind", "measure", "sort", "order", "about"]);

    // A chart and the API refuse a name that they do not know, so none of their answers is another's.
    private static readonly StringValues EveryName = new("*");

    // Asked for once: a kept answer needs no services of its request, and making their scope is a good part of what it costs.
    private LatestRelease? latest;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var keep = !off && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && StringValues.IsNullOrEmpty(request.Headers.Authorization);
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = keep;
        if (!keep)
            return ValueTask.CompletedTask;
        // An embed says what has been corrected, which a release does not bring.
        context.ResponseExpirationTimeSpan = request.Path.StartsWithSegments("/embed") ? Marked : Longest;
        var (chart, api) = (IsOfChart(request.Path), request.Path.StartsWithSegments("/api"));
        var rules = context.CacheVaryByRules;
        rules.QueryKeys = !request.QueryString.HasValue ? StringValues.Empty : chart || api ? EveryName : Names;
        // The kept body is the compressed one: a client that asked for none must not be sent gzip.
        rules.VaryByValues["encoding"] = Encoding(request.Headers.AcceptEncoding.ToString());
        if (api)
            rules.VaryByValues["form"] = ApiFormat.Of(request)?.Ending ?? "";
        // The files of a frozen chart are the same whatever comes after, and stay.
        if (chart && Path.HasExtension(request.Path) && request.Query.ContainsKey("release"))
            return ValueTask.CompletedTask;
        context.Tags.Add(ReleaseCache.Policy);
        // So that an answer in the making while a new release comes cannot be kept as one of the new.
        rules.VaryByValues["release"] = (latest ??= context.HttpContext.RequestServices.GetRequiredService<LatestRelease>()).Current?.Head.Id ?? "";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie) || response.Headers.CacheControl == "no-store")
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    // A file, an embed, or a page of a chart, which has its language before it.
    private static bool IsOfChart(PathString path) => path.StartsWithSegments("/charts") || path.StartsWithSegments("/embed")
        || (SiteLanguage.OfPath(path) is { Code.Length: var code } && path.Value.AsSpan(code + 1).StartsWith("/charts/", StringComparison.Ordinal));

    // Browsers write the same wishes in many ways; whoever weighs them is answered by itself.
    private static string Encoding(string wanted) =>
        wanted.Contains("q=", StringComparison.OrdinalIgnoreCase) || wanted.Contains('*') ? wanted
        : wanted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br"
        : wanted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip"
        : "";
}
