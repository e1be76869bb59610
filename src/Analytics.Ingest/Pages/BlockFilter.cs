using Analytics.Models.Claims;

namespace Analytics.Ingest.Pages;

/// <summary>Takes out of an article's blocks what still is not its text: its own title, the page's talk, what follows its end.</summary>
internal static class BlockFilter
{
    // Only at the beginning and the end may a line be who wrote it and when.
    private const int Edge = 4;

    public static List<Block> Clean(List<Block> blocks, string? title, CancellationToken stop)
    {
        var kept = WithoutEndings(WithoutTitle(blocks, title), stop);
        stop.ThrowIfCancellationRequested();
        kept.RemoveAll(b => !stop.IsCancellationRequested && b.Kind != BlockKind.TableRow && Phrases.IsPageTalk(b.Text));
        kept = [.. kept.Where((b, i) => !(i < Edge || i >= kept.Count - 2) || b.Kind == BlockKind.TableRow || !Phrases.IsByline(b.Text))];
        while (kept is [.., { Kind: BlockKind.Heading }])
            kept.RemoveAt(kept.Count - 1);
        stop.ThrowIfCancellationRequested();
        return WithoutRepeats(kept);
    }

    private static List<Block> WithoutTitle(List<Block> blocks, string? title) =>
        title is null ? blocks : [.. blocks.Where((b, i) => !(i < 2 * Edge && (b.Kind == BlockKind.Heading || i < Edge) && IsTitle(b.Text, title)))];

    private static bool IsTitle(string text, string title)
    {
        if (Letters(text) == Letters(title))
            return true;
        var (here, there) = (Words(text), Words(title));
        return here.Count >= 4 && 2.0 * here.Intersect(there).Count() / (here.Count + there.Count) > 0.85;
    }

    /// <summary>"Related articles", "Comments": their heading goes, and all up to the next heading of its rank.</summary>
    private static List<Block> WithoutEndings(List<Block> blocks, CancellationToken stop)
    {
        var kept = new List<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            // Each such heading looks at all blocks: a page of nothing else would take minutes.
            stop.ThrowIfCancellationRequested();
            if (blocks[i].Kind != BlockKind.Heading || !Phrases.EndsArticle(blocks[i].Text))
            {
                kept.Add(blocks[i]);
                continue;
            }

            var level = blocks[i].Level;
            var next = blocks.FindIndex(i + 1, b => b.Kind == BlockKind.Heading && b.Level <= level);
            var end = next < 0 ? blocks.Count : next;
            // A text of its own under such a heading is more than a list of links.
            if (blocks.Skip(i + 1).Take(end - i - 1).Sum(b => b.Text.Length) < blocks.Sum(b => b.Text.Length) * 0.3)
                i = end - 1;
        }

        return kept;
    }

    // Pull quotes and mobile doubles say a long paragraph twice.
    private static List<Block> WithoutRepeats(List<Block> blocks)
    {
        var seen = new HashSet<string>();
        return [.. blocks.Where(b => b.Kind is BlockKind.TableRow or BlockKind.Post || b.Text.Length < 60 || seen.Add(b.Text))];
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Letters).Where(w => w.Length > 0)];
}
