using System.Globalization;
using System.Text.Json;

namespace Analytics.Models.Releases.Datasets;

/// <summary>A value of a table as text or JSON: invariant, a date as <c>yyyy-MM-dd</c>.</summary>
public static class FieldText
{
    /// <summary>The value as text; nothing for a blank.</summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot stand in a table."),
    };

    /// <summary>Writes the value to <paramref name="json"/>, whose name for it is written: a number as it is, a date as <c>yyyy-MM-dd</c>, null for a blank.</summary>
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            // CSV does not tell the two apart, so no format does.
            case null or "": json.WriteNullValue(); break;
            case int number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            default: json.WriteStringValue(Of(value)); break;
        }
    }
}
