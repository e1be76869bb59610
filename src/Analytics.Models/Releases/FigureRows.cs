using Analytics.Models.Claims;
using Analytics.Models.Hourly;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;

namespace Analytics.Models.Releases;

/// <summary>Makes the published row of a figure, with everything that leads back to its source.</summary>
internal static class FigureRows
{
    /// <summary>The row of a catalogue figure.</summary>
    public static FigureRow OfCatalogue(Observation seen, HourlyRate rate, PublishedFigure figure) => Common(seen, rate, [
        new Witness(null, figure.Source.Title, figure.Source.Address?.ToString(), figure.Source.Part, null, null, null, figure.Source.Seen, null)]) with
    {
        Pool = figure.Pool,
        PooledPlatforms = figure.PooledPlatforms,
        TaskNote = figure.TaskNote,
        ExperienceNote = figure.ExperienceNote,
        Region = figure.Region,
        YearFrom = figure.YearFrom,
        YearTo = figure.YearTo,
        Observations = figure.Observations,
        Note = figure.Note,
        Quantiles = Quantiles(seen, rate),
    };

    /// <summary>The row of a story read from pages; the first telling is the original.</summary>
    public static FigureRow OfStory(Observation seen, HourlyRate rate, IReadOnlyList<KeptClaim> tellings)
    {
        var claim = tellings[0].Claim;
        return Common(seen, rate, [.. tellings.Select(t => new Witness(
            t.Id, t.Title, t.Address, null, t.Claim.Quote, t.Claim.Place.Block, t.Published, t.Fetched, t.Language))]) with
        {
            ExperienceNote = claim.Experience,
            PeriodMonths = claim.PeriodMonths,
            Person = claim.Person,
            DocumentSeenBy = claim.Witness,
        };
    }

    private static FigureRow Common(Observation seen, HourlyRate rate, IReadOnlyList<Witness> witnesses) => new()
    {
        Id = seen.Id,
        Origin = seen.OriginKind,
        Kind = seen.Kind,
        Tier = seen.Tier,
        Statistic = seen.Statistic,
        Basis = seen.Basis,
        Platform = seen.Platform,
        TaskType = seen.TaskType,
        Experience = seen.Experience,
        Country = seen.Country,
        Month = seen.Month,
        AmountMin = seen.AmountMin,
        AmountMax = seen.AmountMax,
        Bound = seen.Bound,
        Currency = seen.Currency,
        Unit = seen.Unit,
        Tasks = seen.Tasks,
        TasksBound = seen.TasksBound,
        Hours = seen.Hours,
        Workers = seen.Workers,
        PaidOnly = rate.PaidOnly,
        PaidOnlyGap = rate.PaidOnlyGap,
        AllIn = rate.AllIn,
        AllInGap = rate.AllInGap,
        AllInImputed = rate.AllInImputed,
        PerTask = rate.PerTask,
        RateMonth = rate.RateMonth,
        RateStale = rate.RateStale,
        Factors = rate.Factors,
        Witnesses = witnesses,
    };

    // An hourly distribution keeps its own quantiles, at the same exchange rate as the median.
    private static IReadOnlyList<decimal?>? Quantiles(Observation seen, HourlyRate rate)
    {
        var hourly = rate.PaidOnly ?? rate.AllIn;
        if (seen.Median is not > 0 || hourly is null)
            return null;
        var factor = hourly.Value.Typical / seen.Median.Value;
        return [seen.P10 * factor, seen.P25 * factor, seen.Median * factor, seen.P75 * factor, seen.P90 * factor];
    }
}
