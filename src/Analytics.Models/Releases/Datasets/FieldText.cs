using System.Globalization;

namespace Analytics.Models.Releases.Datasets;

/// <summary>A value of a table as text: invariant, a date as <c>yyyy-MM-dd</c>, nothing for a blank.</summary>
public static class FieldText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot stand in a table."),
    };
}
