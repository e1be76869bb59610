namespace Analytics.Models.Reports.Trackers;

/// <summary>
/// How a file writes numbers and dates. It is gathered from all rows before any is summed, so that 1,234 or 03/04/2024 is read as the rows that can be read
/// in one way only are.
/// </summary>
internal sealed class Habits
{
    private bool point;
    private bool comma;
    private bool dayFirst;
    private bool monthFirst;

    /// <summary>The decimal mark that single-way amounts show; null where none does or they disagree.</summary>
    public char? Decimal => (point, comma) switch { (true, false) => '.', (false, true) => ',', _ => null };

    /// <summary>Whether amounts that can be read in one way only disagree about the decimal mark.</summary>
    public bool Mixed => point && comma;

    /// <summary>Whether the day comes first; null where no date shows it, or they disagree.</summary>
    public bool? DayFirst => (dayFirst, monthFirst) switch { (true, false) => true, (false, true) => false, _ => null };

    public void SawDecimal(char mark)
    {
        point |= mark == '.';
        comma |= mark == ',';
    }

    public void SawDayFirst(bool first)
    {
        dayFirst |= first;
        monthFirst |= !first;
    }
}
