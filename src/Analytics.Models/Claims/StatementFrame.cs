using System.Collections.Frozen;
using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>A column of a table: what its header announces, and the tokens of the row's cell.</summary>
internal readonly record struct StatementColumn(IReadOnlySet<StatementTopic> Topics, TokenSpan Cells);

/// <summary>What stands over a block tells what it is about: a question, a label, a section's heading, the line that opens a list, a column's header.</summary>
internal sealed class StatementFrame(ArticleView article)
{
    private const int LongestItem = 160;
    private const int FewestWords = 2;
    private const int MostItems = 40;
    private const int LabelLevel = 6;
    private readonly Dictionary<BlockView, IReadOnlySet<StatementTopic>> _announced = [];

    /// <summary>What the nearest heading, and the line over the list a block belongs to, announce.</summary>
    public IReadOnlySet<StatementTopic> Topics(BlockView view)
    {
        var heading = article.Headings(view) is [var nearest, ..] ? Announced(nearest) : FrozenSet<StatementTopic>.Empty;
        return LeadIn(view) is { } lead && Announced(lead) is { Count: > 0 } told ? told : heading;
    }

    /// <summary>Whether the block is the first under a question or a label.</summary>
    public bool IsAnswer(BlockView view) =>
        article.Headings(view) is [var nearest, ..] && nearest.Index == view.Index - 1 && (nearest.Block.Level == LabelLevel || nearest.IsMark(nearest.Tokens.Count - 1, '?'));

    /// <summary>The topic that each item of a list has from the line or heading over it; null for what is no item of such a list.</summary>
    public StatementTopic? ItemTopic(BlockView view)
    {
        if (!IsItem(view))
            return null;
        var lead = LeadIn(view);
        if (lead is null && (article.Headings(view) is not [var nearest, ..] || nearest.Block.Level == LabelLevel || nearest.IsMark(nearest.Tokens.Count - 1, '?')))
            return null;
        var topics = lead is null ? Topics(view) : Announced(lead);
        return lead?.Any(0, lead.Tokens.Count, Cue.ConsistsOf) == true || topics.Contains(StatementTopic.WorkContent) ? StatementTopic.WorkContent
            : lead?.Any(0, lead.Tokens.Count, Cue.MayJoin) == true || topics.Contains(StatementTopic.WhoMayJoin) ? StatementTopic.WhoMayJoin
            : lead is not null && topics.Contains(StatementTopic.RejectionOrDeactivation) ? StatementTopic.RejectionOrDeactivation
            : null;
    }

    /// <summary>The columns of a row under headers of which one announces a topic; none for the header row and other tables.</summary>
    public IReadOnlyList<StatementColumn> Columns(BlockView view)
    {
        var (cells, headers) = (view.Block.Cells, view.Block.Headers);
        if (headers.Count == 0 || headers.Count != cells.Count)
            return [];
        var columns = new List<StatementColumn>();
        for (int column = 0, at = 0; column < cells.Count; column++)
        {
            var start = view.Text.IndexOf(cells[column], at, StringComparison.Ordinal);
            if (start < 0)
                return [];
            at = start + cells[column].Length;
            var first = view.Tokens.FindIndex(t => t.Start >= start);
            var end = view.Tokens.FindLastIndex(t => t.End <= at) + 1;
            var topics = article.Header(view, start) is { } header ? Announced(header) : FrozenSet<StatementTopic>.Empty;
            columns.Add(new(topics, first < 0 || end <= first ? new(0, 0) : new(first, end)));
        }

        return columns.Exists(c => c.Topics.Count > 0) ? columns : [];
    }

    private static bool IsItem(BlockView view) =>
        view.Text.Length <= LongestItem && view.Tokens.Count(t => t.Kind == TokenKind.Word) >= FewestWords
        && (view.Block.Kind == BlockKind.ListItem || (view.Block.Kind == BlockKind.Paragraph && !view.IsMark(view.Tokens.Count - 1, '.') && !view.IsMark(view.Tokens.Count - 1, ':') && !view.IsMark(view.Tokens.Count - 1, '?') && !view.IsMark(view.Tokens.Count - 1, '!')));

    /// <summary>The line ending in a colon that opens the list a block belongs to.</summary>
    private BlockView? LeadIn(BlockView view)
    {
        if (article.Intro(view) is { Tokens.Count: > 0 } intro && intro.IsMark(intro.Tokens.Count - 1, ':'))
            return intro;
        // Lines without a list's markup follow their lead-in one by one.
        for (var i = view.Index - 1; i >= Math.Max(0, view.Index - MostItems) && view.Block.Kind == BlockKind.Paragraph && IsItem(view); i--)
        {
            var before = article.Blocks[i];
            if (before.Block.Kind == BlockKind.Paragraph && before.Tokens.Count > 0 && before.IsMark(before.Tokens.Count - 1, ':'))
                return before;
            if (before.Block.Kind == BlockKind.Heading || !IsItem(before))
                return null;
        }

        return null;
    }

    private IReadOnlySet<StatementTopic> Announced(BlockView heading)
    {
        if (!_announced.TryGetValue(heading, out var topics))
        {
            _announced[heading] = topics = article.Lexicon.StatementHeadings.Find(heading.Tokens, nested: true)
                .SelectMany(h => h.Senses).Select(s => Term.Parse<StatementTopic>(s.Text!)).ToFrozenSet();
        }

        return topics;
    }
}
