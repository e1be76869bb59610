namespace Analytics.Ingest.Pages;

/// <summary>What marks an element as one person's post: an author, a time, a body.</summary>
internal static class PostMarks
{
    private static readonly string[] AuthorPaths = ["/u/", "/user/", "/users/", "/member", "/profile", "memberlist", "/@", "/author/"];

    /// <summary>The elements that hold an author and beside it a time, in order; also those around a post, and parts of one.</summary>
    public static IEnumerable<PageNode> Posts(PageNode root)
    {
        var (authored, timed) = (new HashSet<PageNode>(), new HashSet<PageNode>());
        foreach (var node in root.Elements())
        {
            if (IsNamedAuthor(node))
                AddUpFrom(node.Parent, authored);
            if (node.Name == "time" || node.Marks.IsPostTime || node.Element!.HasAttribute("datetime"))
                AddUpFrom(node, timed);
        }

        return root.Elements().Where(e => e.Words >= 4 && timed.Contains(e) && (authored.Contains(e) || StatesAuthor(e)));
    }

    // Where one is there already, all around it are.
    private static void AddUpFrom(PageNode? node, HashSet<PageNode> all)
    {
        for (; node is not null && all.Add(node); node = node.Parent)
        {
        }
    }

    public static string? Author(PageNode node)
    {
        var stated = node.Attribute("author") ?? node.Attribute("data-author") ?? node.Attribute("data-username");
        var name = stated ?? AuthorNode(node)?.FoldedText();
        if (name is null)
            return null;
        foreach (var prefix in (string[])["by ", "oleh ", "posted by ", "u/", "@"])
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                name = name[prefix.Length..].Trim();
        }

        return name.Length is > 0 and <= 60 ? name : null;
    }

    /// <summary>The part of a post that holds what was written, and not who wrote it; the post itself where none is marked.</summary>
    public static PageNode Body(PageNode post) =>
        post.Elements().Skip(1).Where(e => e.IsBlock && IsBody(e) && !e.Elements().Any(IsAuthor)).MaxBy(e => e.Words) is { Words: > 0 } body ? body : post;

    private static bool IsBody(PageNode node) =>
        node.Attribute("itemprop") is { } prop && prop.Split(' ').Any(p => p is "text" or "articleBody" or "commentText" or "description")
        || node.Marks.IsPostBody;

    private static PageNode? AuthorNode(PageNode node) =>
        node.Elements().Skip(1).Where(IsNamedAuthor).MinBy(e => e.Words) ?? (StatesAuthor(node) ? node : null);

    private static bool StatesAuthor(PageNode node) =>
        node.Element!.HasAttribute("author") || node.Element.HasAttribute("data-author") || node.Element.HasAttribute("data-username");

    private static bool IsNamedAuthor(PageNode node) => node.Words is > 0 and <= 6 && IsAuthor(node);

    private static bool IsAuthor(PageNode node)
    {
        if (node.Marks.IsPostAuthor)
            return true;
        if (node.Attribute("itemprop")?.Contains("author", StringComparison.Ordinal) == true || node.Attribute("rel")?.Contains("author", StringComparison.Ordinal) == true)
            return true;
        return node.Name == "a" && node.Attribute("href") is { } to
            && Array.Exists(AuthorPaths, part => to.Contains(part, StringComparison.OrdinalIgnoreCase));
    }
}
