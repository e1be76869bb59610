using Analytics.Web.Http;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Downloads;

/// <summary>The address of a release, <c>/s/{release}</c>: its page for readers, its manifest or Croissant description for programs.</summary>
internal static class ReleaseEntry
{
    private const string Page = "text/html", Manifest = "application/json", Croissant = "application/ld+json";

    public static Task<IResult> AnswerAsync(string release, HttpContext context) => ReleaseFiles.AnsweredAsync(context, release, async found =>
    {
        var headers = context.Response.Headers;
        var wanted = Wanted(context.Request);
        var file = wanted == Page ? null : wanted == Croissant ? found.Find("croissant.json") : found.Find("manifest.json");
        var answer = wanted == Page ? Results.Redirect($"/{SiteLanguage.Wanted(context.Request).Code}/data?release={found.Head.Id}")
            : file is not null ? await ReleaseFiles.ReadyAsync(context, found, file)
            : Results.Json(ListOf(found, SiteAddress.Of(context)), Models.Storage.Rows.Json);
        (headers.CacheControl, headers.Vary) = ("no-cache", "Accept, Accept-Language");
        headers.ContentLocation = file is null ? default : ReleaseFiles.Address(found.Head.Id, file.Name);
        return answer;
    });

    /// <summary>Whether a reader asks, and no program.</summary>
    public static bool IsPageWanted(HttpRequest request) => Wanted(request) == Page;

    // What is wanted most; of what is wanted alike, a page only where it is named.
    private static string Wanted(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().Accept;
        return new[] { Page, Croissant, Manifest }
            .Select(type => (Type: type, Weight: wanted.Where(a => a.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(a => a.Quality ?? 1).DefaultIfEmpty(0).Max()))
            .Where(t => t.Weight > 0).OrderByDescending(t => t.Weight).Select(t => t.Type).FirstOrDefault() ?? Manifest;
    }

    // As a manifest has it, for a release of before there were any.
    private static object ListOf(PublishedRelease release, string site) => new
    {
        Release = release.Head.Id,
        release.Head.Number,
        release.Head.MadeAt,
        release.Head.Simulated,
        Address = $"{site}/s/{release.Head.Id}",
        Files = release.Files.Select(f => new { f.Name, f.Bytes, f.Sha256, f.Rows, Address = site + ReleaseFiles.Address(release.Head.Id, f.Name) }),
    };
}

/// <summary>The latest release under an address that stays, <c>/d/perjam</c> and <c>/d/perjam/{file}</c>: it leads to the release's own.</summary>
internal static class LatestFiles
{
    /// <summary>The latest zip, whatever its release.</summary>
    private const string Zip = "perjam.zip";

    public static WebApplication MapLatestFiles(this WebApplication app)
    {
        app.MapRead("/d/perjam", (HttpContext context, LatestRelease latest) => Lead(context, latest, null));
        app.MapRead("/d/perjam/{**file}", (string file, HttpContext context, LatestRelease latest) => Lead(context, latest, file));
        return app;
    }

    private static IResult Lead(HttpContext context, LatestRelease latest, string? file)
    {
        context.Response.Headers.CacheControl = "no-cache";
        if (latest.Current?.Head.Id is not { } id)
            return QueryFaults.NotThere(StatusCodes.Status503ServiceUnavailable, null);
        var name = file == Zip ? $"perjam-{id}.zip" : file;
        return Results.Redirect((name is null ? $"/s/{id}" : ReleaseFiles.Address(id, string.Join('/', name.Split('/').Select(Uri.EscapeDataString)))) + context.Request.QueryString);
    }
}
