using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Charts;

/// <summary>A form of chart, asked for by its name: <c>/charts/{name}.svg</c>, <c>/embed/{name}</c>.</summary>
public abstract class ChartForm
{
    /// <summary>Its name in addresses.</summary>
    public abstract string Name { get; }

    /// <summary>Names of the query that choose what is shown.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Makes the chart that was asked for.</summary>
    /// <returns>The chart; null where the query holds a fault, which is then told in <see cref="ChartQuery.Faults"/>.</returns>
    /// <exception cref="System.Data.Common.DbException">The database is away, and what is shown is not in memory.</exception>
    public abstract ValueTask<Chart?> ReadAsync(ChartQuery query, CancellationToken stop);
}

/// <summary>What was asked of a form.</summary>
/// <param name="Faults">Receives one sentence by name for each value that is not known.</param>
public sealed record ChartQuery(Asked Asked, IQueryCollection Query, IDictionary<string, string> Faults);

/// <summary>A chart that was asked for, in the words of its reader.</summary>
/// <param name="Filter">The choice as a query: names of the form alone, defaults left out.</param>
/// <param name="Pages">Addresses, after the language, of the pages that its figures stand on; a correction of one concerns the chart.</param>
public sealed record Chart(ChartForm Form, Asked Asked, ChartSeries Series, ChartTable Table, (string Name, string? Value)[] Filter, IReadOnlyList<string> Pages)
{
    /// <summary>Whether there is any figure to draw.</summary>
    public bool IsEmpty => Table.Rows.Count == 0;

    public ChartPlan Place(ChartSize size) => Series.Place(size, Words);

    public ChartPlan PlacePreview() => Series.PlacePreview(Words);

    /// <summary>The query of this chart as a file or an embed: choice, language, currency and, where it is frozen, release; with more names before them.</summary>
    public string Query(params ReadOnlySpan<(string Name, string? Value)> more) => Asked.FileQuery([.. more, .. Filter, ("lang", Asked.Text.Language.Code)]);

    private ChartWords Words => new(Asked.Text, Asked.Currency.Code);
}

/// <summary>The forms there are, in the order in which they are shown.</summary>
public sealed class ChartForms(IEnumerable<ChartForm> all)
{
    public IReadOnlyList<ChartForm> All { get; } = [.. all];

    /// <summary>The form called <paramref name="name"/>; null where there is none.</summary>
    public ChartForm? Find(string name) => All.FirstOrDefault(form => form.Name == name);
}
