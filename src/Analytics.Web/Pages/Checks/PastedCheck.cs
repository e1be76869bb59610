using Analytics.Models.Claims;
using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Models.Sources;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Checks;

/// <summary>All that is known of a pasted text.</summary>
/// <param name="Claims">In the order of the text.</param>
/// <param name="Sums">Its own totals against its own rates and working times.</param>
/// <param name="PassedOver">Amounts that were seen and are no pay for work.</param>
/// <param name="Assumed">Whether its amount is taken for pay only because it was pasted here.</param>
public sealed record PastedCheck(IReadOnlyList<ClaimCheck> Claims, IReadOnlyList<PlausibilityCheck> Sums, IReadOnlyList<PassedOverFigure> PassedOver, bool Assumed)
{
    /// <summary>Claims of one text that are checked.</summary>
    public const int MostClaims = 10;

    /// <summary>Claims that were read and are not checked, being too many.</summary>
    public int Left { get; init; }

    /// <summary>Checks what was read of a text, at the exchange rates of <paramref name="today"/>.</summary>
    public static PastedCheck Of(ShownRelease release, PastedReading pasted, DateOnly today)
    {
        var reading = pasted.Reading;
        return new(
            [.. reading.Claims.Take(MostClaims).Select(c => ClaimCheck.Of(release, c, reading.Statements, today))],
            [.. ClaimPlausibility.Check(reading).Take(MostClaims)], reading.PassedOver, pasted.Assumed)
        { Left = Math.Max(0, reading.Claims.Count - MostClaims) };
    }
}

/// <summary>What the release has of a collected page.</summary>
/// <param name="Title">As the page states it.</param>
/// <param name="Address">As it is kept.</param>
/// <param name="Seen">When it was last fetched.</param>
public sealed record CollectedPage(
    string Title, string Address, DateOnly Seen, string? Language, IReadOnlyList<(ClaimCheck Check, ClaimRow Row)> Claims, IReadOnlyList<StatementRow> Statements, IReadOnlyList<CheckRow> Sums)
{
    /// <summary>The page at <paramref name="spelt"/>, however its scheme, "www." and last slash are written; null where the release has nothing of it.</summary>
    public static CollectedPage? Find(ShownRelease release, string spelt)
    {
        var folded = ReaderAddress.Folded(spelt);
        bool IsHere(string? address) => address is not null && ReaderAddress.Folded(address) == folded;
        var claims = release.Release.Claims.Where(c => IsHere(c.PageAddress)).ToList();
        var statements = release.Release.Statements.Where(s => s.Quote is not null && IsHere(s.SourceAddress)).ToList();
        if (claims.Count == 0 && statements.Count == 0)
            return null;
        return new(
            claims.FirstOrDefault()?.PageTitle ?? statements[0].SourceTitle, claims.FirstOrDefault()?.PageAddress ?? statements[0].SourceAddress!,
            claims.Select(c => c.Fetched).Concat(statements.Select(s => s.Seen)).Max(), claims.FirstOrDefault()?.Language ?? statements.FirstOrDefault()?.QuoteLanguage,
            [.. claims.OrderBy(c => c.Block).Select(c => (Check(release, c), c))], statements, [.. release.Release.Checks.Where(c => IsHere(c.PageAddress))]);
    }

    private static ClaimCheck Check(ShownRelease release, ClaimRow row)
    {
        var figure = row.ObservationId is { } id ? release.Figure(id) : null;
        var claim = new Claim
        {
            Quote = row.Quote,
            Sentence = row.Sentence,
            Place = new(row.Block, 0, row.Quote.Length),
            Kind = row.Kind,
            Tier = row.Tier,
            AmountMin = row.AmountMin,
            AmountMax = row.AmountMax,
            Bound = row.Bound,
            Currency = row.Currency,
            Unit = row.Unit,
            Platform = row.Platform,
            PlatformName = row.Platform is { } slug ? release.Release.Platform(slug)?.Name ?? slug : null,
            TaskType = row.TaskType,
            Tasks = figure?.Tasks,
            TasksBound = figure?.TasksBound ?? Bound.Exact,
            Hours = figure?.Hours,
            PeriodMonths = figure?.PeriodMonths,
            Country = figure?.Country,
            Person = figure?.Person,
        };
        return ClaimCheck.Of(release, claim, [], figure?.RateMonth ?? row.Published ?? row.Fetched, figure?.Id);
    }
}
