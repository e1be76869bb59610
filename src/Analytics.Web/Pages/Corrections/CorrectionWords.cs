using Analytics.Models;
using Analytics.Models.Corrections;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Corrections;

/// <summary>What is said of corrections in words, on pages and in the feed.</summary>
internal static class CorrectionWords
{
    /// <summary>The day of a moment (UTC).</summary>
    public static string Day(this SiteText text, DateTimeOffset at) => text.Figures.Date(DateOnly.FromDateTime(at.UtcDateTime));

    /// <summary>The public sentence in the reader's language.</summary>
    public static string? Own(this SiteText text, string? english, string? indonesian) => text.Language == SiteLanguage.Indonesian ? indonesian : english;

    /// <summary>What came of a case, in a few words: "Corrected: /platforms/mturk", "Reply: Upwork".</summary>
    public static string Title(this SiteText text, PublishedCorrection one, ShownRelease release)
    {
        var about = one.Platform is { } slug ? release.Release.Platform(slug)?.Name ?? slug : one.Page;
        return string.Join(": ", new[] { text[$"corrections.{Term.Of(one.Way)}.{Term.Of(one.State)}"], about }.OfType<string>());
    }

    /// <summary>From which release it was wrong and in which it is right; null where neither is known.</summary>
    public static string? Releases(this SiteText text, PublishedCorrection one)
    {
        string Named(int? number, string? id) => text.Fill("corrections.release", ("number", text.Figures.Number(number ?? 0)), ("id", id ?? ""));
        return one switch
        {
            { Since: { } since, In: { } right } => text.Fill("corrections.sinceIn", ("since", Named(since, one.SinceRelease)), ("in", Named(right, one.InRelease))),
            { Since: { } since } => text.Fill("corrections.since", ("since", Named(since, one.SinceRelease))),
            { In: { } right } => text.Fill("corrections.in", ("in", Named(right, one.InRelease))),
            _ => null,
        };
    }
}
