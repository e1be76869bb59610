using Analytics.Models;
using Analytics.Models.Platforms;
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

    /// <summary>The code of a country, in capitals.</summary>
    public static string? Country(IQueryCollection query, IDictionary<string, string> faults)
    {
        var country = Asked.Chosen(query, "country");
        if (country is not null && Countries.Find(country) is null)
            faults["country"] = $"'{country}' is not known; country is a two-letter code such as ID.";
        return country?.ToUpperInvariant();
    }
}
