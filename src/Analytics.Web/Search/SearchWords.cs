using System.Text.Json;

namespace Analytics.Web.Search;

/// <summary>What readers call things, from <c>Search/words.json</c>, of both languages together.</summary>
/// <param name="Noise">Words that say nothing of which page is meant.</param>
/// <param name="Tasks">Other names by the term of a task type.</param>
/// <param name="Countries">Other names by ISO 3166 code.</param>
/// <param name="Regions">Other names of provinces and states by the name that the minimum wages have.</param>
/// <param name="Payouts">Other names of ways of paying out, by the way as statements write it.</param>
/// <param name="Pages">Names of the site's own pages by their path.</param>
public sealed record SearchWords(
    IReadOnlyList<string> Noise,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Tasks,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Countries,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Regions,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Payouts,
    IReadOnlyDictionary<string, PageWords> Pages)
{
    private static readonly Lazy<SearchWords> File = new(Read);

    public static SearchWords Shipped => File.Value;

    private static SearchWords Read()
    {
        using var content = typeof(SearchWords).Assembly.GetManifestResourceStream("Search.words.json")!;
        return JsonSerializer.Deserialize<SearchWords>(content, JsonSerializerOptions.Web)!;
    }
}

/// <summary>The name of a page of the site in each language, and what else it is called.</summary>
/// <param name="Standfirst">Key of the sentence that says what the page is about; null for the site's own.</param>
public sealed record PageWords(string En, string Id, IReadOnlyList<string> Aliases, string? Standfirst);
