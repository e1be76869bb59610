namespace Analytics.Models.Claims;

/// <summary>Which platform a statement is of: the one its clause or sentence names, that around it, or the one whose page it is.</summary>
internal sealed class StatementPlatform
{
    private const string ByPage = "page";
    private readonly PlatformTable _platforms;
    private readonly SubjectFinder _subjects;
    private readonly KnownPlatform? _ofPage;

    public StatementPlatform(ArticleView article, PlatformTable platforms)
    {
        (_platforms, _subjects) = (platforms, new(article, platforms));
        _ofPage = OfPage(article, platforms);
        IsNamed = _ofPage is not null || article.Title is { Platforms.Count: > 0 } || article.Blocks.Any(b => b.Platforms.Count > 0);
    }

    /// <summary>Whether the article names any platform.</summary>
    public bool IsNamed { get; }

    public (KnownPlatform Platform, string Rule)? Of(BlockView view, TokenSpan part, SentenceSpan sentence)
    {
        // A platform of the catalogue goes before the channel that told of it.
        var own = InCatalogue(view, part) ?? InCatalogue(view, new(sentence.First, sentence.End));
        return own is not null ? (own, "sentence") : _subjects.Platform(view, part.First, part.First) ?? (_ofPage is null ? null : (_ofPage, ByPage));
    }

    private KnownPlatform? InCatalogue(BlockView view, TokenSpan span) =>
        BlockView.Within(view.Platforms, span.First, span.End).Select(h => _platforms[h]).FirstOrDefault(p => p.Slug is not null);

    /// <summary>The platform that offers the page's job, whose name the site bears, or the only one of the catalogue that the page names.</summary>
    private static KnownPlatform? OfPage(ArticleView article, PlatformTable platforms)
    {
        if (article.Article.Offers.Select(o => o.Employer is null ? null : platforms.Called(o.Employer)).FirstOrDefault(p => p?.Slug is not null) is { } employer)
            return employer;
        if (article.Article.Site is { } site && platforms.Called(site) is { Slug: not null } own)
            return own;
        var named = article.Blocks.Append(article.Title).OfType<BlockView>().SelectMany(b => b.Platforms).Select(h => platforms[h]).Where(p => p.Slug is not null).Distinct().Take(2).ToList();
        return named is [var only] ? only : null;
    }
}
