using System.Buffers.Binary;
using System.IO.Compression;

namespace Analytics.Web.Tests.Charts;

/// <summary>The pixels of a PNG of 8-bit colours without interlacing, as cairo writes them: with alpha, or without where nothing shows through (ISO/IEC 15948).</summary>
internal sealed class Picture
{
    private readonly byte[] pixels;
    private readonly int channels;

    private Picture(int width, int height, int channels, byte[] pixels) =>
        (Width, Height, this.channels, this.pixels) = (width, height, channels, pixels);

    public int Width { get; }

    public int Height { get; }

    public static Picture Read(byte[] png)
    {
        var (width, height) = (Number(png, 16), Number(png, 20));
        Assert.Equal((8, 0), (png[24], png[28]));
        var channels = png[25] switch { 2 => 3, 6 => 4, _ => throw new InvalidDataException($"Not red, green and blue: colour type {png[25]}.") };
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length; at += Number(png, at) + 12)
        {
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(png, at + 8, Number(png, at));
        }

        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        var pixels = new byte[width * height * channels];
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(pixels, y * width * channels, width * channels);
            Undo(filter, pixels, y, width * channels, channels);
        }

        return new Picture(width, height, channels, pixels);
    }

    /// <summary>First and last column with a pixel unlike the corner's.</summary>
    public (int First, int Last) InkedColumns()
    {
        var inked = Enumerable.Range(0, Width).Where(x => Enumerable.Range(0, Height).Any(y => At(x, y) != At(0, 0))).ToList();
        return (inked[0], inked[^1]);
    }

    /// <summary>Colour at a place as #rrggbb.</summary>
    public string At(int x, int y)
    {
        var at = ((y * Width) + x) * channels;
        return $"#{pixels[at]:x2}{pixels[at + 1]:x2}{pixels[at + 2]:x2}";
    }

    private static void Undo(int filter, byte[] data, int y, int stride, int channels)
    {
        for (var i = 0; i < stride; i++)
        {
            var at = (y * stride) + i;
            var left = i >= channels ? data[at - channels] : 0;
            var up = y > 0 ? data[at - stride] : 0;
            var corner = i >= channels && y > 0 ? data[at - stride - channels] : 0;
            data[at] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static int Number(byte[] png, int at) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
}
