using System.Text;
using CsvHelper;

namespace Analytics.Models.Reports.Trackers;

/// <summary>The rows of a table with a header.</summary>
internal sealed class CsvRows : SourceRows
{
    private readonly CsvReader reader;
    private readonly Dictionary<string, int> columns = [];
    private long? openQuote;

    public CsvRows(Stream utf8, char? separator, TrackerLimits limits)
    {
        reader = CsvReader.Create(utf8, new CsvReaderOptions
        {
            Separator = separator,
            DetectSeparatorHint = true,
            Encoding = Encoding.UTF8,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            MaxRecordSize = limits.LongestRow,
            IncludeValuesInExceptions = false,
            // A stray quotation mark in a title is no harm; one that never closes swallows the rest of the file.
            OnMalformedRecord = bad => openQuote = bad.Reason == CsvMalformedReason.UnterminatedQuote ? bad.RecordNumber : openQuote,
        }, leaveOpen: true);
        Try(() =>
        {
            reader.ReadHeader();
            return true;
        });
        foreach (var (index, name) in reader.Headers.Index())
            columns.TryAdd(Plain(name), index);
        // "Amount (USD)" is also called "amount".
        foreach (var (index, name) in reader.Headers.Index().Where(h => h.Item.Contains('(')))
            columns.TryAdd(Plain(name[..name.IndexOf('(')]), index);
    }

    public override int Line => (int)Math.Min(reader.LineNumber, int.MaxValue);

    public override IEnumerable<string> Columns => columns.Keys;

    public override TrackerProblem? Problem
    {
        get
        {
            for (var extra = reader.Headers.Count; extra < reader.FieldCount; extra++)
            {
                if (!reader.IsEmpty(extra))
                    return new(TrackerFault.TooManyFields, Line, extra + 1);
            }

            return null;
        }
    }

    public override bool Read()
    {
        var read = Try(() => reader.Read());
        return openQuote is null ? read : throw new TrackerException(new(TrackerFault.OpenQuote, Line));
    }

    public override bool Has(string column) => columns.ContainsKey(column);

    public override Cell this[string column]
    {
        get
        {
            var index = columns[column];
            return new(index < reader.FieldCount ? reader.GetString(index).Trim() : "", Line, index + 1, reader.Headers[index]);
        }
    }

    public override void Dispose() => reader.Dispose();

    private static T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException fault)
        {
            throw new TrackerException(new(TrackerFault.RowTooLong, (int)Math.Clamp(Math.Max(fault.LineNumber, 1), 1, int.MaxValue)));
        }
    }
}
