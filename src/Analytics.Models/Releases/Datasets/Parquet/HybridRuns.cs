namespace Analytics.Models.Releases.Datasets.Parquet;

/// <summary>
/// Small numbers as Parquet's hybrid of runs: eight or more of the same are said once with their count, others stand packed in as many bits as the greatest needs, eight numbers at
/// a time.
/// </summary>
internal static class HybridRuns
{
    /// <summary>Bits for numbers up to <paramref name="greatest"/>; at least one, because some readers stumble over none.</summary>
    public static int Width(int greatest) => Math.Max(1, 32 - int.LeadingZeroCount(greatest));

    /// <summary>Writes <paramref name="values"/>, none negative and none wider than <paramref name="width"/> bits.</summary>
    public static void Write(ReadOnlySpan<int> values, int width, ByteBuffer to)
    {
        var start = 0;
        for (var i = 0; i < values.Length;)
        {
            var run = Run(values[i..]);
            // Packed numbers come in eights: those that stand before the run take its first ones to be full.
            var fill = (8 - ((i - start) % 8)) % 8;
            if (run - fill >= 8)
            {
                WritePacked(values[start..(i + fill)], width, to);
                WriteRun(values[i], run - fill, width, to);
                start = i + run;
            }

            i += run;
        }

        WritePacked(values[start..], width, to);
    }

    /// <summary>The numbers bit behind bit, the low bits first, the last byte filled with zeros.</summary>
    public static void Pack(ReadOnlySpan<int> values, int width, ByteBuffer to)
    {
        ulong bits = 0;
        var count = 0;
        foreach (var value in values)
        {
            bits |= (ulong)(uint)value << count;
            for (count += width; count >= 8; count -= 8, bits >>= 8)
                to.Byte((byte)bits);
        }

        if (count > 0)
            to.Byte((byte)bits);
    }

    private static int Run(ReadOnlySpan<int> values)
    {
        var end = values.IndexOfAnyExcept(values[0]);
        return end < 0 ? values.Length : end;
    }

    private static void WriteRun(int value, int count, int width, ByteBuffer to)
    {
        to.Varint((ulong)count << 1);
        for (var bits = 0; bits < width; bits += 8)
            to.Byte((byte)(value >> bits));
    }

    private static void WritePacked(ReadOnlySpan<int> values, int width, ByteBuffer to)
    {
        if (values.IsEmpty)
            return;
        var eights = (values.Length + 7) / 8;
        to.Varint(((ulong)eights << 1) | 1);
        var end = to.Length + (eights * width);
        Pack(values, width, to);
        while (to.Length < end)
            to.Byte(0);
    }
}
