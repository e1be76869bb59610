namespace Analytics.Web.Charts;

/// <summary>The figures of a chart as a table: what its CSV and JSON hold, and what is read in place of the drawing.</summary>
/// <param name="Rows">Each with a value for every column, in their order.</param>
public sealed record ChartTable(IReadOnlyList<ChartColumn> Columns, IReadOnlyList<IReadOnlyList<ChartValue>> Rows);

/// <summary>A column.</summary>
/// <param name="Name">For machines, the same in every language: <c>typical</c>.</param>
/// <param name="Title">For readers, in the chart's language.</param>
/// <param name="Note">What it means, with its unit, in the chart's language.</param>
public sealed record ChartColumn(string Name, string Title, string Note);

/// <summary>A value.</summary>
/// <param name="Value">For machines: a string, a decimal, an int, a bool or a <see cref="DateOnly"/>; null where it is not known.</param>
/// <param name="Shown">For readers; empty where it is not known.</param>
public readonly record struct ChartValue(object? Value, string Shown);
