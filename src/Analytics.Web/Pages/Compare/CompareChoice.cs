using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Compare;

/// <summary>What the table can be sorted by.</summary>
public enum CompareColumn
{
    /// <summary>What was measured first, then what single workers got, then what is promised; in each, figures that say how many people they are of, the highest pay first.</summary>
    Evidence,
    Platform,
    Pay,
    Kind,
    Tier,
    Count,
    Age,
}

/// <summary>What a reader chose on the comparison; the state of the page, and all of it in the address.</summary>
public sealed record CompareChoice
{
    /// <summary>Slugs, in order; none for all platforms.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>Kinds of work, in their order, each with rows of its own; none for all work together.</summary>
    public IReadOnlyList<TaskType> Tasks { get; init; } = [];

    /// <summary>The only kind of work chosen; null for none or several.</summary>
    public TaskType? Task
    {
        get => Tasks.Count == 1 ? Tasks[0] : null;
        init => Tasks = value is { } task ? [task] : [];
    }

    public ExperienceBand? Experience { get; init; }

    /// <summary>ISO 3166 two-letter code.</summary>
    public string? Country { get; init; }

    public CoarseKind? Kind { get; init; }

    public PayMeasure Measure { get; init; }

    public CompareColumn Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>Reads the choice of a query. A value that is not known is a fault, never passed over.</summary>
    /// <param name="faults">Receives one sentence by name for each value that is not known.</param>
    public static CompareChoice Read(IQueryCollection query, Release release, IDictionary<string, string> faults)
    {
        var sort = Chosen.Term<CompareColumn>(query, "sort", faults) ?? CompareColumn.Evidence;
        return new()
        {
            Platforms = Chosen.Platforms(query, release, faults),
            Tasks = Chosen.Terms<TaskType>(query, "task", faults),
            Experience = Chosen.Term<ExperienceBand>(query, "experience", faults),
            Country = Chosen.Country(query, faults),
            Kind = Chosen.Term<CoarseKind>(query, "kind", faults),
            Measure = Chosen.Term<PayMeasure>(query, "measure", faults) ?? PayMeasure.PaidOnly,
            Sort = sort,
            Descending = Chosen.Term<SortOrder>(query, "order", faults) is { } order ? order == SortOrder.Descending : IsDescendingFirst(sort),
        };
    }

    /// <summary>The choice as a query; what is the default is left out.</summary>
    public (string Name, string? Value)[] ToQuery() =>
    [
        .. ToFilter(),
        ("sort", Sort == CompareColumn.Evidence ? null : Models.Term.Of(Sort)),
        ("order", Descending == IsDescendingFirst(Sort) ? null : Models.Term.Of(Descending ? SortOrder.Descending : SortOrder.Ascending)),
    ];

    /// <summary>Whether a column is read from the top when it is first sorted by: the highest pay, the most workers.</summary>
    public static bool IsDescendingFirst(CompareColumn column) => column is CompareColumn.Pay or CompareColumn.Count;

    /// <summary>The choice without the order of rows: what a chart is made of.</summary>
    public (string Name, string? Value)[] ToFilter() =>
    [
        .. Platforms.Select(p => ("platform", (string?)p)),
        .. Tasks.Select(t => ("task", (string?)Models.Term.Of(t))),
        ("experience", Experience is { } band ? Models.Term.Of(band) : null),
        ("country", Country),
        ("kind", Kind is { } kind ? Models.Term.Of(kind) : null),
        ("measure", Measure == PayMeasure.PaidOnly ? null : Models.Term.Of(Measure)),
    ];

    private enum SortOrder
    {
        Ascending,
        Descending,
    }
}
