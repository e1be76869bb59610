using System.Data.Common;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Downloads;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Data;

/// <summary>The codebook of one table: what it is, column by column; where it can be had; and an extract of it, its address made by a form.</summary>
public sealed class TableModel(PublishedFiles published) : ReleasePage
{
    /// <summary>The formats that extracts are made in.</summary>
    public static IReadOnlyList<TableFormat> Streamed { get; } = [TableFormat.Csv, TableFormat.JsonLines];

    public DatasetTable Table { get; private set; } = null!;

    public TableText Told { get; private set; } = null!;

    /// <summary>What is chosen of the table.</summary>
    public DatasetFilter Filter { get; private set; } = null!;

    /// <summary>The release with its files; null when the database is away and they are not known.</summary>
    public PublishedRelease? Published { get; private set; }

    public DatasetHead Head => new(Asked.Release.Head, SiteAddress.Of(HttpContext));

    public Codebook Book => Codebook.In(Text.Language.Code);

    /// <summary>The table's files, by format.</summary>
    public IEnumerable<(TableFormat Format, ReleaseFile File)> Files =>
        from format in TableFormat.All
        let file = Published?.Find($"{Table.Name}.{format}")
        where file is not null
        select (format, file);

    /// <summary>The quarters whose single reports are in another release, with that release, the latest first: each is published once.</summary>
    public IEnumerable<(string Quarter, string Release)> Elsewhere => Table.Name != "reports" ? []
        : from quarter in Asked.Release.Release.ReportQuarters
          where quarter.FromRelease is not null && quarter.FromRelease != Asked.Release.Head.Id
          orderby quarter.Quarter descending
          select (DatasetTables.Quarter(quarter.Quarter), quarter.FromRelease);

    public bool IsExtract => Filter.Conditions.Count > 0;

    /// <summary>Where the extract, or the whole table where nothing is chosen, is for ever.</summary>
    public string Source(TableFormat format) => Head.AddressOf($"{Table.Name}.{format}") + Filter.Query;

    public DatasetCitation Citation => CitationFiles.Of(Head, Filter, TableFormat.Csv.Ending);

    /// <summary>The page as data that can be had; null while its files are not known.</summary>
    public string? Data => Files.Any() ? DatasetJsonLd.Of(Head, FileKind.Described(Published!), Book, $"{Head.Site}/{Text.Language.Code}/data/{Table.Name}{Asked.Query()}", Table) : null;

    /// <summary>A choice for each name that the table can be filtered by.</summary>
    public IEnumerable<Select> Choices =>
        from name in DatasetFilter.NamesOf(Table)
        let column = DatasetFilter.ColumnOf(Table, name)!
        let chosen = Filter.Conditions.FirstOrDefault(c => c.Name == name)?.Values[0]
        select new Select(name, Label(name), Text["form.all"], chosen, Options(name, column));

    public async Task<IActionResult> OnGetAsync(string table, CancellationToken stop)
    {
        if (DatasetTables.Find(table) is not { } found)
            return NotFound();
        (Table, Told) = (found, Book.Of(found));
        // A form sends what is not chosen as empty.
        var chosen = new QueryCollection(Request.Query.Where(q => !q.Value.All(string.IsNullOrEmpty)).ToDictionary());
        (Filter, var faults) = ExtractQuery.Read(chosen, found, ["release", "currency"], ExtractQuery.PlatformsOf(Asked.Release.Release));
        if (faults.Count > 0)
            return StatusCode(StatusCodes.Status400BadRequest);
        try
        {
            Published = await published.FindAsync(Asked.Release.Head.Id, stop);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            // What the table means is told all the same.
        }

        return Page();
    }

    private string Label(string name) => name switch
    {
        "platform" => Text["compare.column.platform"],
        "quarter" => Text["codebook.quarter"],
        _ => Text[$"compare.{name}"],
    };

    private IEnumerable<(string Value, string Word)> Options(string name, DatasetColumn column)
    {
        if (column.Words.Count > 0)
            return column.Words.Select(word => (word, Book.Label(Table, column, word)));
        var all = DatasetFilter.TellsAll(Table) ? [(DatasetTables.Every, Text["codebook.all"])] : Array.Empty<(string, string)>();
        return all.Concat(name switch
        {
            "platform" => Asked.Release.Release.Platforms.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(p => (p.Slug, p.Name)),
            "country" => Countries.All.Select(c => (c.Code, Asked.Country(c.Code)!)).OrderBy(c => c.Item2, StringComparer.CurrentCulture),
            _ => Quarters.Select(q => (q, q)),
        });
    }

    // The quarters that this release tells of, the latest first.
    private IEnumerable<string> Quarters => Asked.Release.Release.Cells.Select(c => c.Cell.Quarter).OfType<DateOnly>().Concat(Asked.Release.Release.ReportQuarters.Select(q => q.Quarter))
        .Distinct().OrderDescending().Select(DatasetTables.Quarter);
}
