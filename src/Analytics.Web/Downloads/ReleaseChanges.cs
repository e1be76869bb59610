using System.Data.Common;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Storage;
using Analytics.Web.Http;
using Analytics.Web.Releases;
using Analytics.Web.Text;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Downloads;

/// <summary>What changed from one release to another: <c>/s/{a}...{b}</c>, a page for readers and JSON for programs; <c>/s/{a}...{b}.json</c> for whoever cannot say what they want.</summary>
internal static class ReleaseChanges
{
    private const string Pair = "/s/{from:regex(^[A-Za-z0-9]+$)}...{to:regex(^[A-Za-z0-9]+$)}";

    public static string Address(string from, string to) => $"/s/{from}...{to}";

    /// <summary>Where a reader finds it.</summary>
    public static string Page(string from, string to) => $"/data/changes/{from}...{to}";

    public static WebApplication MapReleaseChanges(this WebApplication app)
    {
        app.MapRead(Pair, (string from, string to, HttpContext context, LatestRelease releases) =>
        {
            context.Response.Headers.Vary = "Accept, Accept-Language";
            return ReleaseEntry.IsPageWanted(context.Request)
                ? Task.FromResult(Results.Redirect($"/{SiteLanguage.Wanted(context.Request).Code}{Page(from, to)}"))
                : JsonAsync(from, to, context, releases);
        });
        app.MapRead(Pair + ".json", JsonAsync).CacheOutput(ReleaseCache.Policy);
        return app;
    }

    /// <summary>What differs; null where there is no such release.</summary>
    /// <exception cref="DbException">One is not in memory, and the database is away.</exception>
    public static async Task<ReleaseDiff?> FindAsync(LatestRelease releases, string from, string to, CancellationToken stop) =>
        await releases.FindAsync(from, stop) is { } before && await releases.FindAsync(to, stop) is { } after ? ReleaseDiff.Of(before.Release, after.Release) : null;

    private static async Task<IResult> JsonAsync(string from, string to, HttpContext context, LatestRelease releases)
    {
        try
        {
            if (await FindAsync(releases, from, to, context.RequestAborted) is not { } diff)
                return QueryFaults.NotThere(StatusCodes.Status404NotFound, null);
            var tag = new EntityTagHeaderValue($"\"{Key.Of("changes", from, to)}\"");
            context.Response.Headers.CacheControl = ReleaseFiles.Forever;
            return Results.Bytes(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(diff, Rows.Json), "application/json", entityTag: tag);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return Results.Problem("The database does not answer; ask again in a few minutes.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "No comparison just now");
        }
    }
}
