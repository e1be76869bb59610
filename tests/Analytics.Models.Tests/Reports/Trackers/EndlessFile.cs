using System.Text;

namespace Analytics.Models.Tests.Reports.Trackers;

/// <summary>A file that begins as given and goes on with one letter, made as it is read.</summary>
internal sealed class EndlessFile(string head, long length) : Stream
{
    private readonly byte[] head = Encoding.UTF8.GetBytes(head);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var n = (int)Math.Min(count, length - Position);
        for (var i = 0; i < n; i++)
            buffer[offset + i] = Position + i < head.Length ? head[(int)Position + i] : (byte)'a';
        Position += n;
        return n;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset;

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
