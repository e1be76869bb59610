namespace Analytics.Models.Claims;

/// <summary>
/// Which dollar a bare "$" is: the one the text names beside it, that of the workers or places told of, that of the publication's country,
/// or the US dollar.
/// </summary>
internal sealed class DollarRule
{
    private const int ReachOfWorker = 5;
    private const int BlocksBack = 3;

    private static readonly Dictionary<string, string> ByCountry = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AU"] = "AUD",
        ["CA"] = "CAD",
        ["NZ"] = "NZD",
        ["SG"] = "SGD",
        ["HK"] = "HKD",
    };

    private readonly ArticleView _article;
    private readonly string _ofArticle;
    private readonly bool _isSure;
    private (BlockView? View, string Dollar) _last;

    public DollarRule(ArticleView article)
    {
        _article = article;
        var named = article.Blocks.SelectMany(b => b.Cues).Select(h => h.Get(Cue.Currency)).OfType<Sense>().Select(s => s.Text!).ToHashSet(StringComparer.Ordinal);
        var isUs = named.Contains("USD");
        var only = isUs ? null : ByCountry.Values.Where(named.Contains).ToList() is [var one] ? one : null;
        (_ofArticle, _isSure) = (only ?? (article.Article.Country is { } country && ByCountry.TryGetValue(country, out var dollar) ? dollar : "USD"), isUs || only is not null);
    }

    /// <summary>The dollar of a block: its own workers' or places', its headings', that of the section before it, the title's, the article's.</summary>
    public string Of(BlockView view)
    {
        if (_isSure)
            return _ofArticle;
        if (_last.View != view)
            _last = (view, Told(view));
        return _last.Dollar;
    }

    private string Told(BlockView view)
    {
        if (Named(view, onlyWorkers: true) is { } own)
            return own;
        foreach (var frame in _article.Headings(view).Append(_article.Title).OfType<BlockView>())
        {
            if (Named(frame, onlyWorkers: false) is { } above)
                return above;
        }

        return _article.SectionBefore(view).Take(BlocksBack).Select(b => Named(b, onlyWorkers: true)).FirstOrDefault(d => d is not null) ?? _ofArticle;
    }

    /// <summary>"Canadian drivers", "drivers in Toronto": the dollar of the first country named; in a text, only beside words for workers or pay.</summary>
    private static string? Named(BlockView view, bool onlyWorkers)
    {
        foreach (var hit in view.Topics)
        {
            if (hit.Get(Cue.Country) is { } country
                && (!onlyWorkers || view.Any(hit.First - ReachOfWorker, hit.End + ReachOfWorker, Cue.Worker) || view.Any(hit.First - ReachOfWorker, hit.First, Cue.Earn)))
                return ByCountry.GetValueOrDefault(country.Text!) ?? (country.Text == "US" ? "USD" : null);
        }

        return null;
    }
}
