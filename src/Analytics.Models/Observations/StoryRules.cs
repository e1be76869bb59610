using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Models.Claims;
using Analytics.Models.Evidence;
using Analytics.Models.Money;

namespace Analytics.Models.Observations;

/// <summary>
/// Tells which claims are one story. Whoever is named stands first; a part of a name joins the one full name it fits; a telling that names
/// nobody joins the one story that has its platform, period and amount, if the amount is large enough to give the person away or the page has
/// told another part of that person's story. What fits several stories joins none. The order in which claims come does not matter.
/// </summary>
/// <param name="rates">Exchange rates by month, to know an amount that was told in another currency.</param>
public sealed partial class StoryRules(ExchangeRates rates)
{
    /// <summary>How far two amounts of one story may be apart: rounded in one currency, converted and rounded in two.</summary>
    private const decimal Rounding = 1.02m, Conversion = 1.07m;

    private static readonly FrozenSet<string> BeforePlaces =
        FrozenSet.Create("in", "from", "at", "on", "via", "since", "of", "di", "dari", "lewat", "melalui", "pada", "sejak", "bulan");

    /// <summary>A total, in USD, that two workers of one platform hardly share.</summary>
    private const decimal GivesAway = 1_000m;

    /// <summary>The stories in <paramref name="tellings"/>, in the order of their keys.</summary>
    public IReadOnlyList<Story> Gather(IEnumerable<Telling> tellings) =>
        [.. tellings.GroupBy(PlatformOf).SelectMany(OfPlatform).OrderBy(s => s.Key, StringComparer.Ordinal)];

    private IEnumerable<Story> OfPlatform(IEnumerable<Telling> tellings)
    {
        var all = tellings.OrderBy(t => t.When).ThenBy(t => t.Address, StringComparer.Ordinal)
            .ThenBy(t => t.Claim.Place.Block).ThenBy(t => t.Claim.Place.Start).ThenBy(t => t.Id, StringComparer.Ordinal).ToList();
        // Whole names before parts, and amounts as earned before amounts converted; nameless ones last.
        var named = all.Where(t => Person.IsNamed(t.Claim.Person)).OrderByDescending(t => Person.Folded(t.Claim.Person!).Split(' ').Length).ThenByDescending(t => t.Claim.Currency == "USD").ToList();
        var kept = new Dictionary<string, List<Telling>>(StringComparer.Ordinal);
        foreach (var telling in named)
            Join(kept, telling, Fitting(kept.Values, telling, s => Person.Fits(s[0].Claim.Person!, telling.Claim.Person!)));
        var people = kept.Values.ToList();
        var nameless = all.Where(t => !Person.IsNamed(t.Claim.Person)).ToList();
        var whoOnPage = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var telling in nameless.Where(IsTelling))
        {
            if (Fitting(people, telling, s => !NamesAnother(telling.Claim.Sentence, s[0].Claim.Person!)) is [var only])
                whoOnPage.TryAdd(telling.Address, Person.Folded(only[0].Claim.Person!));
        }

        foreach (var telling in nameless)
        {
            var who = whoOnPage.GetValueOrDefault(telling.Address);
            Join(kept, telling, who is null || telling.Claim.Kind.Coarse() != CoarseKind.Achieved ? [] : Fitting(people, telling, s => Person.Folded(s[0].Claim.Person!) == who));
        }

        var order = all.Index().ToDictionary(t => t.Item.Id, t => t.Index, StringComparer.Ordinal);
        return kept.Select(s => new Story(s.Key, [.. s.Value.OrderBy(t => order[t.Id])]));
    }

    private static void Join(Dictionary<string, List<Telling>> stories, Telling telling, List<List<Telling>> fitting)
    {
        if (fitting is [var only])
            only.Add(telling);
        else if (stories.TryGetValue(KeyOf(telling.Claim), out var same))
            same.Add(telling);
        else
            stories[KeyOf(telling.Claim)] = [telling];
    }

    /// <summary>The stories that a telling may belong to: of the same unit, period and amount as their first.</summary>
    private List<List<Telling>> Fitting(IEnumerable<List<Telling>> stories, Telling telling, Func<List<Telling>, bool> who) =>
        [.. stories.Where(s => s[0].Claim.Unit == telling.Claim.Unit && who(s) && SamePeriod(s[0], telling) && SameAmount(s[0], telling))];

    // A case that a page tells of somebody; what a worker says in a forum is that worker's own.
    private bool IsTelling(Telling telling) =>
        telling.Claim is { Kind: FigureKind.WorkerCase, Unit: PayUnit.Total } && PlatformOf(telling) is not null && Usd(telling) is >= GivesAway;

    /// <summary>
    /// Whether the sentence has a capitalised word that is no part of the name, where a person may stand: not its first word, nor after a
    /// word of place, time or source. A sentence that has a part of the name speaks of that person.
    /// </summary>
    private static bool NamesAnother(string sentence, string person)
    {
        var words = Word().Matches(sentence).Select(m => m.Value).ToList();
        var parts = Person.Folded(person).Split(' ');
        return !words.Exists(w => parts.Contains(Person.Folded(w)))
            && words.Index().Skip(1).Any(w => char.IsUpper(w.Item[0]) && w.Item.Any(char.IsLower) && !BeforePlaces.Contains(Person.Folded(words[w.Index - 1])));
    }

    private bool SameAmount(Telling a, Telling b)
    {
        var (x, y) = (a.Claim, b.Claim);
        if (x.Currency == y.Currency)
            return (x.AmountMin, x.AmountMax) == (y.AmountMin, y.AmountMax)
                || ((IsRounded(x) || IsRounded(y)) && IsNear(x.AmountMin, y.AmountMin, Rounding) && IsNear(x.AmountMax, y.AmountMax, Rounding));
        return x.AmountMin == x.AmountMax && y.AmountMin == y.AmountMax && Usd(a) is { } one && Usd(b) is { } other && IsNear(one, other, Conversion);
    }

    private decimal? Usd(Telling telling) => rates.ToUsd(telling.Claim.AmountMax, telling.Claim.Currency, telling.When)?.Usd;

    private static bool IsRounded(Claim claim) => claim.Bound is Bound.About or Bound.Almost;

    private static bool IsNear(decimal a, decimal b, decimal factor) => Math.Max(a, b) <= Math.Min(a, b) * factor;

    private static bool SamePeriod(Telling a, Telling b)
    {
        var (x, y) = (Years(a.Claim), Years(b.Claim));
        return (a.Claim.PeriodMonths is null || b.Claim.PeriodMonths is null || a.Claim.PeriodMonths == b.Claim.PeriodMonths)
            && ((x.Count == 0 && y.Count == 0) || YearsOf(x, a.When).Overlaps(YearsOf(y, b.When)));
    }

    // What names no year is of the year it was told in, or of the one before.
    private static HashSet<string> YearsOf(HashSet<string> named, DateOnly told) =>
        named.Count > 0 ? named : [.. new[] { told.Year, told.Year - 1 }.Select(y => y.ToString(CultureInfo.InvariantCulture))];

    private static HashSet<string> Years(Claim claim) => [.. Year().Matches(claim.Sentence).Select(m => m.Value)];

    private static string? PlatformOf(Telling telling) => telling.Claim.Platform ?? telling.Claim.PlatformName;

    private static string KeyOf(Claim claim) => Storage.Key.Of(
        Person.IsNamed(claim.Person) ? Person.Folded(claim.Person!) : SentenceKey(claim),
        claim.Platform ?? claim.PlatformName,
        claim.AmountMin.ToString("G29", CultureInfo.InvariantCulture),
        claim.AmountMax.ToString("G29", CultureInfo.InvariantCulture),
        claim.Currency,
        Term.Of(claim.Unit),
        claim.PeriodMonths?.ToString("G29", CultureInfo.InvariantCulture),
        string.Join(' ', Years(claim).Order(StringComparer.Ordinal)));

    // "$15 per hour" stands under many headings: the sentence alone does not say that two are the same.
    private static string SentenceKey(Claim claim) => Storage.Key.Of(
        Quotes.Folded(claim.Sentence),
        claim.TaskType is { } task ? Term.Of(task) : null,
        claim.ExperienceBand is { } band ? Term.Of(band) : null,
        claim.Country);

    [GeneratedRegex(@"[\p{L}\p{N}'’-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b20[0-3]\d\b")]
    private static partial Regex Year();
}
