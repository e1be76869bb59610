using Analytics.Models.Releases;
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
    public static Task<(DatasetFilter? Filter, IResult? Refused)> ReadAsync(HttpContext context, PublishedRelease release, string file) =>
        ReadAsync(context, release, DatasetTables.Find(FileKind.TableOf(file)!)!, []);

    /// <inheritdoc cref="ReadAsync(HttpContext, PublishedRelease, string)"/>
    /// <param name="beside">Names that the address has beside those of the filter.</param>
    public static async Task<(DatasetFilter? Filter, IResult? Refused)> ReadAsync(HttpContext context, PublishedRelease release, DatasetTable table, IReadOnlyCollection<string> beside)
    {
        var releases = context.RequestServices.GetRequiredService<LatestRelease>();
        var (filter, faults) = Read(context.Request.Query, table, beside, PlatformsOf(releases.Current?.Release));
        // A platform may have gone since: then that release still knows it.
        if (faults.ContainsKey("platform") && release.Head.Id != releases.Current?.Head.Id && await releases.FindAsync(release.Head.Id, context.RequestAborted) is { } older)
            (filter, faults) = Read(context.Request.Query, table, beside, PlatformsOf(older.Release));
        return faults.Count > 0 ? (null, QueryFaults.Refused(faults)) : (filter, null);
    }

    /// <summary>The filter of <paramref name="table"/>, and a sentence for each name that is wrong.</summary>
    /// <param name="platforms">Slugs of the platforms that are known.</param>
    public static (DatasetFilter Filter, IReadOnlyDictionary<string, string> Faults) Read(IQueryCollection query, DatasetTable table, IReadOnlyCollection<string> beside, IReadOnlyCollection<string> platforms)
    {
        var faults = new Dictionary<string, string>();
        var asked = new List<(string, string)>();
        foreach (var (name, values) in query.Where(q => !beside.Contains(q.Key)).Take(MostValues))
        {
            if (name.Length > LongestValue || values.Any(v => v?.Length > LongestValue))
                faults[name[..Math.Min(name.Length, 40)]] = $"A name or value in the address is longer than {LongestValue} characters.";
            else if (values.Count > MostValues)
                faults[name] = $"{name} stands {values.Count} times; {MostValues} values are read at most.";
            else
                asked.AddRange(values.OfType<string>().Select(v => (name, v)));
        }

        return (DatasetFilter.Read(table, asked, platforms, faults), faults);
    }

    /// <summary>The platforms that <paramref name="release"/> knows.</summary>
    public static IReadOnlyCollection<string> PlatformsOf(Release? release) => [.. release?.Platforms.Select(p => p.Slug) ?? []];
}
