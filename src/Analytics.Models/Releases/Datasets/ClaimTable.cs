using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;

namespace Analytics.Models.Releases.Datasets;

/// <summary>
/// The table <c>claims</c>: every claim about pay read from a page, every figure cited from a work, and every statement about a platform beside pay, with what became of it.
/// </summary>
internal static class ClaimTable
{
    private const string Claim = "claim", Figure = "figure", Statement = "statement";

    /// <summary>Words of a source that are quoted at most.</summary>
    internal const int MostWords = 25;

    // Why there is no pay an hour where no HourlyGap says it.
    private const string NotAccepted = "not-accepted", NotOfPay = "not-of-pay";
    private static readonly IReadOnlyList<string> Gaps = [.. Enum.GetValues<HourlyGap>().Select(Term.Of), NotAccepted, NotOfPay];

    private sealed record Said(string Record, string Id)
    {
        public ClaimRow? Read { get; init; }

        /// <summary>The published figure that it is or is a telling of.</summary>
        public FigureRow? Became { get; init; }
        public StatementRow? Told { get; init; }

        // The claim stands on its page; a figure of the catalogue is cited from one work.
        public Witness? Cited => Record == Figure ? Became!.Witnesses[0] : null;
    }

    public static DatasetTable Create() => new DatasetTable<Said>("claims", ["id"], All)
        .Always("id", s => s.Id)
        .OneOf("record", [Claim, Figure, Statement], s => s.Record)
        .Text("platform", s => s.Told?.Platform ?? (s.Read is { } read ? read.Platform : s.Became!.Platform))
        .Text("pool", s => s.Became?.Pool)
        .Several("pooled_platforms", [], s => s.Became?.PooledPlatforms ?? [])
        .Word<TaskType>("task_type", s => s.Read is { } read ? read.TaskType : s.Became?.TaskType)
        .Text("task_note", s => s.Became?.TaskNote)
        .Word<ExperienceBand>("experience", s => s.Became?.Experience)
        .Text("country", s => s.Became?.Country)
        .Text("region", s => s.Became?.Region)
        .Word<FigureKind>("kind", s => s.Read is { } read ? read.Kind : s.Became?.Kind)
        .Word<EvidenceTier>("tier", s => s.Read is { } read ? read.Tier : s.Became?.Tier)
        .Word<StatementTopic>("topic", s => s.Told?.Topic)
        .Text("value", s => s.Told?.Value)
        .Several("countries", [], s => s.Told?.Countries ?? [])
        .Text("quote", s => Quoted(s.Read?.Quote ?? s.Told?.Quote))
        .Text("quote_language", s => s.Read is { } read ? read.Language : s.Told?.QuoteLanguage)
        .Text("told_en", s => s.Told?.English)
        .Text("told_id", s => s.Told?.Indonesian)
        .Text("source_title", s => s.Read?.PageTitle ?? s.Told?.SourceTitle ?? s.Cited?.Title)
        .Text("source_address", s => s.Read?.PageAddress ?? s.Told?.SourceAddress ?? s.Cited?.Address)
        .Text("source_part", s => s.Told?.SourcePart ?? s.Cited?.Part)
        .Date("published", s => s.Read is { } read ? read.Published : s.Told is { } told ? told.Published : s.Cited?.Published)
        .Date("seen", s => s.Read is { } read ? read.Fetched : s.Told is { } told ? told.Seen : s.Cited?.Seen)
        .Number("amount_min", s => s.Read is { } read ? read.AmountMin : s.Became?.AmountMin, "the currency, for the pay unit")
        .Number("amount_max", s => s.Read is { } read ? read.AmountMax : s.Became?.AmountMax, "the currency, for the pay unit")
        .Word<Bound>("bound", s => s.Read is { } read ? read.Bound : s.Became?.Bound)
        .Text("currency", s => s.Read is { } read ? read.Currency : s.Became?.Currency)
        .Word<PayUnit>("unit", s => s.Read is { } read ? read.Unit : s.Became?.Unit)
        .Word<ObservationStatus>("status", s => s.Read is { } read ? read.Status : s.Became is null ? null : ObservationStatus.Accepted)
        .Word<AcceptanceReason>("reason", s => s.Read?.Reason)
        .Text("story", s => s.Read?.ObservationId ?? s.Became?.Id)
        .Integer("tellings", s => s.Became?.Witnesses.Count)
        .Integer("conflict", s => s.Told is { } told ? told.Conflict : s.Became?.Conflict)
        .Word<Statistic>("statistic", s => s.Became?.Statistic)
        .Word<PayBasis>("basis", s => s.Became?.Basis)
        .Date("month", s => s.Became?.Month)
        .Integer("year_from", s => s.Became?.YearFrom)
        .Integer("year_to", s => s.Became?.YearTo)
        .Number("hours", s => s.Became?.Hours, "h")
        .Integer("workers", s => s.Became?.Workers)
        .Integer("observations", s => s.Became?.Observations)
        .Number("paid_only_low", s => s.Became?.PaidOnly?.Low, DatasetTables.PerHour, blank: "paid_only_blank")
        .Number("paid_only", s => s.Became?.PaidOnly?.Typical, DatasetTables.PerHour, blank: "paid_only_blank")
        .Number("paid_only_high", s => s.Became?.PaidOnly?.High, DatasetTables.PerHour, blank: "paid_only_blank")
        .OneOf("paid_only_blank", Gaps, s => Why(s, s.Became?.PaidOnly, s.Became?.PaidOnlyGap))
        .Number("all_in_low", s => s.Became?.AllIn?.Low, DatasetTables.PerHour, blank: "all_in_blank")
        .Number("all_in", s => s.Became?.AllIn?.Typical, DatasetTables.PerHour, blank: "all_in_blank")
        .Number("all_in_high", s => s.Became?.AllIn?.High, DatasetTables.PerHour, blank: "all_in_blank")
        .OneOf("all_in_blank", Gaps, s => Why(s, s.Became?.AllIn, s.Became?.AllInGap))
        .Boolean("all_in_imputed", s => s.Became?.AllInImputed)
        .Number("per_task", s => s.Became?.PerTask?.Typical, "USD/task")
        .Number("p10", s => Quantile(s, 0), DatasetTables.PerHour)
        .Number("p25", s => Quantile(s, 1), DatasetTables.PerHour)
        .Number("median", s => Quantile(s, 2), DatasetTables.PerHour)
        .Number("p75", s => Quantile(s, 3), DatasetTables.PerHour)
        .Number("p90", s => Quantile(s, 4), DatasetTables.PerHour)
        .Date("exchange_rate_month", s => s.Became?.RateMonth)
        .Text("note", s => s.Became?.Note ?? s.Told?.Finding);

    /// <summary>The first words of a quote, and a mark where it is cut.</summary>
    internal static string? Quoted(string? quote)
    {
        if (quote is null)
            return null;
        var words = quote.Split([' ', '\t', '\r', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords ? quote : string.Join(' ', words[..MostWords]) + " …";
    }

    private static IEnumerable<Said> All(Release release)
    {
        var figures = release.Figures.ToDictionary(f => f.Id);
        foreach (var claim in release.Claims)
            yield return new(Claim, claim.Id) { Read = claim, Became = claim.ObservationId is { } story ? figures.GetValueOrDefault(story) : null };
        foreach (var figure in release.Figures.Where(f => f.Origin == OriginKind.Figure))
            yield return new(Figure, figure.Id) { Became = figure };
        var times = new Dictionary<string, int>();
        foreach (var told in release.Statements)
        {
            var id = Storage.Key.Of(
                told.Platform, Term.Of(told.Topic), told.Quote ?? told.English ?? "", told.SourceAddress ?? told.SourceTitle, string.Join(' ', told.Countries), told.Value ?? "", told.Method ?? "")[..16];
            // A page may say the same twice.
            times[id] = times.GetValueOrDefault(id) + 1;
            yield return new(Statement, times[id] == 1 ? id : $"{id}-{times[id]}") { Told = told };
        }
    }

    private static string? Why(Said said, RateRange? rate, HourlyGap? gap) => rate is not null ? null
        : said.Record == Statement ? NotOfPay : said.Became is null ? NotAccepted : Term.Of(gap ?? HourlyGap.HoursNotStated);

    private static decimal? Quantile(Said said, int place) => said.Became?.Quantiles?[place] is { } value ? Math.Round(value, 4) : null;
}
