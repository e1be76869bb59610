namespace Analytics.Web.Http;

/// <summary>The site's own address, for links that must be whole: <c>Site:Address</c>, else what the request came to.</summary>
public static class SiteAddress
{
    /// <summary>Scheme and host, without a slash at the end.</summary>
    public static string Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<IConfiguration>()["Site:Address"]?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
}
