using System.Globalization;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Storage;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Downloads;

/// <summary>Extracts of a table: the header and the rows that a filter wants, streamed from its ready file. Whole or visibly broken, never short.</summary>
internal static class TableExtract
{
    // Raised whenever the same extract would be made of other bytes.
    private const string Version = "1";
    private const int LongestFilter = 100;

    /// <summary>Whether extracts are made of that file: a table of the dataset as CSV or JSON Lines.</summary>
    public static bool IsOf(PublishedRelease release, string name) =>
        FileKind.FormatOf(name) is { } format && format != TableFormat.Parquet && release.Find(name) is not null && FileKind.TableOf(name) is { } table && release.IsTable(table) && DatasetTables.Find(table) is not null;

    public static async Task<IResult> AnswerAsync(HttpContext context, PublishedRelease release, ReleaseFile file, DatasetFilter filter)
    {
        var tag = new EntityTagHeaderValue($"\"{Key.Of(Version, file.Sha256, filter.Query)}\"");
        var from = await context.RequestServices.GetRequiredService<FileCache>().OpenAsync(file, context.RequestAborted);
        ReleaseFiles.Tell(context, release, file.Name);
        var response = context.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.AcceptRanges = "none";
        if (context.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } had && had.Any(h => h == EntityTagHeaderValue.Any || h.Compare(tag, useStrongComparison: false)))
        {
            await from.DisposeAsync();
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        response.ContentType = FileKind.MediaTypeOf(file.Name);
        response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(release, file, filter)}\"";
        return new Sent(from, file, filter);
    }

    /// <summary>The name that it is kept under: release, table and filter.</summary>
    internal static string FileName(PublishedRelease release, ReleaseFile file, DatasetFilter filter)
    {
        var format = FileKind.FormatOf(file.Name)!;
        var told = string.Join('-', filter.Conditions.Select(c => $"{c.Name}-{string.Join('-', c.Values)}"));
        return $"perjam-{release.Head.Id}-{filter.Table.Name}-{(told.Length <= LongestFilter ? told : Key.Of(filter.Query)[..12])}.{format.Ending}";
    }

    private static Extract Open(Stream from, ReleaseFile file, DatasetFilter filter) =>
        new(from, FileKind.FormatOf(file.Name) == TableFormat.Csv ? new CsvRecords(filter) : new JsonLineRecords(filter), file.Rows);

    private sealed class Sent(FileStream from, ReleaseFile file, DatasetFilter filter) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            await using var open = from;
            if (HttpMethods.IsHead(context.Request.Method))
                return;
            try
            {
                if (HttpProtocol.IsHttp10(context.Request.Protocol))
                    await MeasureAsync(context);
                else
                    await StreamAsync(context);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // Whoever asked has gone.
            }
            catch (Exception failure)
            {
                context.RequestServices.GetRequiredService<ILogger<FileCache>>().LogError(failure, "The extract {Query} of {Name} broke off; its reader is told by a broken connection.", filter.Query, file.Name);
                context.Abort();
            }
        }

        private async Task StreamAsync(HttpContext context)
        {
            using var body = new TrailedBody(context.Response);
            var rows = await Open(from, file, filter).WriteAsync(body, context.RequestAborted);
            await body.CompleteAsync(rows, context.RequestAborted);
        }

        // In HTTP/1.0 only a length tells a whole answer from a broken one: it is made twice, and counted the first time.
        private async Task MeasureAsync(HttpContext context)
        {
            using var sum = new CountedTarget();
            var rows = await Open(from, file, filter).WriteAsync(sum, context.RequestAborted);
            var headers = context.Response.Headers;
            (headers.ContentLength, headers[ReprDigest.Header], headers[ReleaseFiles.RowCount]) = (sum.Bytes, sum.Digest(), rows.ToString(CultureInfo.InvariantCulture));
            from.Position = 0;
            await Open(from, file, filter).WriteAsync(new PlainBody(context.Response.BodyWriter), context.RequestAborted);
        }
    }

    private sealed class PlainBody(System.IO.Pipelines.PipeWriter body) : IExtractTarget
    {
        public void Write(ReadOnlySpan<byte> bytes) => System.Buffers.BuffersExtensions.Write(body, bytes);

        public async ValueTask FlushAsync(CancellationToken stop) => await body.FlushAsync(stop);
    }
}
