using System.Data.Common;
using System.Globalization;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Http;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Downloads;

/// <summary>
/// The files of a release, <c>/s/{release}/{file}</c>, and extracts of its tables, <c>/s/{release}/{table}.csv?country=ID</c>. Their bytes never change, so they may be kept for ever;
/// on the way they are not compressed, as their digest and ranges are of the bytes.
/// </summary>
internal static class ReleaseFiles
{
    /// <summary>The header or trailer that tells the rows of a table.</summary>
    public const string RowCount = "Row-Count";

    public const string Forever = "public, max-age=31536000, immutable";

    private const string Root = "/s";

    public static string Address(string release, string file) => $"{Root}/{release}/{file}";

    /// <summary>Whether an answer is sent as it is whatever the reader accepts.</summary>
    public static bool IsSentAsItIs(HttpContext context) => context.Request.Path.StartsWithSegments(Root);

    public static WebApplication MapReleaseFiles(this WebApplication app)
    {
        app.MapRead(Root + "/{release:regex(^[A-Za-z0-9]+$)}", ReleaseEntry.AnswerAsync);
        app.MapRead(Root + "/{release:regex(^[A-Za-z0-9]+$)}/{**file}", (string release, string file, HttpContext context) =>
            AnsweredAsync(context, release, found => FileAsync(context, found, file)));
        return app.MapReleaseChanges().MapLatestFiles();
    }

    /// <summary>The answer for a release, or problem details that say why there is none; the reason of a failure that was met is told in the log.</summary>
    public static async Task<IResult> AnsweredAsync(HttpContext context, string id, Func<PublishedRelease, Task<IResult>> answer)
    {
        // An address that is refused today may be right tomorrow.
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var release = await context.RequestServices.GetRequiredService<PublishedFiles>().FindAsync(id, context.RequestAborted);
            return release is null ? QueryFaults.NotThere(StatusCodes.Status404NotFound, null) : await answer(release);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return Results.Problem("The database does not answer; ask again in a few minutes.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "No file just now");
        }
        catch (InvalidDataException)
        {
            return Results.Problem("What is stored of this file is not what the release promised, so it is not sent. Please tell us.", statusCode: StatusCodes.Status500InternalServerError, title: "A broken file");
        }
    }

    private static async Task<IResult> FileAsync(HttpContext context, PublishedRelease release, string name)
    {
        if (CitationFiles.IsAsked(context.Request.Query, name))
            return await CitationFiles.AnswerAsync(context, release, name);
        if (TableExtract.IsOf(release, name))
        {
            var (filter, refused) = await ExtractQuery.ReadAsync(context, release, name);
            if (refused is not null)
                return refused;
            if (filter!.Conditions.Count > 0)
                return await TableExtract.AnswerAsync(context, release, release.Find(name)!, filter);
        }
        else if (context.Request.Query.FirstOrDefault() is { Key: { } extra })
        {
            return QueryFaults.Refused(new Dictionary<string, string> { [extra] = $"{name} is had whole and takes nothing behind a question mark." });
        }

        return release.Find(name) is { } file ? await ReadyAsync(context, release, file)
            : CitationFiles.IsName(name) ? await CitationFiles.AnswerAsync(context, release, name)
            : Results.Problem($"Release {release.Head.Id} has no file of that name; {Address(release.Head.Id, "")[..^1]} lists those there are.", statusCode: StatusCodes.Status404NotFound, title: "No such file");
    }

    /// <summary>The file as it is kept, or the part of it that is asked for.</summary>
    public static async Task<IResult> ReadyAsync(HttpContext context, PublishedRelease release, ReleaseFile file)
    {
        var content = await context.RequestServices.GetRequiredService<FileCache>().OpenAsync(file, context.RequestAborted);
        Tell(context, release, file.Name);
        var headers = context.Response.Headers;
        headers[ReprDigest.Header] = ReprDigest.Of(file.Sha256);
        if (FileKind.IsTable(file.Name))
            headers[RowCount] = file.Rows.ToString(CultureInfo.InvariantCulture);
        return Results.Stream(content, FileKind.MediaTypeOf(file.Name), FileKind.DownloadName(release, file.Name), release.Head.MadeAt,
            new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>Sets what is told with every file: that it stays, and what describes it.</summary>
    public static void Tell(HttpContext context, PublishedRelease release, string name)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = Forever;
        var described = new List<string>();
        if (FileKind.TableOf(name) is { } table && release.IsTable(table))
            described.Add($"<{SiteAddress.Of(context)}/en/data/{table}?release={release.Head.Id}>; rel=\"describedby\"; type=\"text/html\"");
        if (release.Find("codebook.md") is { } codebook && name != codebook.Name)
            described.Add($"<{SiteAddress.Of(context)}{Address(release.Head.Id, codebook.Name)}>; rel=\"describedby\"; type=\"text/markdown\"");
        if (described.Count > 0)
            headers.Link = string.Join(", ", described);
    }
}
