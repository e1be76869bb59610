using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Places;

/// <summary>Legal minimums as a table (<c>Minimums</c>).</summary>
public sealed record MinimumTable(Asked Asked, IReadOnlyList<LocalMinimum> Rows)
{
    /// <summary>Rows that stand open; more unfold.</summary>
    public const int Open = 6;

    /// <summary>For an hour in the money of the law, and in the reader's where that is another.</summary>
    public IEnumerable<string> Hourly(LocalMinimum minimum)
    {
        yield return Asked.Text.Figures.Money(minimum.Hourly, minimum.Wage.Currency);
        if (minimum.Wage.Currency != Asked.Currency.Code)
            yield return Asked.Money(minimum.HourlyUsd);
    }
}
