using Analytics.Models.Releases;

namespace Analytics.Web.Pages.Reports;

/// <summary>Which platform somebody means by what they type.</summary>
internal static class PlatformNames
{
    /// <summary>What can be chosen from: every name, and every other spelling.</summary>
    public static IEnumerable<(string Written, string? Of)> All(Release release) =>
        release.Platforms.SelectMany(p => p.Aliases.Where(a => Folded(a) != Folded(p.Name)).Select(a => (a, (string?)p.Name)).Prepend((p.Name, null)));

    /// <summary>The slug of the platform of that name, spelling or address word; null where the catalogue knows none.</summary>
    public static string? Find(Release release, string typed)
    {
        var name = Folded(typed);
        return release.Platforms.FirstOrDefault(p => Folded(p.Name) == name || p.Slug == typed || p.Aliases.Any(a => Folded(a) == name))?.Slug;
    }

    private static string Folded(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
