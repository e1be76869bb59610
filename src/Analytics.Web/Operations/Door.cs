using System.Security.Claims;
using Analytics.Models.Operations;
using Analytics.Web.Http;

namespace Analytics.Web.Operations;

/// <summary>Knows who is in: the cookie of a session, and the session behind it.</summary>
public sealed class Door(SessionStore sessions, TimeProvider time)
{
    private const string Name = "perjam-operator";

    /// <summary>The session of a request; null when nobody is in. The tokens of its forms are good in that session alone.</summary>
    public async Task<OperatorSession?> FindAsync(HttpContext context)
    {
        if (KeyHash(context) is not { } hash || await sessions.FindAsync(hash, time.GetUtcNow(), context.RequestAborted) is not { } session)
            return null;
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.Id)], Name));
        return session;
    }

    /// <summary>Begins a session under a new key, whatever the browser came with.</summary>
    public async Task OpenAsync(HttpContext context, string name)
    {
        var key = SecretKey.Make();
        await sessions.BeginAsync(SecretKey.HashOf(key), KeyHash(context), name, time.GetUtcNow(), context.RequestAborted);
        context.Response.Cookies.Append(NameFor(context), key, Options(context));
    }

    /// <summary>Takes the cookie back.</summary>
    public static void Close(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), Options(context));

    private static string? KeyHash(HttpContext context) => context.Request.Cookies[NameFor(context)] is { Length: > 0 and < 100 } key ? SecretKey.HashOf(key) : null;

    // A browser takes the prefix over https only; then no other host of the domain can set the cookie.
    private static string NameFor(HttpContext context) => (SiteAddress.IsSecure(context) ? "__Host-" : "") + Name;

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, Secure = SiteAddress.IsSecure(context), SameSite = SameSiteMode.Strict, Path = "/" };
}
