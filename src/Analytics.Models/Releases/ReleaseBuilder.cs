using Analytics.Models.Claims;
using Analytics.Models.Estimates;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Rollups;

namespace Analytics.Models.Releases;

/// <summary>All that a release is made from.</summary>
public sealed record ReleaseInput
{
    public required Catalogue Catalogue { get; init; }

    /// <summary>Observations that do not come from reports, of every status.</summary>
    public required IReadOnlyList<Observation> Observations { get; init; }

    /// <summary>Their hourly rates.</summary>
    public required IReadOnlyList<HourlyRate> Rates { get; init; }

    /// <summary>Claims that tell each observation, by its id, the original first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Witnesses { get; init; }

    public required IReadOnlyList<KeptClaim> Claims { get; init; }
    public required IReadOnlyList<KeptStatement> Statements { get; init; }
    public required IReadOnlyList<KeptCheck> Checks { get; init; }
    public required IReadOnlyList<Rollup> Rollups { get; init; }
    public required IReadOnlyList<Estimate> Estimates { get; init; }
    public required IReadOnlyList<AdvertGap> AdvertGaps { get; init; }
    public required IReadOnlyList<ModelCard> ModelCards { get; init; }
    public required IReadOnlyList<PersonalEstimate> Personal { get; init; }
    public required IReadOnlyList<WorkHours> WorkHours { get; init; }
    public required ExchangeRates ExchangeRates { get; init; }
    public required MinimumWages MinimumWages { get; init; }

    /// <summary>What becomes of everything that is made of reports.</summary>
    public required ReportVerdicts Verdicts { get; init; }

    /// <summary>The rows of quarters that are closed and have not been published.</summary>
    public IReadOnlyList<QuarterOfReports> ClosedQuarters { get; init; } = [];

    /// <summary>The quarters that earlier releases published.</summary>
    public IReadOnlyList<ReportQuarterRow> PublishedQuarters { get; init; } = [];

    public required bool Simulated { get; init; }
}

/// <summary>Puts a release together. Values in, values out: the same input makes the same bytes.</summary>
public static class ReleaseBuilder
{
    /// <summary>The release; its number and date are given when it is published.</summary>
    public static Release Build(ReleaseInput input)
    {
        var figures = PayConflicts.Of(Figures(input));
        return new()
        {
            Head = new("", 0, default, input.Simulated),
            Platforms = [.. input.Catalogue.Platforms.OrderBy(p => p.Slug, StringComparer.Ordinal).Select(p =>
                new PlatformRow(p.Slug, p.Name, p.Aliases, p.Home.ToString(), Term.Of(p.Group), p.TaskTypes, p.Country))],
            Figures = figures,
            Claims = Claims(input),
            Statements = StatementFacts.Of([.. CatalogueStatements(input.Catalogue), .. PageStatements(input.Statements)]),
            Cells = Cells(input, figures),
            Checks = Checks(input),
            AdvertGaps = input.Verdicts.AdvertGaps([.. input.AdvertGaps.Select(ModelCardRows.Of)]),
            ModelCards = input.Verdicts.ModelCards(input.ModelCards.Select(ModelCardRows.Of)),
            Personal = input.Verdicts.Personal(input.Personal.Select(PersonalRows.Of)),
            WorkHours = WorkHours(input),
            Reports = [.. input.ClosedQuarters.SelectMany(q => q.Rows)],
            ReportQuarters = [.. input.PublishedQuarters.Concat(input.ClosedQuarters.Select(q => q.Quarter)).OrderBy(q => q.Quarter)],
            ExchangeRates = ExchangeRates(input, figures),
            MinimumWages = [.. input.MinimumWages.All.Select(w => new MinimumWageRow(
                w.Country, w.Region, w.Amount, w.Currency, w.Unit, w.HoursPerWeek, w.Effective, w.Source.Title, w.Source.Address?.ToString()))],
        };
    }

    private static List<FigureRow> Figures(ReleaseInput input)
    {
        var rates = input.Rates.ToDictionary(r => r.ObservationId);
        var published = input.Catalogue.Figures.ToDictionary(f => f.Id);
        var claims = input.Claims.ToDictionary(c => c.Id);
        // A story whose page has been read anew waits until accept has looked at it again.
        IReadOnlyList<KeptClaim> Tellings(Observation o) =>
            [.. input.Witnesses.GetValueOrDefault(o.Id, []).Select(claims.GetValueOrDefault).OfType<KeptClaim>()];
        bool HasSource(Observation o) => o.OriginKind == OriginKind.Figure ? published.ContainsKey(o.Origin) : Tellings(o).Count > 0;
        return [.. input.Observations
            .Where(o => o.Status == ObservationStatus.Accepted && rates.ContainsKey(o.Id) && HasSource(o))
            .OrderBy(o => o.Id, StringComparer.Ordinal)
            .Select(o => o.OriginKind == OriginKind.Figure
                ? FigureRows.OfCatalogue(o, rates[o.Id], published[o.Origin])
                : FigureRows.OfStory(o, rates[o.Id], Tellings(o)))];
    }

    private static List<ClaimRow> Claims(ReleaseInput input)
    {
        var observations = input.Observations.ToDictionary(o => o.Id);
        var byClaim = ObservationOfClaim(input).Where(x => observations.ContainsKey(x.Value)).ToDictionary(x => x.Key, x => observations[x.Value]);
        return [.. input.Claims.Where(c => byClaim.ContainsKey(c.Id)).OrderBy(c => c.Address, StringComparer.Ordinal).ThenBy(c => c.Claim.Place.Block).ThenBy(c => c.Claim.Place.Start).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c =>
        {
            var (claim, became) = (c.Claim, byClaim[c.Id]);
            return new ClaimRow(c.Id, claim.Quote, claim.Sentence, claim.Place.Block, c.Title, c.Address, c.Published, c.Fetched, c.Language,
                claim.Kind, claim.Tier, claim.Platform, claim.PlatformRule, claim.TaskType, claim.TaskRule,
                claim.AmountMin, claim.AmountMax, claim.Bound, claim.Currency, claim.Unit, became.Status, became.Reason, became.Id);
        })];
    }

    private static IEnumerable<StatementRow> CatalogueStatements(Catalogue catalogue) =>
        from platform in catalogue.Platforms.OrderBy(p => p.Slug, StringComparer.Ordinal)
        from said in platform.Statements
        select new StatementRow
        {
            Platform = platform.Slug,
            Topic = said.Topic,
            English = said.English,
            Indonesian = said.Indonesian,
            Value = said.Value,
            Countries = said.Countries,
            SourceTitle = said.Source.Title,
            SourceAddress = said.Source.Address?.ToString(),
            SourcePart = said.Source.Part,
            Seen = said.Source.Seen!.Value,
            Finding = said.Finding,
        };

    private static IEnumerable<StatementRow> PageStatements(IReadOnlyList<KeptStatement> kept) =>
        from k in kept
            .Where(k => k.Statement.Platform is not null)
            .OrderBy(k => k.Statement.Platform, StringComparer.Ordinal).ThenBy(k => k.Address, StringComparer.Ordinal)
            .ThenBy(k => k.Statement.Place.Block).ThenBy(k => k.Statement.Place.Start).ThenBy(k => k.Id, StringComparer.Ordinal)
        select new StatementRow
        {
            Platform = k.Statement.Platform!,
            Topic = k.Statement.Topic,
            Quote = k.Statement.Quote,
            QuoteLanguage = k.Language,
            Value = k.Statement.Value,
            Method = k.Statement.Method,
            Countries = k.Statement.Countries,
            SourceTitle = k.Title,
            SourceAddress = k.Address,
            Published = k.Published,
            Seen = k.Fetched,
        };

    private static List<CellRow> Cells(ReleaseInput input, IReadOnlyList<FigureRow> figures)
    {
        var rollups = input.Rollups.ToDictionary(r => (r.Key, r.Measure));
        var estimates = input.Estimates.ToDictionary(e => (e.Key, e.Measure));
        var known = figures.Select(f => f.Id).ToHashSet();
        var told = rollups.Values.Select(r => (r.Cell, r.Measure)).Concat(estimates.Values.Where(e => e.Basis == EstimateBasis.Studies).Select(e => (e.Cell, e.Measure)));
        return [.. told.Concat(Emptied(input)).Distinct().Select(c => (Key: c.Cell.ToString(), c.Cell, c.Measure)).OrderBy(k => k.Key, StringComparer.Ordinal).ThenBy(k => k.Measure)
            .Select(k => CellRows.Of(
                rollups.GetValueOrDefault((k.Key, k.Measure)), estimates.GetValueOrDefault((k.Key, k.Measure)), known,
                input.Verdicts.Of(ReportVerdicts.TableOf(k.Measure), k.Key), input.Verdicts.LastRow(k.Cell, k.Measure)))];
    }

    // Cells that all have left, and whose row of before still stands.
    private static IEnumerable<(Cell Cell, PayMeasure Measure)> Emptied(ReleaseInput input) =>
        from row in input.Verdicts.LastRows
        where row.Contributors is not null && input.Verdicts.Of(ReportVerdicts.TableOf(row.Measure), row.Cell.ToString()).Kind == VerdictKind.Carried
        select (row.Cell, row.Measure);

    private static List<WorkHoursRow> WorkHours(ReleaseInput input)
    {
        var now = input.WorkHours.ToDictionary(h => h.Key);
        WorkHoursRow? Row(string key) => input.Verdicts.Of(ReportTable.WorkHours, key).Kind switch
        {
            VerdictKind.Fresh => now.TryGetValue(key, out var hours) ? PersonalRows.Of(hours) : null,
            VerdictKind.Carried => input.Verdicts.LastHours(key),
            _ => null,
        };
        return [.. input.Verdicts.KeysOf(ReportTable.WorkHours).Order(StringComparer.Ordinal).Select(Row).OfType<WorkHoursRow>()];
    }

    private static List<CheckRow> Checks(ReleaseInput input)
    {
        var pages = input.Claims.ToLookup(c => c.Address);
        var observationOf = ObservationOfClaim(input);
        return [.. input.Checks.OrderBy(k => k.Address, StringComparer.Ordinal).Select(k =>
        {
            var concerned = pages[k.Address].Where(c => c.Claim.Place == k.Check.Total.Place || c.Claim.Place == k.Check.Rate.Place);
            return new CheckRow(k.Address, k.Check.Total.Platform, k.Check.Total.Person,
                [.. concerned.Select(c => observationOf.GetValueOrDefault(c.Id)).OfType<string>().Distinct().Order(StringComparer.Ordinal)], k.Check);
        })];
    }

    private static Dictionary<string, string> ObservationOfClaim(ReleaseInput input) =>
        input.Witnesses.SelectMany(w => w.Value.Select(claim => (Claim: claim, Observation: w.Key))).ToDictionary(x => x.Claim, x => x.Observation);

    // The newest month of every currency for showing, and each month that a published figure was converted with.
    private static List<ExchangeRateRow> ExchangeRates(ReleaseInput input, IReadOnlyList<FigureRow> figures)
    {
        var newest = input.ExchangeRates.Currencies.Select(c => input.ExchangeRates.Find(c, DateOnly.MaxValue));
        var used = figures.Where(f => f.Currency != "USD").Select(f => input.ExchangeRates.Find(f.Currency, f.RateMonth));
        return [.. newest.Concat(used).OfType<ExchangeRate>().Distinct()
            .OrderBy(r => r.Currency, StringComparer.Ordinal).ThenBy(r => r.Month)
            .Select(r => new ExchangeRateRow(r.Month, r.Currency, r.PerUsd, r.Source))];
    }
}
