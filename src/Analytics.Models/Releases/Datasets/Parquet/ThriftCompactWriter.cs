using System.Text;

namespace Analytics.Models.Releases.Datasets.Parquet;

/// <summary>
/// Writes structs in Thrift's compact protocol, in which Parquet's headers and its footer are. Fields are given in the order of their numbers. The writer begins inside a struct,
/// which the last <see cref="End"/> ends.
/// </summary>
internal sealed class ThriftCompactWriter(ByteBuffer to)
{
    private const int True = 1, False = 2, Int8 = 3, Int32 = 5, Int64 = 6, Binary = 8, List = 9, Struct = 12;

    private readonly Stack<int> outer = new();
    private int last;

    public void Field(int id, bool value) => Head(id, value ? True : False);

    public void Field(int id, sbyte value)
    {
        Head(id, Int8);
        to.Byte((byte)value);
    }

    public void Field(int id, int value)
    {
        Head(id, Int32);
        Number(value);
    }

    public void Field(int id, long value)
    {
        Head(id, Int64);
        Number(value);
    }

    public void Field(int id, ReadOnlySpan<byte> value)
    {
        Head(id, Binary);
        to.Varint((ulong)value.Length);
        to.Bytes(value);
    }

    public void Field(int id, string value) => Field(id, Encoding.UTF8.GetBytes(value));

    public void Field(int id, IReadOnlyList<int> values)
    {
        ListHead(id, Int32, values.Count);
        foreach (var value in values)
            Number(value);
    }

    public void Field(int id, IReadOnlyList<string> values)
    {
        ListHead(id, Binary, values.Count);
        foreach (var value in values)
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            to.Varint((ulong)bytes.Length);
            to.Bytes(bytes);
        }
    }

    /// <summary>A list of structs, whose fields <paramref name="write"/> gives.</summary>
    public void Field<T>(int id, IReadOnlyList<T> values, Action<T> write)
    {
        ListHead(id, Struct, values.Count);
        foreach (var value in values)
        {
            Begin();
            write(value);
            End();
        }
    }

    /// <summary>A struct, whose fields follow up to its <see cref="End"/>.</summary>
    public void Begin(int id)
    {
        Head(id, Struct);
        Begin();
    }

    public void End()
    {
        to.Byte(0);
        last = outer.TryPop(out var before) ? before : 0;
    }

    private void Begin()
    {
        outer.Push(last);
        last = 0;
    }

    private void Head(int id, int type)
    {
        var step = id - last;
        last = id;
        if (step is > 0 and <= 15)
        {
            to.Byte((byte)((step << 4) | type));
            return;
        }

        to.Byte((byte)type);
        Number(id);
    }

    private void ListHead(int id, int type, int count)
    {
        Head(id, List);
        to.Byte((byte)((Math.Min(count, 15) << 4) | type));
        if (count >= 15)
            to.Varint((ulong)count);
    }

    // Signs go into the lowest bit, so that small negative numbers are short too.
    private void Number(long value) => to.Varint((ulong)((value << 1) ^ (value >> 63)));
}
