using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Platforms;

/// <summary>All platforms by the sort of place they are, and the figures of several platforms together.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    public void OnGet()
    {
    }

    public IEnumerable<(string Group, IEnumerable<PlatformRow> Platforms)> Groups() =>
        from group_ in Enum.GetValues<PlatformGroup>()
        let word = Term.Of(group_)
        let members = Asked.Release.Release.Platforms.Where(p => p.Group == word).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ToList()
        where members.Count > 0
        select (Text["PlatformGroup." + word], (IEnumerable<PlatformRow>)members);

    /// <summary>"3 figures", or that none is known; and that the platform has closed.</summary>
    public string Known(PlatformRow platform)
    {
        var known = Asked.Release.FiguresOf(platform.Slug).Count() is > 0 and var n ? Text.Count("platforms.figures", n) : Text["platforms.noFigures"];
        return Asked.Release.ClosingOf(platform.Slug).Any() ? $"{known}, {Text["platform.closed"]}" : known;
    }

    public IEnumerable<(string Pool, IEnumerable<FigureEntry> Figures)> Pools() => Asked.Release.Pooled
        .GroupBy(f => Asked.Own(f.Pool) ?? Asked.Subject(f)).OrderBy(g => g.Key, StringComparer.OrdinalIgnoreCase)
        .Select(g => (g.Key, g.OrderBy(f => f.Kind).ThenBy(f => f.Id, StringComparer.Ordinal).Select(f => new FigureEntry(Asked, f, Nested: true))));
}
