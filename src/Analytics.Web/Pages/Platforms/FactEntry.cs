using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Platforms;

/// <summary>One fact about a platform beside pay (<c>Fact</c>), with every source that tells it, the newest first.</summary>
public sealed record FactEntry(Asked Asked, IReadOnlyList<StatementRow> Sources)
{
    private StatementRow First => Sources[0];

    /// <summary>Our own sentence, where the catalogue has one.</summary>
    public string? Own => Sources.Select(s => Asked.Own(s)).FirstOrDefault(s => s is not null);

    /// <summary>The value in words; null where only the source's own words tell it.</summary>
    public string? Value => FactWords.Of(Asked, First);

    /// <summary>
    /// The words that stand open: those of a source whose value cannot be put shorter, and what a time to payment is counted from, which differs. Null where
    /// <see cref="Own"/> or the <see cref="Value"/> alone stands.
    /// </summary>
    public StatementRow? Words => Own is null && (Value is null || First.Topic == StatementTopic.DaysToPayment) ? First : null;

    /// <summary>What the fact is limited to: a way of paying out, countries.</summary>
    public string? Limits =>
        Own is not null && First.Method is null && First.Countries.Count == 0 ? null
        : string.Join(", ", new[] { First.Method is { } method ? FactWords.Method(Asked.Text, method) : null }.Concat(First.Countries.Select(c => Asked.Country(c))).OfType<string>()) is { Length: > 0 } limits ? limits : null;

    /// <summary>The quotes to unfold; what stands open already is not among them.</summary>
    public IEnumerable<StatementRow> Quotes => Sources.Where(s => s.Quote is not null && s != Words);

    /// <summary>Where a source's statement stands, when it was published and when seen.</summary>
    public WorkCited Cited(StatementRow said) => new(said.SourceTitle, WebAddress.Find(said.SourceAddress), string.Join(", ", new[]
    {
        said.SourcePart,
        said.Published is { } day ? Asked.Text.Fill("quote.published", ("date", Asked.Text.Figures.Date(day))) : null,
        Asked.Text.Fill("quote.seen", ("date", Asked.Text.Figures.Date(said.Seen))),
    }.OfType<string>()));
}

/// <summary>What is known of one topic: facts alone, and facts that contradict each other side by side.</summary>
/// <param name="Groups">A group of several is a contradiction.</param>
public sealed record TopicFacts(StatementTopic Topic, IReadOnlyList<IReadOnlyList<FactEntry>> Groups)
{
    /// <summary>The topic's facts from its statements: the newest first, contradictions before the rest.</summary>
    public static TopicFacts Of(Asked asked, StatementTopic topic, IEnumerable<StatementRow> rows)
    {
        // Releases from before facts were told apart number none: there each statement is a fact.
        var facts = rows.Select((row, i) => (Row: row, Fact: row.Fact > 0 ? row.Fact : -1 - i)).GroupBy(r => r.Fact)
            .Select(g => new FactEntry(asked, [.. g.Select(r => r.Row).OrderByDescending(When)])).OrderByDescending(f => When(f.Sources[0])).ToList();
        var against = facts.Where(f => f.Sources[0].Conflict is not null).GroupBy(f => f.Sources[0].Conflict).Select(IReadOnlyList<FactEntry> (g) => [.. g]);
        return new(topic, [.. against, .. facts.Where(f => f.Sources[0].Conflict is null).Select(IReadOnlyList<FactEntry> (f) => [f])]);
    }

    private static DateOnly When(StatementRow row) => row.Published ?? row.Seen;
}
