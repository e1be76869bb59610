using System.Collections.Frozen;

namespace Analytics.Ingest.Pages;

/// <summary>What HTML's elements are, as far as reading a page's text needs it.</summary>
internal static class Tags
{
    /// <summary>Elements that stand on lines of their own.</summary>
    public static readonly FrozenSet<string> Block = Set(
        "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
        + "header hgroup hr html legend li main nav ol p pre search section summary table tbody td tfoot th thead tr ul");

    /// <summary>Elements whose content is never part of the text.</summary>
    public static readonly FrozenSet<string> NeverText = Set(
        "script style noscript template iframe frame frameset object embed applet svg canvas video audio picture source map button input select textarea "
        + "option datalist dialog menu meter progress head link meta base title img amp-ad amp-embed amp-sidebar amp-consent amp-social-share "
        + "amp-user-notification amp-iframe amp-analytics amp-img amp-video amp-story-player");

    /// <summary>Level of a heading element, 0 for any other.</summary>
    public static int HeadingLevel(string name) => name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 0;

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
