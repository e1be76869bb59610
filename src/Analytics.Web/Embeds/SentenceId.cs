using System.Globalization;
using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Analytics.Web.Text;

namespace Analytics.Web.Embeds;

/// <summary>
/// The name of a sentence. It says all that the sentence is made from, so that nothing is kept of it: release, language, measure, platform, kind of work,
/// experience, country and quarter, joined by dots, <c>all</c> for what is not chosen: <c>{release}.en.paid-only.mturk.survey.all.ID.2026Q3</c>.
/// </summary>
/// <param name="Release">Id of the release.</param>
public readonly record struct SentenceId(string Release, SiteLanguage Language, PayMeasure Measure, Cell Cell)
{
    /// <summary>Characters of the longest id that is read.</summary>
    public const int Longest = 160;

    // A word and not a sign: mail programs and chats cut signs off the end of an address.
    private const string All = "all";

    /// <summary>Where the sentence is shown, within the site.</summary>
    public string Address => $"/e/{this}";

    /// <summary>Where a program asks how its figure stands.</summary>
    public string StatusAddress => Address + "/status.json";

    /// <summary>The id written as <paramref name="text"/>; null where it is none, or not written exactly as we write it. Whether there is such a sentence is another question.</summary>
    public static SentenceId? Find(string? text)
    {
        if (text is not { Length: <= Longest }
            || text.Split('.') is not [{ Length: > 0 } release, var code, var measure, { Length: > 0 } platform, var task, var experience, var country, var quarter]
            || !release.All(char.IsAsciiLetterOrDigit)
            || !platform.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            || SiteLanguage.Find(code) is not { } language
            || Term.Find<PayMeasure>(measure) is not { } counted)
        {
            return null;
        }

        var cell = new Cell(
            platform == All ? null : platform, Term.Find<TaskType>(task), Term.Find<ExperienceBand>(experience), Countries.Find(country)?.Code, QuarterOf(quarter));
        var id = new SentenceId(release, language, counted, cell);
        // What was not understood has become "all", which is not what was written; and another case would be a second address.
        return id.ToString() == text ? id : null;
    }

    public override string ToString() => string.Join('.',
        Release,
        Language.Code,
        Term.Of(Measure),
        Cell.Platform ?? All,
        Cell.TaskType is { } task ? Term.Of(task) : All,
        Cell.Experience is { } band ? Term.Of(band) : All,
        Cell.Country ?? All,
        Cell.Quarter is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}Q{(day.Month + 2) / 3}") : All);

    private static DateOnly? QuarterOf(string text) =>
        text is [_, _, _, _, 'Q', >= '1' and <= '4' and var quarter] && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? new DateOnly(year, ((quarter - '1') * 3) + 1, 1)
            : null;
}
