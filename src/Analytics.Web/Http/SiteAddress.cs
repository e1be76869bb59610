namespace Analytics.Web.Http;

/// <summary>The site's own address, for links that must be whole: <c>Site:Address</c>, else what the request came to.</summary>
public static class SiteAddress
{
    /// <summary>Scheme and host, without a slash at the end.</summary>
    public static string Of(HttpContext context) => Given(context) ?? $"{context.Request.Scheme}://{context.Request.Host}";

    /// <summary>Whether the reader came by https, as far as can be known behind a proxy: <c>Site:Address</c> says so of the host that was asked for.</summary>
    public static bool IsSecure(HttpContext context) => context.Request.IsHttps
        || (Uri.TryCreate(Given(context), UriKind.Absolute, out var given) && given.Scheme == Uri.UriSchemeHttps && given.Host == context.Request.Host.Host);

    /// <summary>Whether <paramref name="origin"/>, as a browser sends it, is a page of this site.</summary>
    public static bool IsOwn(HttpContext context, string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (from.Authority == context.Request.Host.Value || (Uri.TryCreate(Given(context), UriKind.Absolute, out var given) && from.Authority == given.Authority));

    private static string? Given(HttpContext context) => context.RequestServices.GetRequiredService<IConfiguration>()["Site:Address"]?.TrimEnd('/');
}
