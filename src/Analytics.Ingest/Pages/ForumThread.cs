using Analytics.Models.Claims;

namespace Analytics.Ingest.Pages;

/// <summary>A page of posts by several people: a forum thread, a question with answers. Read post by post, each with its author.</summary>
internal sealed class ForumThread
{
    private const int FewestPosts = 2;
    private const int LeastOpeningWords = 12;

    private readonly PageNode root;
    private readonly List<PageNode> posts;

    private ForumThread(PageNode root, List<PageNode> posts) => (this.root, this.posts) = (root, posts);

    /// <summary>The thread, or null when the page is none: an article with readers' comments below it is an article.</summary>
    public static ForumThread? Find(PageNode root, TellingElements told, StructuredData data, bool saysArticle, Uri? address)
    {
        var declared = ThreadSigns.Declared(told, data);
        if (!declared && ThreadSigns.IsArticle(told, data, saysArticle))
            return null;
        var posts = Groups(root).MaxBy(g => g.Sum(p => p.GoodWords)) ?? [];
        if (posts.Count == 0)
            return null;
        var share = posts.Sum(p => (double)p.GoodWords) / Math.Max(1, root.GoodWords);
        var areComments = posts.Exists(p => p.Marks.IsComments || p.Ancestors().Any(a => a.Marks.IsComments));
        var leastShare = declared || ThreadSigns.Likely(posts, areComments, address) ? 0.2 : areComments ? 0.8 : 0.6;
        return share >= leastShare ? new ForumThread(root, posts) : null;
    }

    public List<Block> Read(string? title, CancellationToken stop)
    {
        // Names of authors are small print, which the next step drops.
        var authors = posts.ToDictionary(p => p, PostMarks.Author);
        Boilerplate.Drop(root, isThread: true, byNames: true, stop);
        var blocks = Opening(title, stop);
        foreach (var post in posts)
        {
            var author = authors[post];
            var text = BlockFilter.Clean(BlockWriter.Write(PostMarks.Body(post), author, stop), title, stop);
            text.RemoveAll(b => b.Text == author);
            if (text.Count == 0)
                continue;
            blocks.Add(new Block(BlockKind.Post, author ?? "—") { Author = author });
            blocks.AddRange(text);
        }

        return blocks;
    }

    // Where replies are marked up apart from the question or first post, that one stands before them.
    private List<Block> Opening(string? title, CancellationToken stop)
    {
        CutFrom(posts[0]);
        // Replies to replies stand inside them: each is read by itself.
        foreach (var post in posts)
            post.Parent?.Children.Remove(post);
        foreach (var post in posts)
            post.CountAgain();
        root.CountAgain();
        return root.GoodWords < LeastOpeningWords ? [] : BlockFilter.Clean(BlockWriter.Write(MainContent.Find(root, null), null, stop), title, stop);
    }

    private static void CutFrom(PageNode post)
    {
        for (var node = post; node.Parent is { } parent; node = parent)
        {
            var at = parent.Children.IndexOf(node);
            if (at >= 0 && node != post)
                parent.Children.RemoveRange(at + 1, parent.Children.Count - at - 1);
            else if (at >= 0)
                parent.Children.RemoveRange(at, parent.Children.Count - at);
        }
    }

    /// <summary>Elements alike in tag and class that carry an author and running text.</summary>
    private static IEnumerable<List<PageNode>> Groups(PageNode root) =>
        PostMarks.Posts(root)
            .Where(e => e.IsBlock && e.Name is "article" or "div" or "li" or "section" or "tr" or "table" or "tbody" || e.Name.Contains('-', StringComparison.Ordinal))
            .GroupBy(Shape)
            .Where(g => g.Key.Length > 0 && g.Count() >= FewestPosts)
            .Select(g => g.ToList());

    private static string Shape(PageNode node)
    {
        var type = node.Attribute("itemtype")?.Split('/')[^1];
        var words = node.Marks.Words.Where(w => !w.Any(char.IsDigit)).Take(2).ToList();
        return words.Count == 0 && type is null && node.Name is not "article" && !node.Name.Contains('-', StringComparison.Ordinal) ? "" : $"{node.Name} {type} {string.Join(' ', words)}";
    }
}
