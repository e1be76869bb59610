using Analytics.Models.Releases.Datasets;
using Analytics.Web.Http;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Api;

/// <summary>The API for programs, <c>/api/v1/{table}</c>: rows of the latest release or of a named one, in pages, as JSON or CSV by <c>Accept</c> or by the ending of the address.</summary>
internal static class ApiEndpoints
{
    public const string Root = "/api/v1";

    /// <summary>The tables that can be asked for row by row. All others are in the files of the release.</summary>
    public static IReadOnlyList<DatasetTable> Tables { get; } = [.. new[] { "rates", "estimates", "claims", "platforms" }.Select(name => DatasetTables.Find(name)!)];

    public static WebApplication MapApi(this WebApplication app)
    {
        foreach (var table in Tables)
            Map($"{Root}/{table.Name}", context => RowsAsync(context, table));
        app.MapReleaseLists(Map);
        app.MapRead($"{Root}/openapi.json", (HttpContext context) => Task.FromResult(Made(context, "", ApiFormat.Json, () => OpenApiDocument.Write(SiteAddress.Of(context))))).CacheOutput(ReleaseCache.Policy);
        return app;

        void Map(string address, Func<HttpContext, Task<IResult>> answer)
        {
            foreach (var path in ApiFormat.All.Select(f => $"{address}.{f.Ending}").Prepend(address))
                app.MapRead(path, (HttpContext context) => AnswerAsync(context, answer)).CacheOutput(ReleaseCache.Policy);
        }
    }

    /// <summary>Sends what <paramref name="make"/> makes, unless the reader has it.</summary>
    /// <param name="of">What the answer is of beside its address: the id of a release.</param>
    public static IResult Made(HttpContext context, string of, ApiFormat format, Func<byte[]> make)
    {
        var tag = ApiTag.Of(context, SiteAddress.Of(context), of);
        // What is the latest may be another in a moment; the tag makes asking again cheap.
        context.Response.Headers.CacheControl = "public, max-age=60";
        if (ApiTag.IsHeld(context.Request, tag))
        {
            context.Response.GetTypedHeaders().ETag = tag;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return Results.Bytes(make(), $"{format.MediaType}; charset=utf-8", entityTag: tag);
    }

    private static Task<IResult> AnswerAsync(HttpContext context, Func<HttpContext, Task<IResult>> answer)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        // An address that is refused today may be right tomorrow.
        context.Response.Headers.CacheControl = "no-store";
        return ApiFormat.Of(context.Request) is not null ? answer(context) : Task.FromResult(Results.Problem(
            $"Accept names no form that there is; there are {string.Join(" and ", ApiFormat.All.Select(f => f.MediaType))}. An address that ends with .json or .csv needs no Accept.",
            statusCode: StatusCodes.Status406NotAcceptable, title: "No such form"));
    }

    private static async Task<IResult> RowsAsync(HttpContext context, DatasetTable table)
    {
        var (query, refused) = await ApiQuery.ReadAsync(context, table);
        if (query is null)
            return refused!;
        var (format, id) = (ApiFormat.Of(context.Request)!, query.Release.Head.Id);
        return Made(context, id, format, () =>
        {
            var (site, page) = (SiteAddress.Of(context), ApiRows.Of(query));
            var next = ApiAnswer.Next(query, page, context.Request, site);
            if (next is not null)
                context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
            if (format == ApiFormat.Json)
                return ApiAnswer.Json(query, page, site, next);
            Name(context, query.Release.Head.Simulated ? $"perjam-simulated-{table.Name}-{id}.csv" : $"perjam-{table.Name}-{id}.csv");
            return ApiAnswer.Csv(table.Columns, page.Rows);
        });
    }

    /// <summary>What the answer is called where somebody keeps it as a file.</summary>
    public static void Name(HttpContext context, string file) => context.Response.Headers.ContentDisposition = $"inline; filename=\"{file}\"";
}
