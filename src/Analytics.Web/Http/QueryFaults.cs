using Analytics.Web.Text;

namespace Analytics.Web.Http;

/// <summary>Answers of machine forms to an address that asks for what is not there: problem details (RFC 9457).</summary>
internal static class QueryFaults
{
    // Of one name: a list of all platforms has fewer.
    private const int MostValues = 200;

    // Of one value; of a text to be read there is a page.
    private const int LongestValue = 100;

    /// <summary>For a status that <see cref="Pages.Shared.Asked.ReadAsync"/> gave.</summary>
    public static IResult NotThere(int status, string? currency) => status switch
    {
        StatusCodes.Status400BadRequest => Refused(new Dictionary<string, string> { ["currency"] = $"'{currency}' is not known; currency is a three-letter code that the release has a rate for, such as IDR." }),
        StatusCodes.Status404NotFound => Results.Problem("There is no release of that id.", statusCode: status, title: "No such release"),
        _ => Results.Problem("There is no release yet; ask again in a minute.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "No release yet"),
    };

    /// <summary>The language that <c>lang=</c> names, English where it is absent; null for one that the site is not written in, which is a fault.</summary>
    public static SiteLanguage? Language(IQueryCollection query, IDictionary<string, string> faults)
    {
        var lang = Pages.Shared.Asked.Chosen(query, "lang") ?? SiteLanguage.English.Code;
        var language = SiteLanguage.Find(lang);
        if (language is null)
            faults["lang"] = NotOneOf("lang", lang, SiteLanguage.All.Select(l => l.Code));
        return language;
    }

    /// <summary>What is wrong with <paramref name="value"/>.</summary>
    public static string NotOneOf(string name, string value, IEnumerable<string> known) => $"'{value}' is not known; {name} is one of {string.Join(", ", known)}.";

    /// <summary>One sentence for each name.</summary>
    public static IResult Refused(IReadOnlyDictionary<string, string> faults) => Results.ValidationProblem(
        faults.ToDictionary(f => f.Key, f => new[] { f.Value }), title: "A value in the address is not known", detail: string.Join(" ", faults.Values));

    /// <summary>What is wrong with a query before its values are read: names that are not <paramref name="known"/>, and more or longer values than anybody has. Five faults at most.</summary>
    /// <param name="whose">What takes the names: <c>this chart</c>.</param>
    public static Dictionary<string, string> Unknown(IQueryCollection query, IReadOnlyList<string> known, string whose)
    {
        var faults = new Dictionary<string, string>();
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name))
                faults[Short(name)] = $"'{Short(name)}' is no name of {whose}; it takes {(known.Count > 0 ? string.Join(", ", known) : "none")}.";
            else if (values.Count > MostValues)
                faults[name] = $"{name} stands {values.Count} times; {MostValues} values are read at most.";
            else if (values.Any(value => value?.Length > LongestValue))
                faults[name] = $"A value of {name} is longer than {LongestValue} characters.";
            if (faults.Count == 5)
                break;
        }

        return faults;
    }

    /// <summary>The beginning of a text that is told again.</summary>
    public static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
