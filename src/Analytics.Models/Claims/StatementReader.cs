using System.Globalization;
using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>
/// Reads what an article says of a platform beside pay, sentence by sentence: a sentence speaks of a topic when the topic's words
/// stand in it together. Only sentences that belong to a platform are kept.
/// </summary>
internal sealed class StatementReader(ArticleView article, PlatformTable platforms)
{
    private const int LongestItem = 160;
    private const int FewestWords = 4;
    private readonly SubjectFinder _subjects = new(article, platforms);
    private readonly FigureFinder _figures = new(article.Lexicon, DollarRule.Of(article), article.Stop);
    private readonly List<Statement> _statements = [];

    public IReadOnlyList<Statement> Read()
    {
        if (!article.Blocks.Any(b => b.Platforms.Count > 0) && article.Title is not { Platforms.Count: > 0 })
            return _statements;
        for (var i = 0; i < article.Blocks.Count; i++)
        {
            article.Stop.ThrowIfCancellationRequested();
            if (article.Blocks[i].Block.Kind == BlockKind.Heading || article.Blocks[i].IsPointer)
                continue;
            foreach (var span in article.Blocks[i].Sentences)
                ReadSentence(article.Blocks[i], span);
            ReadItemsBelow(i);
        }

        return _statements;
    }

    private void ReadSentence(BlockView view, SentenceSpan span)
    {
        // A question states nothing, and what only opens a list is told by the list.
        if (view.IsMark(span.End - 1, '?') || view.IsMark(span.End - 1, ':') || span.End - span.First < FewestWords)
            return;
        bool In(Cue cue) => view.Any(span.First, span.End, cue);
        void Say(StatementTopic topic, string? value = null) => Add(view, span, topic, value);
        if (In(Cue.Working) && WorkTime.In(view, span) is { } time)
            Say(StatementTopic.WorkingTime, time);
        if (In(Cue.Done) && TaskCount(view, span) is { } tasks)
            Say(StatementTopic.TasksDone, tasks);
        if (In(Cue.ConsistsOf) && Amount(view, span) is null)
            Say(StatementTopic.WorkContent);
        if (In(Cue.PaidOut))
            SayMethods(view, span);
        if ((In(Cue.Minimum) ? In(Cue.PaidOut) || In(Cue.Withdraw) : In(Cue.Withdraw) && In(Cue.AtLeast) && !In(Cue.FirstPerson)) && !In(Cue.Wage) && Amount(view, span) is { } least)
            Say(StatementTopic.MinimumPayout, least);
        if (In(Cue.Fee) && Percent(view, span) is { } share)
            Say(StatementTopic.Fee, share);
        if (In(Cue.MayJoin) || In(Cue.Sought))
            Say(StatementTopic.WhoMayJoin);
        if (In(Cue.Qualification) && In(Cue.BetterWork))
            Say(StatementTopic.Qualification);
        if (In(Cue.Newcomer) && In(Cue.LowPaid))
            Say(StatementTopic.Newcomers);
        if (In(Cue.Open) || In(Cue.Waitlist) || In(Cue.Closed))
            Say(StatementTopic.Availability, In(Cue.Closed) ? "closed" : In(Cue.Waitlist) ? "waitlist" : "open");
        if (In(Cue.DaysToPay) && In(Cue.PaidOut) && Days(view, span) is { } days)
            Say(StatementTopic.DaysToPayment, days);
        if (In(Cue.Rejected) || In(Cue.Deactivated))
            Say(StatementTopic.RejectionOrDeactivation, In(Cue.Deactivated) ? "deactivation" : "rejection");
    }

    private void SayMethods(BlockView view, SentenceSpan span)
    {
        foreach (var (cue, value) in new[] { (Cue.Bank, "bank"), (Cue.GiftCard, "gift-card"), (Cue.Wallet, "wallet"), (Cue.Crypto, "crypto"), (Cue.ChequeOrCash, "cash") })
        {
            // "rekening Payoneer" is a wallet's account, not a bank's.
            if (view.Between(span.First, span.End).Any(h => h.Has(cue) && !(cue == Cue.Bank && view.Has(h.End, Cue.Wallet))))
                Add(view, span, StatementTopic.PayoutMethod, value);
        }
    }

    /// <summary>"The process involves:" over a list: each item is what the work consists of; under "You must have:" who may join.</summary>
    private void ReadItemsBelow(int index)
    {
        var view = article.Blocks[index];
        if (view.Sentences is not [.., var last] || !view.IsMark(last.End - 1, ':'))
            return;
        StatementTopic? topic = view.Any(last.First, last.End, Cue.ConsistsOf) ? StatementTopic.WorkContent : view.Any(last.First, last.End, Cue.MayJoin) ? StatementTopic.WhoMayJoin : null;
        if (topic is null)
            return;
        for (var i = index + 1; i < article.Blocks.Count && IsItem(article.Blocks[i]); i++)
            Add(article.Blocks[i], Whole(article.Blocks[i]), topic.Value, null);
    }

    private static bool IsItem(BlockView view) =>
        view.Tokens.Count > 0 && view.Text.Length <= LongestItem
        && (view.Block.Kind == BlockKind.ListItem || (view.Block.Kind == BlockKind.Paragraph && !view.IsMark(view.Tokens.Count - 1, '.') && !view.IsMark(view.Tokens.Count - 1, ':')));

    private static SentenceSpan Whole(BlockView view) =>
        new(0, view.Tokens.Count, view.Sentences[0].Start, view.Sentences[^1].Start + view.Sentences[^1].Length - view.Sentences[0].Start);

    private void Add(BlockView view, SentenceSpan span, StatementTopic topic, string? value)
    {
        // A platform of the catalogue goes before the channel that told of it.
        var own = BlockView.Within(view.Platforms, span.First, span.End).FirstOrDefault(h => platforms[h].Slug is not null);
        if ((own is null ? _subjects.Platform(view, span.First, span.First) : (platforms[own], "sentence")) is not { } platform)
            return;
        var place = new Place(view.Index, span.Start, span.Length);
        _statements.Add(new Statement
        {
            Topic = topic,
            Quote = Quotes.Cut(view, place),
            Place = place,
            Platform = platform.Platform.Slug,
            PlatformName = platform.Platform.Name,
            PlatformRule = platform.Rule,
            Value = value,
            Country = BlockView.Within(view.Topics, span.First, span.End).FirstOrDefault(h => h.Has(Cue.Country))?.Get(Cue.Country)?.Text,
        });
    }

    private static string? TaskCount(BlockView view, SentenceSpan span)
    {
        for (var i = span.First; i < span.End; i++)
        {
            if (Counts.CountAt(view, i, span.End) is { Unit: "task", Value: > 1 } count)
                return $"{Written(count.Value)} tasks";
        }

        return null;
    }

    private string? Amount(BlockView view, SentenceSpan span) =>
        _figures.Find(view, span.First, span.End) is [var figure, ..]
            ? $"{Written(figure.Min)} {figure.Currency}" : null;

    private static string? Percent(BlockView view, SentenceSpan span)
    {
        for (var i = span.First; i + 1 < span.End; i++)
        {
            if (view.Tokens[i].Kind == TokenKind.Number && (view.IsMark(i + 1, '%') || view.Has(i + 1, Cue.Share)))
                return $"{view.Characters(i, i + 1)} %";
        }

        return null;
    }

    private static string? Days(BlockView view, SentenceSpan span)
    {
        for (var i = span.First; i < span.End; i++)
        {
            if (view.At(i, Cue.UnitAdverb)?.Text is "week" or "day" or "month" && view.At(i, Cue.UnitAdverb) is { } adverb)
                return $"every {adverb.Text}";
            if (Counts.CountAt(view, i, span.End) is { Unit: "day" or "week" or "hour" } count)
                return $"{Written(count.Value)} {count.Unit}s";
        }

        return null;
    }

    private static string Written(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
