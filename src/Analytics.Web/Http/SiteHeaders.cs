namespace Analytics.Web.Http;

/// <summary>Headers that every answer carries: nothing from other hosts, no frames, no script written into a page.</summary>
internal static class SiteHeaders
{
    private static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Security-Policy",
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    /// <summary>Sets the headers as the answer starts, where the endpoint has not set its own.</summary>
    public static void UseSiteHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            foreach (var (name, value) in Headers)
                response.Headers.TryAdd(name, value);
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    });
}
