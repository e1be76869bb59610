namespace Analytics.Models.Claims;

/// <summary>Which dollar a bare "$" is: the one the text names beside it, that of the publication's country, or the US dollar.</summary>
internal static class DollarRule
{
    private static readonly Dictionary<string, string> ByCountry = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AU"] = "AUD",
        ["CA"] = "CAD",
        ["NZ"] = "NZD",
        ["SG"] = "SGD",
        ["HK"] = "HKD",
    };

    public static string Of(ArticleView article)
    {
        var named = article.Blocks.SelectMany(b => b.Cues).Select(h => h.Get(Cue.Currency)).OfType<Sense>().Select(s => s.Text!).ToHashSet(StringComparer.Ordinal);
        if (!named.Contains("USD") && ByCountry.Values.Where(named.Contains).ToList() is [var only])
            return only;
        return article.Article.Country is { } country && ByCountry.TryGetValue(country, out var dollar) ? dollar : "USD";
    }
}
