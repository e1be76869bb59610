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
        title is null ? blocks : [.. blocks.Where((b, i) => !(i < 2 * Edge && (b.Kind == BlockKind.Heading || i < Edge) && TitleText.IsSame(b.Text, title)))];

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

    // A pull quote says a paragraph twice. A paragraph written twice is the author's: a chorus, a refrain.
    private static List<Block> WithoutRepeats(List<Block> blocks)
    {
        var kinds = new Dictionary<string, BlockKind>();
        return [.. blocks.Where(b => b.Kind is BlockKind.TableRow or BlockKind.Post || b.Text.Length < 60 || kinds.TryAdd(b.Text, b.Kind) || kinds[b.Text] == b.Kind)];
    }
}
