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
        app.MapRead("/s/{release}/{**file}", async (string release, string file, ReleaseFileStore store, HttpContext context, CancellationToken stop) =>
        {
            if (await store.FindAsync(release, file, stop) is not { } found)
                return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            using var content = new MemoryStream();
            await store.CopyAsync(found.Sha256, content, stop);
            return Results.File(content.ToArray(), MediaType, $"perjam-{release}-{file}", entityTag: new EntityTagHeaderValue($"\"{found.Sha256}\""));
        });
        return app;
    }
}
