using Analytics.Web.Text;

namespace Analytics.Web.Http;

/// <summary>Answers of machine forms to an address that asks for what is not there: problem details (RFC 9457).</summary>
internal static class QueryFaults
{
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
}
