using Analytics.Models.Corrections;

namespace Analytics.Web.Embeds;

/// <summary>Which published corrections touch what a release says: for sentences, and for charts of several pages. Values in, values out.</summary>
public static class TouchingCorrections
{
    /// <summary>
    /// The corrections of <paramref name="log"/>, in its order, that touch figures of a release.
    /// Only cases that put something right count. A case touches the releases from the first that had it wrong up to the one before the first that has it right;
    /// where the first is not known, all before; where the last is not, all after.
    /// </summary>
    /// <param name="release">Number of the release.</param>
    /// <param name="pages">Addresses after the language of the pages that show the figures (<c>/platforms/mturk</c>), and of the entries that they rest on (<c>/platforms/mturk#f-1a2b</c>).</param>
    public static IReadOnlyList<PublishedCorrection> CorrectionsOf(int release, IReadOnlyCollection<string> pages, IEnumerable<PublishedCorrection> log) =>
        [.. log.Where(one => one.State == CorrectionState.Corrected && IsWithin(one, release) && IsOn(one, pages))];

    private static bool IsWithin(PublishedCorrection one, int release) => (one.Since is not { } since || release >= since) && (one.In is not { } right || release < right);

    private static bool IsOn(PublishedCorrection one, IReadOnlyCollection<string> pages)
    {
        // The release that has it right is always named, the first that had it wrong only where the operator says so: then it is figures that were wrong.
        var named = one.Since is not null;
        // Of the whole site, or of no page.
        if (one.Page is null or "/")
            return named || (one.Page is not null && pages.Contains(one.Page));
        // A quote taken down was not wrong for that.
        if (one.Way == CorrectionWay.TakeDown && !named)
            return false;
        var place = one.Page.IndexOf('#', StringComparison.Ordinal);
        return IsElsewhere(one.Page.AsSpan(place + 1)) && place >= 0
            ? pages.Contains(one.Page, StringComparer.OrdinalIgnoreCase)
            : pages.Contains(place < 0 ? one.Page : one.Page[..place], StringComparer.OrdinalIgnoreCase);
    }

    // One figure's entry among many, or a fact beside pay: it says nothing of the other figures of the page.
    private static bool IsElsewhere(ReadOnlySpan<char> place) => place.StartsWith("f-", StringComparison.Ordinal) || place.StartsWith("fact-", StringComparison.Ordinal);
}
