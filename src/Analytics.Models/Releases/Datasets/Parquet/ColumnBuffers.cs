using System.Globalization;
using System.Text;

namespace Analytics.Models.Releases.Datasets.Parquet;

/// <summary>Text in UTF-8, each with its length before it.</summary>
internal sealed class TextBuffer() : ColumnBuffer<string>(PhysicalType.ByteArray)
{
    // A longer text helps no reader to pass over a group, and would stand in the footer.
    private const int LongestEnd = 64;

    protected override string Read(object value) => (string)value;

    protected override void WritePlain(IEnumerable<string> values, ByteBuffer to)
    {
        foreach (var value in values)
        {
            var length = Encoding.UTF8.GetByteCount(value);
            to.Int32(length);
            Encoding.UTF8.GetBytes(value, to.Take(length));
        }
    }

    // The order of the bytes of UTF-8. That of .NET's characters is the same but for those beyond U+FFFF, which two surrogates stand for.
    protected override int Compare(string one, string other)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        return same == one.Length || same == other.Length ? one.Length - other.Length : Weight(one[same]) - Weight(other[same]);
    }

    protected override byte[]? End(string value, bool greatest) => Encoding.UTF8.GetByteCount(value) <= LongestEnd ? Encoding.UTF8.GetBytes(value) : null;

    private static int Weight(char character) => char.IsSurrogate(character) ? character + 0x10000 : character;
}

/// <summary>Whole numbers in four bytes.</summary>
internal class IntegerBuffer() : ColumnBuffer<int>(PhysicalType.Int32)
{
    protected override int Read(object value) => (int)value;

    protected sealed override void WritePlain(IEnumerable<int> values, ByteBuffer to)
    {
        foreach (var value in values)
            to.Int32(value);
    }

    protected sealed override int Compare(int one, int other) => one.CompareTo(other);

    protected sealed override byte[]? End(int value, bool greatest)
    {
        var end = new ByteBuffer();
        end.Int32(value);
        return end.Written.ToArray();
    }
}

/// <summary>Days since 1970-01-01.</summary>
internal sealed class DateBuffer : IntegerBuffer
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    protected override int Read(object value) => ((DateOnly)value).DayNumber - Epoch;
}

/// <summary>Numbers in eight bytes of floating point.</summary>
internal sealed class NumberBuffer() : ColumnBuffer<double>(PhysicalType.Double)
{
    // Whole numbers below 2^53 and powers of ten up to 10^22 are exact in a double, so their quotient is the nearest there is.
    private const long Exact = 1L << 53;

    protected override double Read(object value) => Nearest((decimal)value);

    protected override void WritePlain(IEnumerable<double> values, ByteBuffer to)
    {
        foreach (var value in values)
            to.Double(value);
    }

    protected override int Compare(double one, double other) => one.CompareTo(other);

    // A zero may be meant with either sign, so the ends take in both.
    protected override byte[]? End(double value, bool greatest)
    {
        var end = new ByteBuffer();
        end.Double(value == 0 && !greatest ? -0.0 : value);
        return end.Written.ToArray();
    }

    /// <summary>The double that a reader of the number's digits gets.</summary>
    internal static double Nearest(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = ((long)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (bits[3] >> 16) & 0xFF;
        var near = bits[2] == 0 && digits is >= 0 and < Exact && scale <= 22
            ? (value < 0 ? -digits : digits) / Powers[scale]
            : double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        // Minus zero becomes zero.
        return near + 0.0;
    }

    private static readonly double[] Powers =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];
}

/// <summary>One bit each.</summary>
internal sealed class BooleanBuffer() : ColumnBuffer<bool>(PhysicalType.Boolean)
{
    protected override bool Read(object value) => (bool)value;

    protected override void WritePlain(IEnumerable<bool> values, ByteBuffer to) => HybridRuns.Pack([.. values.Select(v => v ? 1 : 0)], 1, to);

    protected override int Compare(bool one, bool other) => one.CompareTo(other);

    protected override byte[]? End(bool value, bool greatest) => [value ? (byte)1 : (byte)0];
}
