namespace Analytics.Ingest.Pages;

/// <summary>Whether a page says of itself that it is a thread, or that it is an article.</summary>
internal static class ThreadSigns
{
    private static readonly string[] ThreadPaths = ["/forum", "/thread", "/t/", "/questions/", "/comments/", "viewtopic", "showthread", "/discussion"];

    /// <summary>By its metadata: that is certain.</summary>
    public static bool Declared(TellingElements told, StructuredData data) =>
        data.Has("DiscussionForumPosting", "QAPage")
        || told.Things.Exists(e => e.GetAttribute("itemtype")!.Split('/')[^1] is "DiscussionForumPosting" or "QAPage" or "Answer")
            && !data.Has("FAQPage");

    /// <summary>
    /// By its address or the names around its posts: good enough where nothing says it is an article. What is called comments may be a
    /// "comment thread" under an article.
    /// </summary>
    public static bool Likely(List<PageNode> posts, bool areComments, Uri? address) =>
        (address is not null && ThreadPaths.Any(p => address.PathAndQuery.Contains(p, StringComparison.OrdinalIgnoreCase)))
        || !areComments && posts[0].Ancestors().Prepend(posts[0]).Any(e => e.Marks.IsThread);

    /// <param name="told">The page's elements that say something of it.</param>
    /// <param name="data">Its JSON-LD.</param>
    /// <param name="saysArticle">Whether its metadata says so.</param>
    public static bool IsArticle(TellingElements told, StructuredData data, bool saysArticle) =>
        saysArticle || data.Has("Article", "NewsArticle", "BlogPosting", "TechArticle", "JobPosting")
        || told.Properties.Exists(e => e.GetAttribute("itemprop") == "articleBody");
}
