using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Platforms;

/// <summary>Cells of reports as a table (<c>Cells</c>).</summary>
/// <param name="Name">What a cell is of.</param>
public sealed record CellTable(Asked Asked, IReadOnlyList<CellRow> Cells, Func<CellRow, string> Name)
{
    public ComparedFigure Row(CellRow cell) => ComparedFigures.Row("", cell, newest: null);

    public string Measure(CellRow cell) => Asked.Text.Word<PayMeasure>(cell.Measure);
}
