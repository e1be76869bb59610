using Analytics.Models;
using Analytics.Models.Estimates;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Estimates;

/// <summary>What one word more makes of typical pay.</summary>
/// <param name="Word">As the model knows it: a slug, a country's code, a band.</param>
/// <param name="Times">Typical pay with it over typical pay without.</param>
/// <param name="Typical">USD an hour with it and all before it.</param>
public sealed record PayStep(PayFactor Factor, string Word, decimal Times, decimal Typical);

/// <summary>
/// What the release says of one person's hour: the row of the reader's words, how it came about from the row of the work alone, and what another word would make
/// of it. Everything is read off published rows: nothing is worked out that a reader cannot divide again.
/// </summary>
/// <param name="Row">The pay.</param>
/// <param name="Start">The pay of the work alone: any platform, experience and country.</param>
/// <param name="Steps">From <paramref name="Start"/> to <paramref name="Row"/>.</param>
/// <param name="NotMet">What was told and plays no part, because too few have reported the work with it.</param>
/// <param name="Changes">The word of each factor that would raise pay most, the largest change first.</param>
public sealed record PersonalPay(PersonalRow Row, PersonalRow Start, IReadOnlyList<PayStep> Steps, IReadOnlyList<PayFactor> NotMet, IReadOnlyList<PayStep> Changes)
{
    /// <summary>Null where the model says nothing of the work, or there is none.</summary>
    public static PersonalPay? Of(ShownRelease release, PayMeasure measure, EstimateChoice choice)
    {
        if (choice.Task is not { } work || release.FindPerson(new(measure, work, null, null, null)) is not { } start)
            return null;
        bool Met(Person told) => release.FindPerson(told) is not null;
        var alone = new Person(measure, work, null, null, null);
        // Nobody reports before the first month: who has not begun is held for one who just has.
        var experience = choice.Experience == ExperienceBand.NoneYet ? ExperienceBand.UnderOneMonth : choice.Experience;
        var person = new Person(measure, work,
            Met(alone with { Platform = choice.Platform }) ? choice.Platform : null,
            Met(alone with { Experience = experience }) ? experience : null,
            Met(alone with { Country = choice.Country }) ? choice.Country : null);
        PayFactor[] notMet =
        [
            .. person.Platform != choice.Platform ? [PayFactor.Platform] : Array.Empty<PayFactor>(),
            .. person.Experience != experience ? [PayFactor.Experience] : Array.Empty<PayFactor>(),
            .. person.Country != choice.Country ? [PayFactor.Country] : Array.Empty<PayFactor>(),
        ];
        var row = release.FindPerson(person)!;
        return new(row, start, StepsTo(release, person, start), notMet, ChangesOf(release, person, row));
    }

    private static List<PayStep> StepsTo(ShownRelease release, Person person, PersonalRow start)
    {
        var (steps, told, before) = (new List<PayStep>(), new Person(person.Measure, person.Work, null, null, null), start.Typical);
        void Step(PayFactor factor, string? word, Person with)
        {
            if (word is null)
                return;
            var after = release.FindPerson(told = with)!.Typical;
            steps.Add(new(factor, word, after / before, after));
            before = after;
        }

        Step(PayFactor.Country, person.Country, told with { Country = person.Country });
        Step(PayFactor.Platform, person.Platform, told with { Platform = person.Platform });
        Step(PayFactor.Experience, person.Experience is { } band ? Term.Of(band) : null, told with { Experience = person.Experience });
        return steps;
    }

    private static List<PayStep> ChangesOf(ShownRelease release, Person person, PersonalRow row)
    {
        var platforms = release.Release.Platforms.Where(p => p.Slug != person.Platform && IsWithin(release, p.Slug, person.Country)).Select(p => release.FindPerson(person with { Platform = p.Slug }));
        var later = Enum.GetValues<ExperienceBand>().Where(b => b > (person.Experience ?? 0)).Select(b => release.FindPerson(person with { Experience = b }));
        (PayFactor Factor, PersonalRow? Best, Func<PersonalRow, string> Word)[] best =
        [
            (PayFactor.Platform, Best(platforms.OfType<PersonalRow>()), p => p.Platform!),
            (PayFactor.Experience, Best(later.OfType<PersonalRow>()), p => Term.Of(p.Experience!.Value)),
            (PayFactor.TaskType, Best(OtherWork(release, person)), p => Term.Of(p.TaskType)),
        ];
        return [.. best.Where(b => b.Best?.Typical > row.Typical).Select(b => new PayStep(b.Factor, b.Word(b.Best!), b.Best!.Typical / row.Typical, b.Best.Typical)).OrderByDescending(c => c.Times)];
    }

    // Other work on the same platform, or anywhere where none was told: what is open to the reader next.
    private static IEnumerable<PersonalRow> OtherWork(ShownRelease release, Person person) =>
        Enum.GetValues<TaskType>().Where(t => t != person.Work).Select(t => release.FindPerson(person with { Work = t })).OfType<PersonalRow>();

    // No way out is a platform that has closed, or on which nobody is known to work from where the reader lives.
    private static bool IsWithin(ShownRelease release, string platform, string? country) =>
        !release.ClosingOf(platform).Any() && (country is null || release.CellOf(new(platform, null, null, country, null), PayMeasure.PaidOnly) is { Contributors: not null });

    private static PersonalRow? Best(IEnumerable<PersonalRow> rows) => rows.MaxBy(p => p.Typical);
}
