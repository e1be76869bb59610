namespace Analytics.Ingest.Pages;

/// <summary>Whether a page says of itself that it is a thread, or that it is an article.</summary>
internal static class ThreadSigns
{
    private static readonly string[] ThreadPaths = ["/forum", "/thread", "/t/", "/questions/", "/comments/", "viewtopic", "showthread", "/discussion"];

    /// <summary>By its metadata: that is certain.</summary>
    public static bool Declared(PageNode root, StructuredData data) =>
        data.Has("DiscussionForumPosting", "QAPage")
        || root.Elements().Any(e => e.Attribute("itemtype") is { } type && type.Split('/')[^1] is "DiscussionForumPosting" or "QAPage" or "Answer")
            && !data.Has("FAQPage");

    /// <summary>
    /// By its address or the names around its posts: good enough where nothing says it is an article. What is called comments may be a
    /// "comment thread" under an article.
    /// </summary>
    public static bool Likely(List<PageNode> posts, bool areComments, Uri? address) =>
        (address is not null && ThreadPaths.Any(p => address.PathAndQuery.Contains(p, StringComparison.OrdinalIgnoreCase)))
        || !areComments && posts[0].Ancestors().Prepend(posts[0]).Any(e => e.Marks.IsThread);

    /// <param name="root">The page's body.</param>
    /// <param name="data">Its JSON-LD.</param>
    /// <param name="saysArticle">Whether its metadata says so.</param>
    public static bool IsArticle(PageNode root, StructuredData data, bool saysArticle) =>
        saysArticle || data.Has("Article", "NewsArticle", "BlogPosting", "TechArticle", "JobPosting")
        || root.Elements().Any(e => e.Attribute("itemprop") == "articleBody");
}
