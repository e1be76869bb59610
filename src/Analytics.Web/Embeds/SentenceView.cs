using Analytics.Models;
using Analytics.Models.Corrections;
using Analytics.Web.Downloads;
using Analytics.Web.Pages.Corrections;
using Analytics.Web.Text;

namespace Analytics.Web.Embeds;

/// <summary>Something that the page of a sentence says of it, outside the unchanged sentence.</summary>
/// <param name="Strong">Whether the figure must not be relied on.</param>
public sealed record SentenceMark(string Title, string Explanation, bool Strong, string? Href = null, string? Link = null);

/// <summary>The page of a sentence (<c>SentencePage</c>), in the sentence's language. Everything on it is words by now.</summary>
/// <param name="Site">The site's own address: a page in a frame can only open others whole.</param>
public sealed record SentenceView(SiteText Text, string Site, string Title)
{
    /// <summary>The frozen sentence; null on the page that says that there is none.</summary>
    public string? Words { get; init; }

    /// <summary>"Release 3 (8c1f), 21 November 2026".</summary>
    public string? Release { get; init; }

    /// <summary>The page that the figure stands on, in its release.</summary>
    public string? Page { get; init; }

    public string? Canonical { get; init; }

    public string? StatusAddress { get; init; }

    public bool Simulated { get; init; }

    public IReadOnlyList<SentenceMark> Marks { get; init; } = [];

    public string Feed => Site + FeedFile.CorrectionsAddress(Text.Language);

    public static SentenceView Of(ShownSentence shown, string site)
    {
        var sentence = shown.Sentence;
        var text = SiteText.Of(sentence.Id.Language);
        var line = text.Fill("sentence.release", ("line", text.Fill("site.releaseLine",
            ("number", text.Figures.Number(sentence.Release.Number)), ("id", sentence.Release.Id), ("date", text.Day(sentence.Release.MadeAt)))));
        if (sentence.From is { } from && shown.Latest.NumberOf(from) is { } computed)
            line += $" ({text.Fill("cells.asOf", ("number", text.Figures.Number(computed)))})";
        return new(text, site, sentence.Title)
        {
            Words = sentence.Words,
            Release = line,
            Page = site + PageOf(sentence),
            Canonical = site + sentence.Id.Address,
            StatusAddress = site + sentence.Id.StatusAddress,
            Simulated = sentence.Release.Simulated,
            Marks = [.. MarksOf(text, shown, site)],
        };
    }

    /// <summary>The page that says why there is no sentence.</summary>
    /// <param name="fault"><c>malformed</c>, <c>missing</c> or <c>away</c>.</param>
    public static SentenceView Without(SiteText text, string fault, string site) =>
        new(text, site, text["sentence.none"]) { Marks = [new(text[$"sentence.{fault}.title"], text[$"sentence.{fault}.text"], Strong: true)] };

    /// <summary>The page that a sentence's figure stands on, as it was in the sentence's release.</summary>
    public static string PageOf(Sentence sentence) =>
        $"/{sentence.Id.Language.Code}{sentence.Pages[0]}?{(sentence.Pages[0].StartsWith("/platforms", StringComparison.Ordinal) ? "" : $"measure={Term.Of(sentence.Id.Measure)}&")}release={sentence.Release.Id}";

    private static IEnumerable<SentenceMark> MarksOf(SiteText text, ShownSentence shown, string site)
    {
        if (shown.Standing is not { } standing)
            yield return new(text["sentence.unchecked.title"], text["sentence.unchecked.text"], Strong: true);
        foreach (var one in shown.Standing?.Corrections ?? [])
            yield return Corrected(text, one, site);
        var (number, date) = (("number", text.Figures.Number(shown.Latest.Head.Number)), ("date", text.Day(shown.Latest.Head.MadeAt)));
        if (shown.Newest is not { } newest)
        {
            var why = text[shown.Blank is { } blank ? $"cells.suppressed.{blank}" : "sentence.withdrawn.gone"];
            yield return new(text["sentence.withdrawn.title"], text.Fill("sentence.withdrawn.text", number, date, ("why", why)), Strong: true);
        }
        else if (newest.Figure != shown.Sentence.Figure)
        {
            yield return new(text["sentence.superseded.title"], text.Fill("sentence.superseded.text", number, date, ("pay", newest.Pay), ("detail", newest.Detail)), Strong: false,
                site + newest.Id.Address, text["sentence.superseded.link"]);
        }
    }

    private static SentenceMark Corrected(SiteText text, PublishedCorrection one, string site)
    {
        var said = $"{text.Own(one.English, one.Indonesian)} {string.Join(": ", new[] { text.Day(one.ChangedAt), text.Releases(one) }.OfType<string>())}.";
        return new(text["sentence.corrected.title"], said, Strong: true, $"{site}/{text.Language.Code}/corrections#c-{one.Id}", text["sentence.corrected.link"]);
    }
}
