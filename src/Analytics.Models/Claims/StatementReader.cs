using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>
/// Reads what an article says of a platform beside pay: sentence by sentence from the words of its topics, in answer to the question or label
/// above it, item by item under a line that opens a list, and row by row under the headers of a table. Only what belongs to a platform is kept.
/// </summary>
internal sealed class StatementReader
{
    private const int FewestWords = 4;
    private readonly ArticleView _article;
    private readonly FigureFinder _figures;
    private readonly StatementPlatform _platform;
    private readonly StatementFrame _frame;
    private readonly List<Statement> _statements = [];

    public StatementReader(ArticleView article, PlatformTable platforms)
    {
        _article = article;
        _figures = new(article.Lexicon, new DollarRule(article), article.Stop);
        _platform = new(article, platforms);
        _frame = new(article);
    }

    public IReadOnlyList<Statement> Read()
    {
        if (!_platform.IsNamed)
            return _statements;
        foreach (var view in _article.Blocks)
        {
            _article.Stop.ThrowIfCancellationRequested();
            if (view.Block.Kind is not (BlockKind.Heading or BlockKind.Post) && !view.IsPointer && view.Tokens.Count > 0)
                ReadBlock(new StatementText(view, _article.Lexicon, _figures));
        }

        return StatementMerge.Of(_statements);
    }

    private void ReadBlock(StatementText text)
    {
        var view = text.View;
        if (view.Block.Kind == BlockKind.TableRow && view.Block.Cells.Count > 0)
        {
            ReadRow(text);
            return;
        }

        var item = _frame.ItemTopic(view);
        var isAnswer = _frame.IsAnswer(view);
        foreach (var span in view.Sentences)
        {
            var topics = _frame.Topics(view);
            if (view.IsMark(span.End - 1, '?') || view.IsMark(span.End - 1, ':') || (span.End - span.First < FewestWords && item is null))
                continue;
            new StatementRules(text, span, topics, isAnswer, Say).Read(item);
            isAnswer = false;
        }

        void Say(StatementTopic topic, TokenSpan part, SentenceSpan sentence, string? value, string? method) => Add(text, topic, part, sentence, value, method);
    }

    private void ReadRow(StatementText text)
    {
        if (_frame.Columns(text.View) is not { Count: > 0 } columns)
            return;
        var whole = Whole(text.View);
        void Say(StatementTopic topic, TokenSpan part, SentenceSpan sentence, string? value, string? method) => Add(text, topic, new(0, text.View.Tokens.Count), sentence, value, method);
        StatementRow(text, columns, whole, Say);
    }

    private static void StatementRow(StatementText text, IReadOnlyList<StatementColumn> columns, SentenceSpan whole, SayStatement say)
    {
        var rowLabel = columns[0].Cells is var first && text.Methods(first) is [var only] ? only.Name : null;
        foreach (var (topics, cell) in columns)
        {
            if (topics.Contains(StatementTopic.PayoutMethod) && text.Methods(cell) is { Count: > 0 } methods)
                say(StatementTopic.PayoutMethod, cell, whole, string.Join(' ', methods.Select(m => m.Name)), null);
            if (topics.Contains(StatementTopic.MinimumPayout) && text.Amounts(cell) is [var least, ..])
                say(StatementTopic.MinimumPayout, cell, whole, least.Value, rowLabel);
            if (topics.Contains(StatementTopic.Fee) && (text.Any(cell, StatementCue.Free) ? "0" : text.Percents(cell).Concat(text.Amounts(cell)).FirstOrDefault().Value) is { } fee)
                say(StatementTopic.Fee, cell, whole, fee, rowLabel);
            if (topics.Contains(StatementTopic.DaysToPayment) && (text.Duration(cell)?.Value ?? text.Pace(cell)) is { } days)
                say(StatementTopic.DaysToPayment, cell, whole, days, rowLabel);
            if (topics.Contains(StatementTopic.WhoMayJoin) && (text.Age(cell) is not null || text.Any(cell, StatementCue.MayJoin) || text.Any(cell, Cue.MayJoin)))
                say(StatementTopic.WhoMayJoin, cell, whole, text.Age(cell), null);
            if ((topics.Contains(StatementTopic.WhoMayJoin) || topics.Contains(StatementTopic.Qualification)) && text.Any(cell, StatementCue.Qualification))
                say(StatementTopic.Qualification, cell, whole, null, null);
        }
    }

    private void Add(StatementText text, StatementTopic topic, TokenSpan part, SentenceSpan sentence, string? value, string? method)
    {
        if (_platform.Of(text.View, part, sentence) is not { } platform)
            return;
        var place = new Place(text.View.Index, sentence.Start, sentence.Length);
        _statements.Add(new Statement
        {
            Topic = topic,
            Quote = Quotes.Cut(text.View, place),
            Place = place,
            Platform = platform.Platform.Slug,
            PlatformName = platform.Platform.Name,
            PlatformRule = platform.Rule,
            Value = value,
            Method = method,
            Countries = text.Countries(part),
        });
    }

    private static SentenceSpan Whole(BlockView view) =>
        new(0, view.Tokens.Count, view.Sentences[0].Start, view.Sentences[^1].Start + view.Sentences[^1].Length - view.Sentences[0].Start);
}

/// <summary>Receives a statement: the part of the sentence that tells it, and the sentence that is its quote.</summary>
internal delegate void SayStatement(StatementTopic topic, TokenSpan part, SentenceSpan sentence, string? value, string? method);
