using System.Security.Cryptography;

namespace Analytics.Models.Releases.Datasets;

/// <summary>A new file whose bytes are counted and hashed as they are written.</summary>
internal sealed class HashedFile(string path) : Stream
{
    private readonly FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long bytes;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => bytes;
    public override long Position { get => bytes; set => throw new NotSupportedException(); }

    /// <summary>Ends the file.</summary>
    /// <param name="rows">Rows of a table; null for what is none.</param>
    public WrittenFile Complete(string name, int? rows)
    {
        file.Flush();
        return new(name, path, Convert.ToHexStringLower(hash.GetHashAndReset()), bytes, rows);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        file.Write(buffer);
        hash.AppendData(buffer);
        bytes += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    public override void Flush() => file.Flush();
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
