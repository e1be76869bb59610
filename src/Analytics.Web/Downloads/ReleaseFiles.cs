using Analytics.Models.Releases;
using Analytics.Web.Http;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Downloads;

/// <summary>The tables of a release as files: <c>/s/{release}/{file}</c>. Their bytes never change, so they may be kept for ever.</summary>
internal static class ReleaseFiles
{
    /// <summary>JSON lines: one row each.</summary>
    public const string MediaType = "application/jsonl";

    public static string Address(string release, string file) => $"/s/{release}/{file}";

    public static WebApplication MapReleaseFiles(this WebApplication app)
    {
        app.MapRead("/s/{release}/{file}", async (string release, string file, ReleaseStore store, HttpContext context, CancellationToken stop) =>
        {
            if (await store.FileAsync(release, file, stop) is not var (sha256, content))
                return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.File(content, MediaType, $"perjam-{release}-{file}", entityTag: new EntityTagHeaderValue($"\"{sha256}\""));
        });
        return app;
    }
}
