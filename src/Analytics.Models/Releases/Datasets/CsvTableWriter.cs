using CsvHelper;

namespace Analytics.Models.Releases.Datasets;

/// <summary>A table as <see cref="TableFormat.Csv"/>.</summary>
internal sealed class CsvTableWriter : TableWriter
{
    // Only text is made safe: a negative number stays a number.
    private static readonly CsvWriterOptions Options = new() { NewLine = "\r\n", Injection = CsvInjection.Escape, TrueValue = "true", FalseValue = "false" };

    // Never disposed of before the table is complete: that would write the rows still held, and a table that was given up would look whole.
    private readonly CsvWriter csv;

    public CsvTableWriter(Stream to, IReadOnlyList<DatasetColumn> columns)
        : base(columns)
    {
        csv = CsvWriter.Create(to, Options, leaveOpen: true);
        foreach (var column in columns)
            csv.WriteField(column.Name);
        csv.EndRecord();
    }

    public override void Flush() => csv.Flush();

    private protected override void WriteRow(object?[] row)
    {
        foreach (var value in row)
        {
            switch (value)
            {
                case null: csv.WriteField(ReadOnlySpan<byte>.Empty); break;
                case string text: csv.WriteField(text); break;
                case int number: csv.WriteField(number); break;
                case decimal number: csv.WriteField(number); break;
                case bool yes: csv.WriteField(yes); break;
                case DateOnly day: csv.WriteField(day); break;
            }
        }

        csv.EndRecord();
    }

    private protected override void Finish() => csv.Dispose();
}
