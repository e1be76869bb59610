using Analytics.Web.Charts;
using Analytics.Web.Http;
using Analytics.Web.Pages.Estimates;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;

namespace Analytics.Web.Embeds;

/// <summary>The chart that an address of this site stands for, read just as if that address were asked for.</summary>
/// <param name="Theme">The theme that the address names; null for none.</param>
internal sealed record OEmbedTarget(Chart Chart, string? Theme)
{
    private static readonly string[] Drawn = [".svg", ".png"];

    /// <returns>Null where the address is not of this site, or no chart stands there.</returns>
    public static async Task<OEmbedTarget?> ReadAsync(HttpContext context, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || !SiteAddress.IsOwn(context, url))
            return null;
        return await AtAsync(context, PathString.FromUriComponent(address), QueryString.FromUriComponent(address));
    }

    /// <summary>The chart at an address within the site.</summary>
    /// <param name="address">Path and query: <c>/embed/interval?lang=id</c>.</param>
    public static Task<OEmbedTarget?> AtAsync(HttpContext context, string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return AtAsync(context, new PathString(query < 0 ? address : address[..query]), new QueryString(query < 0 ? "" : address[query..]));
    }

    private static async Task<OEmbedTarget?> AtAsync(HttpContext context, PathString path, QueryString query)
    {
        var there = new DefaultHttpContext { RequestServices = context.RequestServices, RequestAborted = context.RequestAborted };
        (there.Request.Method, there.Request.Path, there.Request.QueryString) = (HttpMethods.Get, path, query);
        var spoken = SiteLanguage.OfPath(path);
        return (spoken is null, path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            (true, ["embed", var form]) => await ChartAsync(there, form, EmbedEndpoint.PymNames, null),
            (true, ["charts", var file]) when Drawn.Contains(Path.GetExtension(file)) => await ChartAsync(there, Path.GetFileNameWithoutExtension(file), ["width", "size"], null),
            (false, [_, "charts", var form]) => await ChartAsync(there, form, SnippetChoice.Names, spoken),
            (false, [_, "platforms", var slug]) => await ForPageAsync(there, spoken!, asked => asked.Release.Release.Platform(slug) is null ? null : PageChart.OfPlatform(asked, slug)),
            (false, [_, "estimate"]) => await ForPageAsync(there, spoken!, asked => Work(asked, there.Request.Query)),
            _ => null,
        };
    }

    private static async Task<OEmbedTarget?> ChartAsync(HttpContext there, string name, IReadOnlyList<string> more, SiteLanguage? spoken)
    {
        if (there.RequestServices.GetRequiredService<ChartForms>().Find(name) is not { } form)
            return null;
        var (chart, _) = await ChartAnswers.ReadAsync(there, form, more, spoken);
        if (chart is null)
            return null;
        var theme = Asked.Chosen(there.Request.Query, "theme");
        return theme is null || EmbedStyle.Themes.Contains(theme) ? new(chart, theme) : null;
    }

    private static async Task<OEmbedTarget?> ForPageAsync(HttpContext there, SiteLanguage spoken, Func<Asked, string?> chartOf)
    {
        var (asked, _) = await Asked.ReadAsync(there, spoken);
        return asked is not null && chartOf(asked) is { } address ? await AtAsync(there, address) : null;
    }

    private static string? Work(Asked asked, IQueryCollection query)
    {
        var faults = new Dictionary<string, string>();
        return EstimateChoice.Read(query, asked.Release, faults).Task is { } work && faults.Count == 0 ? PageChart.OfWork(asked, work) : null;
    }
}
