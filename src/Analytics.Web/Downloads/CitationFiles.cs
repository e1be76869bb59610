using System.Text;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Storage;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.Net.Http.Headers;

namespace Analytics.Web.Downloads;

/// <summary>
/// How a table or an extract is cited: <c>/s/{release}/citation.bib?table=rates&amp;country=ID</c>, in each form that the release itself is cited in. Without anything behind the question
/// mark it is the release's own file.
/// </summary>
internal static class CitationFiles
{
    private const string Table = "table", Format = "format";

    private static readonly (string Name, Func<DatasetCitation, string> Write)[] Forms =
    [
        ("citation.txt", c => c.Apa() + "\n"), ("citation.bib", c => c.BibTeX()), ("citation.ris", c => c.Ris()), ("citation.csl.json", c => c.CslJson()), ("CITATION.cff", c => c.Cff()),
    ];

    /// <summary>The names of the forms, in the order in which they are offered.</summary>
    public static IEnumerable<string> Names => Forms.Select(f => f.Name);

    public static bool IsName(string name) => Forms.Any(f => f.Name == name);

    /// <summary>Whether the citation of a part of the release is asked for.</summary>
    public static bool IsAsked(IQueryCollection query, string name) => IsName(name) && query.Count > 0;

    /// <summary>The address of the citation of a table or extract.</summary>
    public static string Address(string release, string name, DatasetFilter filter) => ReleaseFiles.Address(release, name) + $"?{Table}={filter.Table.Name}" + filter.Query.Replace('?', '&');

    /// <summary>What is cited.</summary>
    public static DatasetCitation Of(DatasetHead head, DatasetFilter filter, string format) => new(head)
    {
        Table = filter.Table,
        Format = format,
        Filter = [.. filter.Conditions.SelectMany(c => c.Values, (c, value) => KeyValuePair.Create(c.Name, value))],
    };

    public static async Task<IResult> AnswerAsync(HttpContext context, PublishedRelease release, string name)
    {
        var head = new DatasetHead(release.Head, SiteAddress.Of(context));
        if (context.Request.Query.Count == 0)
            return Written(context, release, name, new(head));
        var tables = release.Tables.Select(t => t.Name).ToList();
        if (Asked.Chosen(context.Request.Query, Table) is not { } told)
            return QueryFaults.Refused(new Dictionary<string, string> { [Table] = $"Say which table is cited; table is one of {string.Join(", ", tables)}." });
        if (!tables.Contains(told) || DatasetTables.Find(told) is not { } table)
            return QueryFaults.Refused(new Dictionary<string, string> { [Table] = QueryFaults.NotOneOf(Table, told, tables) });
        var (filter, refused) = await ExtractQuery.ReadAsync(context, release, table, [Table, Format]);
        if (filter is null)
            return refused!;
        // Parquet is had whole alone.
        var formats = TableFormat.All.Where(f => filter.Conditions.Count == 0 || f != TableFormat.Parquet).Select(f => f.Ending).ToList();
        var format = Asked.Chosen(context.Request.Query, Format) ?? TableFormat.Csv.Ending;
        return formats.Contains(format)
            ? Written(context, release, name, Of(head, filter, format))
            : QueryFaults.Refused(new Dictionary<string, string> { [Format] = QueryFaults.NotOneOf(Format, format, formats) });
    }

    private static IResult Written(HttpContext context, PublishedRelease release, string name, DatasetCitation citation)
    {
        var content = Encoding.UTF8.GetBytes(Array.Find(Forms, f => f.Name == name).Write(citation));
        ReleaseFiles.Tell(context, release, name);
        // The address of the site stands in it, which may move.
        context.Response.Headers.CacheControl = "public, max-age=3600";
        var sha256 = Key.OfContent(content);
        context.Response.Headers[ReprDigest.Header] = ReprDigest.Of(sha256);
        return Results.Bytes(content, FileKind.MediaTypeOf(name), name, entityTag: new EntityTagHeaderValue($"\"{sha256}\""));
    }
}
