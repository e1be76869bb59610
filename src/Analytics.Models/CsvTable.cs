using System.Globalization;
using CsvHelper;

namespace Analytics.Models;

/// <summary>Reads a shipped CSV file whose columns are known; any fault is told with file, line and field.</summary>
internal static class CsvTable
{
    /// <summary>
    /// Each line of <paramref name="text"/> made a value by <paramref name="read"/>. The header must be <paramref name="columns"/>,
    /// in order; <paramref name="file"/> is the name said in messages.
    /// </summary>
    /// <exception cref="FormatException">The header is another, or a line cannot be read.</exception>
    public static IReadOnlyList<T> Read<T>(string file, string text, IReadOnlyList<string> columns, Func<CsvLine, T> read)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { TrackLineNumbers = true });
        try
        {
            return ReadAll(reader, file, columns, read);
        }
        catch (CsvFormatException fault)
        {
            throw new FormatException($"{file}, line {reader.LineNumber}: {fault.Message}", fault);
        }
    }

    private static List<T> ReadAll<T>(CsvReader reader, string file, IReadOnlyList<string> columns, Func<CsvLine, T> read)
    {
        reader.ReadHeader();
        if (!reader.Headers.SequenceEqual(columns))
            throw new FormatException($"{file}, line 1: the columns must be {string.Join(',', columns)}; they are {string.Join(',', reader.Headers)}.");
        var rows = new List<T>();
        while (reader.Read())
        {
            if (reader.FieldCount != columns.Count)
                throw new FormatException($"{file}, line {reader.LineNumber}: {reader.FieldCount} fields where {columns.Count} belong.");
            rows.Add(read(new CsvLine(file, reader)));
        }

        return rows;
    }
}

/// <summary>One line of a CSV file. An empty field is null, or a fault where a value is required.</summary>
internal readonly struct CsvLine(string file, CsvReader reader)
{
    public string? TextOrNull(string field) => reader.GetString(field) is { Length: > 0 } text ? text : null;

    public string Text(string field) => TextOrNull(field) ?? throw Fault(field, "is empty.");

    public IReadOnlyList<string> List(string field) =>
        TextOrNull(field)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public decimal? DecimalOrNull(string field) => TextOrNull(field) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value
        : throw Fault(field, $"'{text}' is not a number such as 12.5.");

    public decimal Decimal(string field) => DecimalOrNull(field) ?? throw Fault(field, "is empty.");

    public int? IntOrNull(string field) => TextOrNull(field) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
        : throw Fault(field, $"'{text}' is not a whole number.");

    public DateOnly? DateOrNull(string field) => TextOrNull(field) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value
        : throw Fault(field, $"'{text}' is not a date such as 2026-01-31.");

    public DateOnly Date(string field) => DateOrNull(field) ?? throw Fault(field, "is empty.");

    public T? TermOrNull<T>(string field) where T : struct, Enum
    {
        if (TextOrNull(field) is not { } text)
            return null;
        try
        {
            return Models.Term.Parse<T>(text);
        }
        catch (FormatException fault)
        {
            throw Fault(field, fault.Message);
        }
    }

    public T Term<T>(string field) where T : struct, Enum => TermOrNull<T>(field) ?? throw Fault(field, "is empty.");

    /// <summary>An absolute http or https address.</summary>
    public Uri? AddressOrNull(string field) => TextOrNull(field) is not { } text ? null
        : WebAddress.Find(text) ?? throw Fault(field, $"'{text}' is not a web address.");

    public FormatException Fault(string field, string what) =>
        new($"{file}, line {reader.LineNumber}, field {field}: {what}");
}
