using Analytics.Models.Evidence;
using Analytics.Models.Money;

namespace Analytics.Models.Platforms;

/// <summary>Reads published figures from their CSV files.</summary>
internal static class FigureFile
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "id", "platform", "pool", "pooled_platforms", "task_type", "task_note", "experience_band", "experience_note",
        "kind", "tier", "statistic", "basis", "amount_min", "amount_max", "bound", "currency", "unit", "hours",
        "country", "region", "year_from", "year_to", "workers", "observations", "p10", "p25", "median", "p75", "p90",
        "note", "source_title", "source_address", "source_part", "seen",
    ];

    /// <exception cref="FormatException">A line is not as it should be; the message says which and why.</exception>
    public static IReadOnlyList<PublishedFigure> Read(string file, string text) =>
        CsvTable.Read(file, text, Columns, line => Checked(line, Figure(line)));

    private static PublishedFigure Figure(CsvLine line) => new()
    {
        Id = line.Text("id"),
        Platform = line.TextOrNull("platform"),
        Pool = line.TextOrNull("pool"),
        PooledPlatforms = line.List("pooled_platforms"),
        TaskType = line.TermOrNull<TaskType>("task_type"),
        TaskNote = line.TextOrNull("task_note"),
        ExperienceBand = line.TermOrNull<ExperienceBand>("experience_band"),
        ExperienceNote = line.TextOrNull("experience_note"),
        Kind = line.Term<FigureKind>("kind"),
        Tier = line.Term<EvidenceTier>("tier"),
        Statistic = line.Term<Statistic>("statistic"),
        Basis = line.Term<PayBasis>("basis"),
        AmountMin = line.DecimalOrNull("amount_min"),
        AmountMax = line.DecimalOrNull("amount_max"),
        Bound = line.Term<Bound>("bound"),
        Currency = line.Text("currency"),
        Unit = line.Term<PayUnit>("unit"),
        Hours = line.DecimalOrNull("hours"),
        Country = line.TextOrNull("country"),
        Region = line.TextOrNull("region"),
        YearFrom = line.IntOrNull("year_from"),
        YearTo = line.IntOrNull("year_to"),
        Workers = line.IntOrNull("workers"),
        Observations = line.IntOrNull("observations"),
        P10 = line.DecimalOrNull("p10"),
        P25 = line.DecimalOrNull("p25"),
        Median = line.DecimalOrNull("median"),
        P75 = line.DecimalOrNull("p75"),
        P90 = line.DecimalOrNull("p90"),
        Note = line.TextOrNull("note"),
        Source = new Citation(line.Text("source_title"), line.AddressOrNull("source_address"), line.TextOrNull("source_part"), line.DateOrNull("seen")),
    };

    private static PublishedFigure Checked(CsvLine line, PublishedFigure figure)
    {
        if (figure.Platform is null == figure.Pool is null)
            throw line.Fault("platform", "a figure is of one platform or of a pool, not both and not neither.");
        if ((figure.AmountMin ?? figure.AmountMax) is null)
            throw line.Fault("amount_min", "a figure needs a lower or an upper amount.");
        if (figure.AmountMin > figure.AmountMax)
            throw line.Fault("amount_max", $"{figure.AmountMax} is below amount_min {figure.AmountMin}.");
        if (figure.YearFrom > figure.YearTo)
            throw line.Fault("year_to", $"{figure.YearTo} is before year_from {figure.YearFrom}.");
        decimal?[] quantiles = [figure.P10, figure.P25, figure.Median, figure.P75, figure.P90];
        if (!quantiles.OfType<decimal>().SequenceEqual(quantiles.OfType<decimal>().Order()))
            throw line.Fault("p10", "the quantiles must rise from p10 to p90.");
        return figure;
    }
}
