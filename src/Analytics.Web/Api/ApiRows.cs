using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;

namespace Analytics.Web.Api;

/// <summary>Some of the rows that a query asks for.</summary>
/// <param name="Count">All rows that the filter lets through, on whatever page.</param>
/// <param name="More">Whether there are rows after these.</param>
internal sealed record ApiRows(IReadOnlyList<object?[]> Rows, int Count, bool More)
{
    // Made once for a release, and gone with it: to turn pages shall not mean to make the table anew for each.
    private static readonly ConditionalWeakTable<Release, ConcurrentDictionary<string, object?[][]>> Made = [];

    /// <summary>The page that <paramref name="query"/> asks for, in the order in which the table is published.</summary>
    public static ApiRows Of(ApiQuery query)
    {
        var all = Made.GetValue(query.Release, _ => new()).GetOrAdd(query.Table.Name, _ => [.. query.Table.Rows(query.Release)]);
        var (rows, count) = (new List<object?[]>(Math.Min(query.Limit, all.Length)), 0);
        foreach (var row in all)
        {
            if (!query.Filter.Matches(row))
                continue;
            if (count >= query.Place && rows.Count < query.Limit)
                rows.Add(row);
            count++;
        }

        return new(rows, count, query.Place + rows.Count < count);
    }
}
