using System.Runtime.InteropServices;

namespace Analytics.Models.Releases.Datasets.Parquet;

/// <summary>The values of one column until their group of rows is written.</summary>
internal abstract class ColumnBuffer
{
    /// <summary>The buffer for the values of <paramref name="column"/>.</summary>
    public static ColumnBuffer Of(DatasetColumn column) => column.Type switch
    {
        ColumnType.Text => new TextBuffer(),
        ColumnType.Integer => new IntegerBuffer(),
        ColumnType.Number => new NumberBuffer(),
        ColumnType.Boolean => new BooleanBuffer(),
        ColumnType.Date => new DateBuffer(),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    public abstract void Add(object? value);

    /// <summary>Writes everything held, and begins anew.</summary>
    public abstract ColumnChunk WriteTo(PageWriter pages);
}

/// <summary>Values of <typeparamref name="T"/>, each distinct one held once.</summary>
internal abstract class ColumnBuffer<T>(PhysicalType physical) : ColumnBuffer
    where T : notnull
{
    // So that a reader who wants a few rows need not unpack a whole group.
    private const int RowsAPage = 20_000;

    private readonly List<int> present = [];
    private readonly List<int> places = [];
    private readonly Dictionary<T, int> placeOf = [];
    private readonly List<T> distinct = [];
    private readonly ByteBuffer page = new(), runs = new();

    // A dictionary pays where a value comes twice or more; of booleans there is none.
    private bool PaysDictionary => physical != PhysicalType.Boolean && distinct.Count > 0 && distinct.Count <= places.Count / 2;

    public override void Add(object? value)
    {
        present.Add(value is null ? 0 : 1);
        if (value is not null)
            places.Add(PlaceOf(Read(value)));
    }

    public override ColumnChunk WriteTo(PageWriter pages)
    {
        var (start, before) = (pages.Position, pages.Uncompressed);
        var dictionary = PaysDictionary;
        if (dictionary)
            WriteDictionary(pages);
        var firstData = pages.Position;
        WriteRows(pages, dictionary);
        var (low, high) = Ends();
        var chunk = new ColumnChunk(physical, present.Count, present.Count - places.Count, start, firstData, pages.Position - start, pages.Uncompressed - before, low, high);
        Clear();
        return chunk;
    }

    /// <summary>The value as it is kept.</summary>
    protected abstract T Read(object value);

    /// <summary>One after the other, as <see cref="PageEncoding.Plain"/> has them.</summary>
    protected abstract void WritePlain(IEnumerable<T> values, ByteBuffer to);

    protected abstract int Compare(T one, T other);

    /// <summary>The least or the greatest value as the footer writes it; null for not to say it.</summary>
    protected abstract byte[]? End(T value, bool greatest);

    private int PlaceOf(T value)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(placeOf, value, out var known);
        if (!known)
        {
            place = distinct.Count;
            distinct.Add(value);
        }

        return place;
    }

    private void WriteDictionary(PageWriter pages)
    {
        page.Clear();
        WritePlain(distinct, page);
        pages.WriteDictionary(page.Written, distinct.Count);
    }

    private void WriteRows(PageWriter pages, bool dictionary)
    {
        var levels = CollectionsMarshal.AsSpan(present);
        var values = CollectionsMarshal.AsSpan(places);
        while (!levels.IsEmpty)
        {
            var here = levels[..Math.Min(levels.Length, RowsAPage)];
            var count = here.Count(1);
            page.Clear();
            WriteLevels(here);
            if (dictionary)
                WritePlaces(values[..count]);
            else
                WritePlain(values[..count].ToArray().Select(p => distinct[p]), page);
            pages.WriteData(page.Written, here.Length, dictionary ? PageEncoding.Dictionary : PageEncoding.Plain);
            levels = levels[here.Length..];
            values = values[count..];
        }
    }

    // One bit a row: whether it has a value. The length of it stands before.
    private void WriteLevels(ReadOnlySpan<int> levels)
    {
        runs.Clear();
        HybridRuns.Write(levels, 1, runs);
        page.Int32(runs.Length);
        page.Bytes(runs.Written);
    }

    private void WritePlaces(ReadOnlySpan<int> values)
    {
        var width = HybridRuns.Width(distinct.Count - 1);
        page.Byte((byte)width);
        HybridRuns.Write(values, width, page);
    }

    private (byte[]? Low, byte[]? High) Ends()
    {
        if (distinct.Count == 0)
            return (null, null);
        var (low, high) = (distinct[0], distinct[0]);
        foreach (var value in distinct)
        {
            if (Compare(value, low) < 0)
                low = value;
            if (Compare(value, high) > 0)
                high = value;
        }

        return (End(low, greatest: false), End(high, greatest: true));
    }

    private void Clear()
    {
        present.Clear();
        places.Clear();
        placeOf.Clear();
        distinct.Clear();
    }
}
