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

    /// <summary>Slug of the platform whose page an address of the site is of; null for other pages.</summary>
    public static string? PlatformOf(this ShownRelease release, string? page) =>
        page?.Split('/', '#') is ["", "platforms", var slug, ..] && release.Release.Platform(slug) is not null ? slug : null;

    /// <summary>What came of a case, in a few words: "Error corrected: Upwork", "Error corrected: /data".</summary>
    public static string Title(this SiteText text, PublishedCorrection one, ShownRelease release)
    {
        var slug = one.Platform ?? release.PlatformOf(one.Page);
        var about = slug is null ? one.Page?.Split('#')[0] : release.Release.Platform(slug)?.Name ?? slug;
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
