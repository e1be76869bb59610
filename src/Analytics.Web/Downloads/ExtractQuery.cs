using Analytics.Models.Releases.Datasets;
using Analytics.Web.Http;
using Analytics.Web.Releases;

namespace Analytics.Web.Downloads;

/// <summary>Reads a filter off an address. Nothing is passed over: what the table does not know is refused.</summary>
internal static class ExtractQuery
{
    // Of one name: a list of all platforms has fewer.
    private const int MostValues = 200, LongestValue = 100;

    /// <summary>The filter of a table's file, without conditions where none is asked for; or the answer that refuses it.</summary>
    public static (DatasetFilter? Filter, IResult? Refused) Read(HttpContext context, PublishedRelease release, string file)
    {
        var (filter, faults) = Read(context, DatasetTables.Find(FileKind.TableOf(file)!)!, []);
        return faults.Count > 0 ? (null, QueryFaults.Refused(faults)) : (filter, null);
    }

    /// <summary>The filter of <paramref name="table"/>, and a sentence for each name that is wrong.</summary>
    /// <param name="beside">Names that the address has beside those of the filter.</param>
    public static (DatasetFilter Filter, IReadOnlyDictionary<string, string> Faults) Read(HttpContext context, DatasetTable table, IReadOnlyCollection<string> beside)
    {
        var faults = new Dictionary<string, string>();
        var asked = new List<(string, string)>();
        foreach (var (name, values) in context.Request.Query.Where(q => !beside.Contains(q.Key)).Take(2 * MostValues))
        {
            if (name.Length > LongestValue || values.Any(v => v?.Length > LongestValue))
                faults[name[..Math.Min(name.Length, 40)]] = $"A name or value in the address is longer than {LongestValue} characters.";
            else if (values.Count > MostValues)
                faults[name] = $"{name} stands {values.Count} times; {MostValues} values are read at most.";
            else
                asked.AddRange(values.OfType<string>().Select(v => (name, v)));
        }

        // The platforms that are known today: one that an older release does not have has no rows in it.
        var platforms = context.RequestServices.GetRequiredService<LatestRelease>().Current?.Release.Platforms.Select(p => p.Slug).ToHashSet(StringComparer.Ordinal) ?? [];
        return (DatasetFilter.Read(table, asked, platforms, faults), faults);
    }
}
