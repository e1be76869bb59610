using Microsoft.AspNetCore.StaticFiles;

namespace Analytics.Web.Http;

/// <summary>
/// Files of wwwroot. An address with a version (<c>?v=…</c>: a content hash by <c>asp-append-version</c>, or a font's own version)
/// never changes its bytes and is kept for a year; any other is asked for again after an hour.
/// </summary>
internal static class StaticFiles
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Briefly = "public, max-age=3600";

    public static void UseVersionedFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = (StaticFileResponseContext file) =>
            file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? Forever : Briefly,
    });
}
