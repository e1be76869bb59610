using System.IO.Compression;
using System.Text;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

/// <summary>
/// Reads flat Parquet files of optional columns back, from what the format's description says. Other people's readers do the same in Analytics.Flow.Tests; this one is here so
/// that many small tables can be tried.
/// </summary>
internal sealed class ParquetBack
{
    private readonly byte[] file;
    private readonly List<Dictionary<int, object>> elements;

    public ParquetBack(byte[] file)
    {
        this.file = file;
        Assert.Equal("PAR1", Encoding.ASCII.GetString(file, 0, 4));
        Assert.Equal("PAR1", Encoding.ASCII.GetString(file, file.Length - 4, 4));
        var length = BitConverter.ToInt32(file, file.Length - 8);
        var footer = new ThriftBack(file, file.Length - 8 - length);
        Footer = footer.Struct();
        Assert.Equal(file.Length - 8, footer.Position);
        elements = [.. Structs(Footer[2]).Skip(1)];
        Groups = Structs(Footer[4]);
    }

    public Dictionary<int, object> Footer { get; }

    public List<Dictionary<int, object>> Groups { get; }

    public IEnumerable<string> Names => elements.Select(e => Text(e[4]));

    /// <summary>What the footer says of a column of a group of rows.</summary>
    public Dictionary<int, object> Chunk(int group, int column) => (Dictionary<int, object>)Structs(Groups[group][1])[column][3];

    /// <summary>The rows, with whole numbers for dates.</summary>
    public List<object?[]> Rows()
    {
        var rows = new List<object?[]>();
        for (var group = 0; group < Groups.Count; group++)
        {
            var columns = elements.Select((e, at) => Values(Chunk(group, at), (long)e[1])).ToList();
            for (var i = 0; i < (long)Groups[group][3]; i++)
                rows.Add([.. columns.Select(c => c[i])]);
            Assert.All(columns, c => Assert.Equal((long)Groups[group][3], c.Count));
        }

        Assert.Equal((long)Footer[3], rows.Count);
        return rows;
    }

    public static string Text(object bytes) => Encoding.UTF8.GetString((byte[])bytes);

    /// <summary>So many numbers out of the hybrid of runs.</summary>
    public static List<int> Runs(byte[] bytes, int width, int count)
    {
        var (values, at) = (new List<int>(), 0);
        while (values.Count < count)
        {
            var head = (int)ThriftBack.Varint(bytes, ref at);
            if (head % 2 == 0)
            {
                var value = Enumerable.Range(0, (width + 7) / 8).Sum(i => bytes[at + i] << (8 * i));
                values.AddRange(Enumerable.Repeat(value, head / 2));
                at += (width + 7) / 8;
                continue;
            }

            values.AddRange(Packed(bytes, at, width, Math.Min(head / 2 * 8, count - values.Count)));
            at += head / 2 * width;
        }

        Assert.Equal((count, bytes.Length), (values.Count, at));
        return values;
    }

    private static IEnumerable<int> Packed(byte[] bytes, int at, int width, int count) => Enumerable.Range(0, count).Select(i =>
        Enumerable.Range(i * width, width).Sum(bit => ((bytes[at + (bit / 8)] >> (bit % 8)) & 1) << (bit - (i * width))));

    private List<object?> Values(Dictionary<int, object> chunk, long physical)
    {
        var (values, dictionary) = (new List<object?>(), new List<object>());
        var at = (int)(long)(chunk.TryGetValue(11, out var start) ? start : chunk[9]);
        var end = at + (long)chunk[7];
        long unpacked = 0;
        while (at < end)
        {
            var thrift = new ThriftBack(file, at);
            var head = thrift.Struct();
            var page = Unpacked(thrift.Position, (int)(long)head[3]);
            Assert.Equal((long)head[2], page.Length);
            unpacked += page.Length + thrift.Position - at;
            at = thrift.Position + (int)(long)head[3];
            if ((long)head[1] == 2)
                dictionary = [.. Plain(page, physical, (int)(long)((Dictionary<int, object>)head[7])[1])];
            else
                values.AddRange(Page(page, (Dictionary<int, object>)head[5], physical, dictionary));
        }

        Assert.Equal((end, (long)chunk[5], (long)chunk[6]), (at, values.Count, unpacked));
        return values;
    }

    private static IEnumerable<object?> Page(byte[] page, Dictionary<int, object> head, long physical, List<object> dictionary)
    {
        var levels = Runs(page[4..(4 + BitConverter.ToInt32(page))], 1, (int)(long)head[1]);
        var (content, count) = (page[(4 + BitConverter.ToInt32(page))..], levels.Sum());
        var values = new Queue<object>((long)head[2] == 8 ? Runs(content[1..], content[0], count).Select(place => dictionary[place]) : Plain(content, physical, count));
        return levels.Select(level => level == 1 ? values.Dequeue() : null).ToList();
    }

    private static IEnumerable<object> Plain(byte[] bytes, long physical, int count)
    {
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            switch (physical)
            {
                case 0:
                    yield return ((bytes[i / 8] >> (i % 8)) & 1) == 1;
                    break;
                case 1:
                    yield return BitConverter.ToInt32(bytes, 4 * i);
                    break;
                case 5:
                    yield return BitConverter.ToDouble(bytes, 8 * i);
                    break;
                default:
                    var length = BitConverter.ToInt32(bytes, at);
                    yield return Encoding.UTF8.GetString(bytes, at + 4, length);
                    at += 4 + length;
                    break;
            }
        }
    }

    private byte[] Unpacked(int at, int length)
    {
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(file, at, length), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static List<Dictionary<int, object>> Structs(object list) => [.. ((List<object>)list).Cast<Dictionary<int, object>>()];

    /// <summary>Thrift's compact protocol, without knowing what the fields mean: numbers are long, text is bytes.</summary>
    private sealed class ThriftBack(byte[] bytes, int start)
    {
        private int at = start;

        public int Position => at;

        public Dictionary<int, object> Struct()
        {
            var (fields, id) = (new Dictionary<int, object>(), 0);
            for (int head; (head = bytes[at++]) != 0;)
            {
                id = head >> 4 == 0 ? (int)Number() : id + (head >> 4);
                fields.Add(id, (head & 15) is 1 or 2 ? (head & 15) == 1 : Value(head & 15));
            }

            return fields;
        }

        public static ulong Varint(byte[] bytes, ref int at)
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                value |= (ulong)(bytes[at] & 0x7F) << shift;
                if (bytes[at++] < 0x80)
                    return value;
            }
        }

        private object Value(int type) => type switch
        {
            3 => (long)(sbyte)bytes[at++],
            4 or 5 or 6 => Number(),
            8 => Binary(),
            9 => List(),
            12 => Struct(),
            _ => throw new InvalidOperationException($"Type {type} at {at}."),
        };

        private long Number()
        {
            var value = Varint(bytes, ref at);
            return (long)(value >> 1) ^ -(long)(value & 1);
        }

        private byte[] Binary()
        {
            var length = (int)Varint(bytes, ref at);
            at += length;
            return bytes[(at - length)..at];
        }

        private List<object> List()
        {
            var head = bytes[at++];
            var count = head >> 4 == 15 ? (int)Varint(bytes, ref at) : head >> 4;
            return [.. Enumerable.Range(0, count).Select(_ => Value(head & 15))];
        }
    }
}
