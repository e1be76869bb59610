namespace Analytics.Models.Money;

/// <summary>A legal minimum wage; a yardstick, not gig pay.</summary>
/// <param name="Country">ISO 3166 two-letter code.</param>
/// <param name="Region">Province or state; null for the whole country.</param>
/// <param name="Amount">The wage per <paramref name="Unit"/>.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Unit">What it is paid for.</param>
/// <param name="HoursPerWeek">Hours of the working week it is meant for, where stated.</param>
/// <param name="Effective">When it began; the first of January where only the year is known.</param>
/// <param name="Source">Where it was found.</param>
public sealed record MinimumWage(
    string Country, string? Region, decimal Amount, string Currency, PayUnit Unit, decimal? HoursPerWeek,
    DateOnly Effective, Citation Source);

/// <summary>Minimum wages by country, Indonesian province and US state.</summary>
public sealed class MinimumWages
{
    private static readonly Lazy<MinimumWages> FromFile = new(() =>
        new(Read("minimum_wages.csv", Embedded.Text("money/minimum_wages.csv"))));

    private readonly ILookup<(string Country, string? Region), MinimumWage> byPlace;

    public MinimumWages(IEnumerable<MinimumWage> wages)
    {
        All = [.. wages];
        byPlace = All.ToLookup(w => (w.Country, w.Region));
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<MinimumWage> All { get; }

    /// <summary>The wages shipped with the program.</summary>
    public static MinimumWages Shipped() => FromFile.Value;

    /// <summary>
    /// The newest wage known of a place. A region without one of its own has its country's; for a country alone, null when
    /// it has only regional ones.
    /// </summary>
    /// <param name="country">ISO 3166 two-letter code.</param>
    /// <param name="region">Province or state as the file writes it.</param>
    public MinimumWage? For(string country, string? region = null) =>
        byPlace[(country, region)].MaxBy(w => w.Effective) ?? (region is null ? null : For(country));

    internal static IReadOnlyList<MinimumWage> Read(string file, string text) =>
        CsvTable.Read(file, text,
            ["country", "region", "amount", "currency", "unit", "hours_per_week", "effective", "source_title", "source_address", "source_part", "seen"],
            line => new MinimumWage(
                line.Text("country"), line.TextOrNull("region"), line.Decimal("amount"), line.Text("currency"), line.Term<PayUnit>("unit"),
                line.DecimalOrNull("hours_per_week"), line.Date("effective"),
                new Citation(line.Text("source_title"), line.AddressOrNull("source_address"), line.TextOrNull("source_part"), line.DateOrNull("seen"))));
}
