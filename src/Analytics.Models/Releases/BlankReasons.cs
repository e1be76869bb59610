using System.Collections.Concurrent;

namespace Analytics.Models.Releases;

/// <summary>Why columns of a report are blank or cut. There are few different ones, and many rows: rows share them.</summary>
internal static class BlankReasons
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Known = new(StringComparer.Ordinal);

    /// <summary>The one that says the same as <paramref name="reasons"/>, whose columns are in ordinal order.</summary>
    public static IReadOnlyDictionary<string, string> Shared(SortedDictionary<string, string> reasons) => Known.GetOrAdd(string.Join(' ', reasons), reasons);
}
