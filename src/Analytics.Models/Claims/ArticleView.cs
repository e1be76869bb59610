using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>An article's blocks, tokenised, with the frame of each: its headings and the line that introduces its list.</summary>
internal sealed class ArticleView
{
    private const int MostColumns = 40;
    private const int SectionReach = 60;
    private const int LongestLabel = 5;
    private const int MostRows = 30;
    private const int BlocksPerTopic = 6;
    private const int LongestExample = 6;

    private readonly IReadOnlyList<BlockView>[] _headings;
    private readonly BlockView?[] _intros;
    private readonly int[] _sectionStart;
    private readonly bool[] _inExample;
    private readonly Dictionary<string, BlockView> _headers = [];

    public ArticleView(Article article, LexiconSet all, PlatformTable platforms, CancellationToken stop)
    {
        (Article, Stop) = (article, stop);
        List<List<Token>> tokens = [.. article.Blocks.Select(b => Tokenizer.Split(b.Text, all.Words))];
        Lexicon = all.For(article.Language, () => tokens);
        BlockView View(Block block, int index, List<Token> split)
        {
            stop.ThrowIfCancellationRequested();
            // "Total Penghasilan Hampir Rp5 Miliar" in a paragraph of its own is a heading.
            if (block.Kind == BlockKind.Paragraph && PlainText.IsTitle(block.Text) && !block.Text.Contains('\n', StringComparison.Ordinal))
                block = block with { Kind = BlockKind.Heading, Level = PlainText.TitleLevel };
            var view = new BlockView(block, index, split, all, Lexicon);
            view.Platforms = platforms.Find(view);
            return view;
        }

        Blocks = [.. article.Blocks.Select((b, i) => View(b, i, tokens[i]))];
        if (!string.IsNullOrWhiteSpace(article.Title))
            Title = View(new Block(BlockKind.Heading, article.Title), -1, Tokenizer.Split(article.Title, all.Words));
        platforms.KeepSure(Title is null ? Blocks : [Title, .. Blocks]);
        (_headings, _intros, _sectionStart) = (new IReadOnlyList<BlockView>[Blocks.Count], new BlockView?[Blocks.Count], new int[Blocks.Count]);
        _inExample = Examples();
        Frame();
        IsTold = CountsAsTold(Blocks);
        Topics = [.. Often().Select(cue => $"article of {Term.Of(cue)}")];
        NamesPlatform = Title?.Platforms.Count > 0 || Blocks.Any(b => b.Platforms.Count > 0);
        IsPosting = article.Offers.Count > 0 || Blocks.Any(b => b.Says(Cue.Sought)) && Blocks.Any(b => b.Says(Cue.ConsistsOf)) && Blocks.Any(b => b.Says(Cue.MayJoin));
    }

    public Article Article { get; }

    /// <summary>Cancelled when the reading must end; every loop over blocks, tokens or figures looks at it.</summary>
    public CancellationToken Stop { get; }

    public Lexicon Lexicon { get; }

    public IReadOnlyList<BlockView> Blocks { get; }

    /// <summary>The title as a block of its own; null when there is none.</summary>
    public BlockView? Title { get; }

    /// <summary>Whether the article is somebody's own story: it says "I" more often than "you".</summary>
    public bool IsTold { get; }

    /// <summary>What sorts of money the article speaks of often, as facts for <see cref="FigureEvidence"/>.</summary>
    public IReadOnlyList<string> Topics { get; }

    /// <summary>Whether any platform is named.</summary>
    public bool NamesPlatform { get; }

    /// <summary>Whether the article is a job posting: it seeks people, says what they do and what they must bring.</summary>
    public bool IsPosting { get; }

    /// <summary>Headings above a block, nearest first.</summary>
    public IReadOnlyList<BlockView> Headings(BlockView view) => view.Index < 0 ? [] : _headings[view.Index];

    /// <summary>The paragraph that introduces the list or table a block belongs to.</summary>
    public BlockView? Intro(BlockView view) => view.Index < 0 ? null : _intros[view.Index];

    /// <summary>Blocks before this one in its section, nearest first; as far as anyone would remember them.</summary>
    public IEnumerable<BlockView> SectionBefore(BlockView view)
    {
        for (var i = view.Index - 1; view.Index >= 0 && i >= Math.Max(_sectionStart[view.Index], view.Index - SectionReach); i--)
            yield return Blocks[i];
    }

    /// <summary>Whether the block is a worked example: it begins "Example:", or follows such a line.</summary>
    public bool InExample(BlockView view) => view.Index >= 0 && _inExample[view.Index];

    /// <summary>Whether the block is a row that a later row of its list or table sums up: "Total | $5,633".</summary>
    public bool IsSummedUp(BlockView view)
    {
        var kind = view.Block.Kind;
        if (view.Index < 0 || kind is not (BlockKind.ListItem or BlockKind.TableRow))
            return false;
        for (var i = view.Index; i < Math.Min(Blocks.Count, view.Index + MostRows) && Blocks[i].Block.Kind == kind; i++)
        {
            if (Blocks[i].Has(0, Cue.Total))
                return true;
        }

        return false;
    }

    /// <summary>Whether the block belongs to a post of a thread.</summary>
    public bool InPost(BlockView view) => view.Index >= 0 && Blocks[_sectionStart[view.Index]].Block.Kind == BlockKind.Post;

    /// <summary>The header of the table column that a character of a row stands in; null outside tables.</summary>
    public BlockView? Header(BlockView view, int character)
    {
        var (cells, headers) = (view.Block.Cells, view.Block.Headers);
        if (headers.Count is 0 or > MostColumns || headers.Count != cells.Count)
            return null;
        for (int column = 0, at = 0; column < cells.Count; column++)
        {
            var start = view.Text.IndexOf(cells[column], at, StringComparison.Ordinal);
            if (start < 0)
                return null;
            at = start + cells[column].Length;
            if (character < at)
                return ReferenceEquals(headers[column], cells[column]) || headers[column].Length == 0 ? null : HeaderView(headers[column]);
        }

        return null;
    }

    /// <summary>The task type that a job's title names.</summary>
    public TaskType? TaskIn(string title) =>
        HeaderView(title).Topics.Find(h => h.Has(Cue.Task)) is { } hit ? Term.Parse<TaskType>(hit.Get(Cue.Task)!.Value.Text!) : null;

    private BlockView HeaderView(string text)
    {
        if (!_headers.TryGetValue(text, out var view))
        {
            _headers[text] = view = new BlockView(new Block(BlockKind.Heading, text), -1, Tokenizer.Split(text, Lexicon.All.Words), Lexicon.All, Lexicon);
        }

        return view;
    }

    private bool[] Examples()
    {
        var inExample = new bool[Blocks.Count];
        for (var i = 0; i < Blocks.Count; i++)
        {
            var view = Blocks[i];
            if (!view.Has(0, Cue.Example) || !view.IsMark(view.HitAt(0)!.End, ':'))
                continue;
            inExample[i] = true;
            // A line of its own opens the example that follows it, as far as its list or short lines go.
            for (var next = i + 1; view.Tokens.Count <= LongestLabel && next < Math.Min(Blocks.Count, i + LongestExample) && Blocks[next].Block.Kind != BlockKind.Heading; next++)
                inExample[next] = true;
        }

        return inExample;
    }

    /// <summary>Cues of money that stand in at least two blocks, and in one block of <see cref="BlocksPerTopic"/>.</summary>
    private IEnumerable<Cue> Often() =>
        from cue in new[] { Cue.GigWork, Cue.Worker, Cue.Earn, Cue.Wage, Cue.Company, Cue.Price, Cue.NotForWork, Cue.Minimum, Cue.Hypothetical, Cue.Goal, Cue.Simulation, Cue.Deduction }
        let blocks = Blocks.Count(b => b.Says(cue))
        where blocks >= 2 && blocks * BlocksPerTopic >= Blocks.Count
        select cue;

    private static bool CountsAsTold(IReadOnlyList<BlockView> blocks)
    {
        var (first, addressee) = (0, 0);
        foreach (var hit in blocks.SelectMany(b => b.Cues))
        {
            first += hit.Has(Cue.FirstPerson) ? 1 : 0;
            addressee += hit.Has(Cue.Addressee) ? 1 : 0;
        }

        return first >= 2 && first > addressee;
    }

    private void Frame()
    {
        var stack = new List<BlockView>();
        BlockView? intro = null;
        var section = 0;
        for (var i = 0; i < Blocks.Count; i++)
        {
            var (view, block) = (Blocks[i], Blocks[i].Block);
            if (block.Kind == BlockKind.Post)
                (section, intro) = (i, null);
            if (block.Kind == BlockKind.Heading)
            {
                stack.RemoveAll(h => h.Block.Level >= block.Level);
                (section, intro) = (i, null);
            }
            else if (block.Kind == BlockKind.Paragraph)
                intro = view;
            _headings[i] = [.. Enumerable.Reverse(stack)];
            _intros[i] = block.Kind is BlockKind.ListItem or BlockKind.TableRow or BlockKind.Quote ? intro : null;
            _sectionStart[i] = section;
            if (block.Kind == BlockKind.Heading)
                stack.Add(view);
        }
    }
}
