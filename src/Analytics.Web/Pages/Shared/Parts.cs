using Analytics.Models.Evidence;
using Analytics.Web.Charts;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Html;

namespace Analytics.Web.Pages.Shared;

/// <summary>A figure as a card (<c>_Figure</c>): the number with its kind, tier, n and age, never without them.</summary>
/// <param name="Value">The amount as written: "$2.83"; null where it is not known, and then said so.</param>
/// <param name="Unit">"per hour".</param>
/// <param name="Count">How many it rests on, as written: "40,903 tasks"; null where not stated.</param>
/// <param name="Age">"3 years old"; null where not known.</param>
public sealed record FigureCard(SiteText Text, string Label, string? Value, string Unit, FigureKind Kind, EvidenceTier Tier, string? Count, string? Age)
{
    /// <summary>What else must be said: the interval, the basis, why the figure is not known.</summary>
    public string? Note { get; init; }

    /// <summary>Where the evidence stands.</summary>
    public string? Href { get; init; }

    /// <summary>Whether the number comes from a model.</summary>
    public bool IsModelled { get; init; }
}

/// <summary>A kind of figure as mark and word (<c>_Kind</c>): the mark is the one that charts draw.</summary>
public sealed record KindBadge(SiteText Text, FigureKind Kind, EvidenceTier? Tier = null)
{
    /// <summary>Whether the figure comes from a model.</summary>
    public bool IsModelled { get; init; }

    public KindMark Mark => KindMark.Of(Kind, IsModelled);

    public string Words => IsModelled ? Text.Fill("figure.modelled", ("kind", Text.Word(Kind))) : Text.Word(Kind);
}

/// <summary>A sentence of a page with where it stands (<c>_Quote</c>).</summary>
/// <param name="Words">The exact words.</param>
/// <param name="Language">Language of the words, ISO 639-1; null when not known.</param>
public sealed record EvidenceQuote(SiteText Text, string Words, string? Language, string Source, Uri? Address, DateOnly? Seen)
{
    /// <summary>The whole sentence that the words stand in, to be read in their place with the words marked; null where they are all of it.</summary>
    public string? Sentence { get; init; }

    /// <summary>What stands before and after the words in their sentence.</summary>
    public (string Before, string After) Around => Sentence?.IndexOf(Words, StringComparison.Ordinal) is { } at and >= 0
        ? (Sentence[..at], Sentence[(at + Words.Length)..])
        : ("", "");

    /// <summary>What kind of figure the sentence states; null for a statement beside pay.</summary>
    public KindBadge? Kind { get; init; }
}

/// <summary>Nothing to show, why, and what to do (<c>_Empty</c>).</summary>
public sealed record EmptyState(string Title, string Explanation, string? Href = null, string? Action = null);

/// <summary>Something the reader must know before reading on (<c>_Notice</c>).</summary>
public sealed record Notice(string Title, string Explanation);

/// <summary>A list of facts (<c>_Facts</c>). A fact without a value is shown as unknown.</summary>
public sealed record FactList(SiteText Text, IReadOnlyList<Fact> Facts);

/// <summary>One fact with the page it was found on.</summary>
public sealed record Fact(string Name, string? Value)
{
    public string? Source { get; init; }

    public Uri? Address { get; init; }

    public DateOnly? Seen { get; init; }
}

/// <summary>Head of a column that can be sorted by (<c>_SortHeader</c>): a link, so that it works without JavaScript.</summary>
/// <param name="Href">This page sorted by the column, or the other way round where it already is.</param>
/// <param name="Direction"><c>ascending</c>, <c>descending</c>, or null where the table is sorted by another column.</param>
public sealed record SortHeader(SiteText Text, string Column, string Href, string? Direction, bool Numeric = false);

/// <summary>A drawn chart with its other forms (<c>_Chart</c>).</summary>
/// <param name="Wide">The drawing for screens from 600 px.</param>
/// <param name="Narrow">The drawing for phones; its labels stand above the marks.</param>
/// <param name="Forms">Word and address of each other form: PNG, SVG, CSV.</param>
public sealed record ChartFigure(SiteText Text, IHtmlContent Wide, IHtmlContent Narrow, IReadOnlyList<(string Word, string Href)> Forms);
