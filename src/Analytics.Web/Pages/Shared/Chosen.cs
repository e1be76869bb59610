using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Web.Http;

namespace Analytics.Web.Pages.Shared;

/// <summary>Reads what a reader chose off an address. A value that is not known is a fault, never passed over: one sentence by name.</summary>
internal static class Chosen
{
    /// <summary>The word of a list of ours; null where none is chosen, or one that is not known.</summary>
    public static T? Term<T>(IQueryCollection query, string name, IDictionary<string, string> faults) where T : struct, Enum
    {
        var chosen = Asked.Chosen(query, name);
        var found = Models.Term.Find<T>(chosen);
        if (chosen is not null && found is null)
            faults[name] = QueryFaults.NotOneOf(name, chosen, Enum.GetValues<T>().Select(Models.Term.Of));
        return found;
    }

    /// <summary>The words of a list of ours, each once, in the list's order: the name may stand several times.</summary>
    public static IReadOnlyList<T> Terms<T>(IQueryCollection query, string name, IDictionary<string, string> faults) where T : struct, Enum
    {
        var terms = new SortedSet<T>();
        foreach (var chosen in Several(query, name))
        {
            if (Models.Term.Find<T>(chosen) is { } term)
                terms.Add(term);
            else
                faults[name] = QueryFaults.NotOneOf(name, chosen, Enum.GetValues<T>().Select(Models.Term.Of));
        }

        return [.. terms];
    }

    /// <summary>Slugs of platforms, each once, in order.</summary>
    public static IReadOnlyList<string> Platforms(IQueryCollection query, Release release, IDictionary<string, string> faults)
    {
        var slugs = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var chosen in Several(query, "platform"))
        {
            if (release.Platform(chosen) is { } platform)
                slugs.Add(platform.Slug);
            else
                faults["platform"] = $"'{chosen}' is not known; platform is the last part of a platform page's address, such as prolific.";
        }

        return [.. slugs];
    }

    /// <summary>The code of a country, in capitals.</summary>
    public static string? Country(IQueryCollection query, IDictionary<string, string> faults)
    {
        var country = Asked.Chosen(query, "country");
        if (country is not null && Countries.Find(country) is null)
            faults["country"] = $"'{country}' is not known; country is a two-letter code such as ID.";
        return country?.ToUpperInvariant();
    }

    private static IEnumerable<string> Several(IQueryCollection query, string name) => query[name].OfType<string>().Where(value => value.Length > 0);
}
