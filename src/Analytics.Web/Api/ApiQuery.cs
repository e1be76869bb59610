using System.Data.Common;
using System.Globalization;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;

namespace Analytics.Web.Api;

/// <summary>What is asked of a table: of which release, which rows, from where, and how many.</summary>
/// <param name="Place">How many of the rows come before the page.</param>
internal sealed record ApiQuery(DatasetTable Table, Release Release, DatasetFilter Filter, int Place, int Limit)
{
    /// <summary>Rows of a page at most.</summary>
    public const int MostRows = 1000;

    /// <summary>Rows of a page where no limit is asked for.</summary>
    public const int UsualRows = 100;

    // Names of every table beside those of its filter.
    private static readonly string[] Common = ["release", "limit", "cursor"];

    /// <summary>The names that <paramref name="table"/> takes.</summary>
    public static IReadOnlyList<string> NamesOf(DatasetTable table) => [.. DatasetFilter.NamesOf(table), .. Common];

    /// <summary>Reads the query, or the answer that says what is wrong with it. Nothing in it is passed over.</summary>
    public static async Task<(ApiQuery? Query, IResult? Refused)> ReadAsync(HttpContext context, DatasetTable table)
    {
        var query = context.Request.Query;
        var faults = QueryFaults.Unknown(query, NamesOf(table), table.Name);
        var limit = ReadLimit(query, faults);
        var cursor = ReadCursor(query, faults);
        if (faults.Count > 0)
            return (null, QueryFaults.Refused(faults));
        var (release, status) = await ReleaseAsync(context, cursor?.Release ?? Asked.Chosen(query, "release"));
        if (release is null)
            return (null, QueryFaults.NotThere(status, null));
        var filter = DatasetFilter.Read(table, Wanted(query, table), [.. release.Platforms.Select(p => p.Slug)], faults);
        if (faults.Count == 0 && cursor is not null && cursor.Of != ApiCursor.Subject(filter))
            faults["cursor"] = "This cursor is of another table or filter. Keep the filter the same from page to page, or leave cursor out to begin anew.";
        return faults.Count > 0 ? (null, QueryFaults.Refused(faults)) : (new(table, release, filter, cursor?.Place ?? 0, limit!.Value), null);
    }

    /// <summary>The release of that id, the latest for null; else the status that answers.</summary>
    private static async Task<(Release? Release, int Status)> ReleaseAsync(HttpContext context, string? id)
    {
        var releases = context.RequestServices.GetRequiredService<LatestRelease>();
        try
        {
            if (await releases.FindAsync(id, context.RequestAborted) is { } found)
                return (found.Release, StatusCodes.Status200OK);
            return (null, id is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return (null, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IEnumerable<(string Name, string Value)> Wanted(IQueryCollection query, DatasetTable table) =>
        from name in DatasetFilter.NamesOf(table) from value in query[name] select (name, value ?? "");

    private static int? ReadLimit(IQueryCollection query, Dictionary<string, string> faults)
    {
        if (Asked.Chosen(query, "limit") is not { } chosen)
            return UsualRows;
        if (int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostRows)
            return limit;
        faults["limit"] = $"'{chosen}' rows cannot be had at once; limit is a whole number from 1 to {MostRows}.";
        return null;
    }

    private static ApiCursor? ReadCursor(IQueryCollection query, Dictionary<string, string> faults)
    {
        if (Asked.Chosen(query, "cursor") is not { } chosen)
            return null;
        var cursor = ApiCursor.Read(chosen);
        if (cursor is null)
            faults["cursor"] = "This is no cursor of ours. Take the whole address from next, or from the Link header, of the page before; or leave cursor out to begin anew.";
        else if (Asked.Chosen(query, "release") is { } release && release != cursor.Release)
            faults["cursor"] = $"This cursor is of release {cursor.Release}, not of {release}. Leave one of the two out.";
        return cursor;
    }
}
