using System.Data.Common;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Downloads;
using Analytics.Web.Http;

namespace Analytics.Web.Api;

/// <summary><c>/api/v1/releases</c>, every release, and <c>/api/v1/releases/{id}</c>, the files of one.</summary>
internal static class ReleaseLists
{
    /// <summary>Columns of the list of releases.</summary>
    public static IReadOnlyList<DatasetColumn> OfReleases { get; } =
    [
        Column("id", ColumnType.Text), Column("number", ColumnType.Integer), Column("made_at", ColumnType.Text), Column("simulated", ColumnType.Boolean), Column("address", ColumnType.Text),
        Column("files", ColumnType.Text),
    ];

    /// <summary>Columns of the list of files.</summary>
    public static IReadOnlyList<DatasetColumn> OfFiles { get; } =
    [
        Column("name", ColumnType.Text), Column("address", ColumnType.Text), Column("bytes", ColumnType.Number), Column("sha256", ColumnType.Text), Column("rows", ColumnType.Integer),
    ];

    public static void MapReleaseLists(this WebApplication app, Action<string, Func<HttpContext, Task<IResult>>> map)
    {
        map($"{ApiEndpoints.Root}/releases", context => AskedAsync(context, async stop =>
        {
            var releases = await app.Services.GetRequiredService<ReleaseStore>().ListAsync(stop);
            var site = SiteAddress.Of(context);
            return Answer(context, null, "releases", OfReleases, [.. releases.Select(r => Row(r, site))], string.Join(' ', releases.Select(r => r.Id)));
        }));
        map($"{ApiEndpoints.Root}/releases/{{id:regex(^[0-9A-Za-z]+$)}}", context => AskedAsync(context, async stop =>
        {
            var id = (string)context.GetRouteValue("id")!;
            var files = await app.Services.GetRequiredService<ReleaseFileStore>().ListAsync(id, stop);
            var head = (await app.Services.GetRequiredService<ReleaseStore>().ListAsync(stop)).FirstOrDefault(r => r.Id == id);
            if (head is null)
                return QueryFaults.NotThere(StatusCodes.Status404NotFound, null);
            var site = SiteAddress.Of(context);
            return Answer(context, head, "files", OfFiles, [.. files.Where(f => !f.Name.StartsWith(ReleaseTable.Folder, StringComparison.Ordinal)).Select(f => Row(f, id, site))], id);
        }));
    }

    private static async Task<IResult> AskedAsync(HttpContext context, Func<CancellationToken, Task<IResult>> answer)
    {
        if (QueryFaults.Unknown(context.Request.Query, [], "this list") is { Count: > 0 } faults)
            return QueryFaults.Refused(faults);
        try
        {
            return await answer(context.RequestAborted);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            context.Response.Headers.RetryAfter = "60";
            return Results.Problem("The database does not answer; ask again in a few minutes.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "No list just now");
        }
    }

    private static IResult Answer(HttpContext context, ReleaseHead? release, string name, IReadOnlyList<DatasetColumn> columns, IReadOnlyList<object?[]> rows, string of)
    {
        var format = ApiFormat.Of(context.Request)!;
        return ApiEndpoints.Made(context, of, format, () =>
        {
            if (format == ApiFormat.Json)
                return ApiAnswer.Json(release, columns, rows, SiteAddress.Of(context));
            ApiEndpoints.Name(context, release is null ? $"perjam-{name}.csv" : $"perjam-{name}-{release.Id}.csv");
            return ApiAnswer.Csv(columns, rows);
        });
    }

    private static object?[] Row(ReleaseHead r, string site) =>
        [r.Id, r.Number, ApiAnswer.Moment(r.MadeAt), r.Simulated, $"{site}/s/{r.Id}", $"{site}{ApiEndpoints.Root}/releases/{r.Id}"];

    private static object?[] Row(ReleaseFile f, string release, string site) => [f.Name, site + ReleaseFiles.Address(release, f.Name), (decimal)f.Bytes, f.Sha256, f.Rows];

    private static DatasetColumn Column(string name, ColumnType type) => new(name, type, null, []) { Required = true };
}
