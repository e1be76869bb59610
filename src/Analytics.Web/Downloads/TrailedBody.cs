using System.Globalization;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Web.Downloads;

/// <summary>Counts and hashes what is written, and keeps none of it.</summary>
internal sealed class CountedTarget : IExtractTarget, IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Bytes { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        Bytes += bytes.Length;
    }

    public ValueTask FlushAsync(CancellationToken stop) => ValueTask.CompletedTask;

    /// <summary>The digest of all that was written, as <c>Repr-Digest</c> has it.</summary>
    public string Digest() => ReprDigest.Of(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}

/// <summary>
/// The body of an answer of which the length is not known before, with its digest and row count behind it (RFC 9110, section 6.5). Without its end it is no whole answer, so whoever
/// cannot complete it breaks the connection.
/// </summary>
internal sealed class TrailedBody : IExtractTarget, IDisposable
{
    private readonly HttpResponse response;
    private readonly CountedTarget sum = new();
    private readonly PipeWriter body;

    // The server writes chunks by itself, but no trailers behind them in HTTP/1.1: then both are written here.
    private readonly bool chunked;

    public TrailedBody(HttpResponse response)
    {
        (this.response, body) = (response, response.BodyWriter);
        response.Headers.Trailer = $"{ReprDigest.Header}, {ReleaseFiles.RowCount}";
        chunked = !response.SupportsTrailers();
        if (chunked)
            response.Headers.TransferEncoding = "chunked";
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        // An empty chunk would end the body.
        if (bytes.IsEmpty)
            return;
        sum.Write(bytes);
        if (!chunked)
        {
            Copy(bytes);
            return;
        }

        Copy(Encoding.ASCII.GetBytes(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
        Copy(bytes);
        Copy("\r\n"u8);
    }

    public async ValueTask FlushAsync(CancellationToken stop) => await body.FlushAsync(stop);

    /// <summary>Ends the body.</summary>
    public async Task CompleteAsync(long rows, CancellationToken stop)
    {
        var (digest, count) = (sum.Digest(), rows.ToString(CultureInfo.InvariantCulture));
        if (chunked)
        {
            Copy(Encoding.ASCII.GetBytes($"0\r\n{ReprDigest.Header}: {digest}\r\n{ReleaseFiles.RowCount}: {count}\r\n\r\n"));
        }
        else
        {
            response.AppendTrailer(ReprDigest.Header, digest);
            response.AppendTrailer(ReleaseFiles.RowCount, count);
        }

        await body.FlushAsync(stop);
    }

    public void Dispose() => sum.Dispose();

    private void Copy(ReadOnlySpan<byte> bytes) => System.Buffers.BuffersExtensions.Write(body, bytes);
}
