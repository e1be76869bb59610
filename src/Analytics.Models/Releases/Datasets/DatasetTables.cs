using Analytics.Models.Claims;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;

namespace Analytics.Models.Releases.Datasets;

/// <summary>The tables of the dataset. A column that is once published keeps its name and meaning.</summary>
public static class DatasetTables
{
    /// <summary>Written where a dimension is not told apart.</summary>
    public const string Every = "all";

    /// <summary>The unit of pay.</summary>
    public const string PerHour = "USD/h";

    /// <summary>Every table, in the order in which they are listed.</summary>
    public static IReadOnlyList<DatasetTable> All { get; } =
    [
        RateTable.Create(), EstimateTable.Create(), ClaimTable.Create(), Reports(), ReportQuarters(), WorkHours(), Platforms(), ExchangeRates(), MinimumWages(), ModelCardTable.Create(),
    ];

    /// <summary>The table called <paramref name="name"/>, or null.</summary>
    public static DatasetTable? Find(string name) => All.FirstOrDefault(t => t.Name == name);

    /// <summary>A quarter as it is written: <c>2026Q1</c>.</summary>
    public static string Quarter(DateOnly first) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first.Year}Q{(first.Month + 2) / 3}");

    private static DatasetTable<ReportRow> Reports() => new DatasetTable<ReportRow>("reports", [], r => r.Reports)
        .Always("quarter", r => Quarter(r.Quarter))
        .Text("platform", r => r.Platform, blank: "platform_blank")
        .Word<TaskType>("task_type", r => r.TaskType)
        .Word("experience", r => r.Experience, blank: "experience_blank")
        .Text("country", r => r.Country, blank: "country_blank")
        .Word<FigureKind>("kind", r => r.Kind)
        .Word<EvidenceTier>("tier", r => r.Tier)
        .Number("paid_only", r => r.PaidOnly, PerHour)
        .Number("all_in", r => r.AllIn, PerHour, blank: "all_in_blank")
        .OneOf("platform_blank", BlankReason.All, r => r.Blank.GetValueOrDefault("platform"))
        .OneOf("experience_blank", BlankReason.All, r => r.Blank.GetValueOrDefault("experience"))
        .OneOf("country_blank", BlankReason.All, r => r.Blank.GetValueOrDefault("country"))
        .OneOf("paid_only_blank", BlankReason.All, r => r.Blank.GetValueOrDefault("paid_only"))
        .OneOf("all_in_blank", BlankReason.All, r => r.Blank.GetValueOrDefault("all_in"));

    private static DatasetTable<ReportQuarterRow> ReportQuarters() => new DatasetTable<ReportQuarterRow>("report_quarters", ["quarter"], r => r.ReportQuarters)
        .Always("quarter", q => Quarter(q.Quarter))
        .Integer("rows", q => q.Rows)
        .Text("in_release", q => q.FromRelease)
        .Integer("without_country", q => q.Generalised.GetValueOrDefault("country"))
        .Integer("without_experience", q => q.Generalised.GetValueOrDefault("experience"))
        .Integer("without_platform", q => q.Generalised.GetValueOrDefault("platform"))
        .Integer("left_out_too_few", q => q.LeftOut.GetValueOrDefault(Privacy.Disclosure.SuppressedK))
        .Integer("left_out_another_row", q => q.LeftOut.GetValueOrDefault(ReportRows.AnotherRow));

    private static DatasetTable<WorkHoursRow> WorkHours() => new DatasetTable<WorkHoursRow>("work_hours", ["cell"], r => r.WorkHours)
        .Always("cell", h => h.Cell.ToString())
        .Dimensions(h => h.Cell)
        .Integer("contributors", h => h.Contributors)
        .Number("p25", h => h.P25, "h/month")
        .Number("median", h => h.Median, "h/month")
        .Number("p75", h => h.P75, "h/month")
        .Number("unpaid_share", h => h.UnpaidShare)
        .Text("from_release", h => h.FromRelease);

    private static DatasetTable<PlatformRow> Platforms() => new DatasetTable<PlatformRow>("platforms", ["platform"], r => r.Platforms)
        .Always("platform", p => p.Slug)
        .Always("name", p => p.Name)
        .Several("aliases", [], p => p.Aliases)
        .Always("home", p => p.Home)
        .Always("group", p => p.Group)
        .Several("task_types", [.. Enum.GetValues<TaskType>().Select(Term.Of)], p => p.TaskTypes.Select(Term.Of))
        .Text("country", p => p.Country);

    private static DatasetTable<ExchangeRateRow> ExchangeRates() => new DatasetTable<ExchangeRateRow>("exchange_rates", ["currency", "month"], r => r.ExchangeRates)
        .Always("currency", r => r.Currency)
        .Date("month", r => r.Month)
        .Number("per_usd", r => r.PerUsd, "units of the currency for 1 USD")
        .Always("source", r => r.Source);

    private static DatasetTable<MinimumWageRow> MinimumWages() => new DatasetTable<MinimumWageRow>("minimum_wages", [], r => r.MinimumWages)
        .Always("country", w => w.Country)
        .Text("region", w => w.Region)
        .Number("amount", w => w.Amount, "the currency, for the pay unit")
        .Always("currency", w => w.Currency)
        .Word<PayUnit>("unit", w => w.Unit)
        .Number("hours_per_week", w => w.HoursPerWeek, "h")
        .Date("effective", w => w.Effective)
        .Always("source_title", w => w.SourceTitle)
        .Text("source_address", w => w.SourceAddress);

    /// <summary>The five dimensions of a cell; <see cref="Every"/> where they are not told apart.</summary>
    internal static DatasetTable<T> Dimensions<T>(this DatasetTable<T> table, Func<T, Cell> cell) => table
        .Always("platform", r => cell(r).Platform ?? Every)
        .Word("task_type", r => cell(r).TaskType, otherwise: Every)
        .Word("experience", r => cell(r).Experience, otherwise: Every)
        .Always("country", r => cell(r).Country ?? Every)
        .Always("quarter", r => cell(r).Quarter is { } quarter ? Quarter(quarter) : Every);
}
