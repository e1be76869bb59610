namespace Analytics.Ingest.Pages;

/// <summary>Whether a page says of itself that it is a thread, or that it is an article.</summary>
internal static class ThreadSigns
{
    private static readonly string[] ThreadWords = ["forum", "thread", "threads", "topic", "viewtopic", "showthread", "phpbb", "vbulletin", "discourse", "poststream", "answers", "answer"];
    private static readonly string[] ThreadPaths = ["/forum", "/thread", "/threads/", "/topic", "/t/", "/questions/", "/comments/", "viewtopic", "showthread", "/discussion"];

    public static bool Declared(PageNode root, StructuredData data, Uri? address) =>
        data.Has("DiscussionForumPosting", "QAPage", "Question") && !data.Has("FAQPage")
        || root.Elements().Any(e => e.Attribute("itemtype") is { } type && type.Split('/')[^1] is "DiscussionForumPosting" or "QAPage" or "Question" or "Answer")
        || (address is not null && ThreadPaths.Any(p => address.PathAndQuery.Contains(p, StringComparison.OrdinalIgnoreCase)))
        || root.Elements().Take(200).Any(e => e.Marks.Words.Any(ThreadWords.Contains));

    public static bool IsArticle(PageNode root, StructuredData data) =>
        data.Has("Article", "NewsArticle", "BlogPosting", "TechArticle", "JobPosting")
        || root.Elements().Any(e => e.Attribute("itemprop") == "articleBody")
        || root.Element!.Owner!.QuerySelector("meta[property='og:type'][content='article' i]") is not null;
}
