using System.Globalization;
using System.Text.Json.Nodes;

namespace Analytics.Models.Releases.Datasets;

/// <summary>
/// <c>croissant.json</c>: the release by Croissant 1.1 (MLCommons), in English: its files with their hashes, and each table as a record set over its CSV. A release never changes, so it is no
/// live dataset.
/// </summary>
public static class Croissant
{
    /// <summary>What the file says it conforms to.</summary>
    public const string Specification = "http://mlcommons.org/croissant/1.1";

    /// <summary>With which the file is sent.</summary>
    public const string MediaType = $"application/ld+json; profile=\"{Specification}\"";

    private const string Licence = "https://spdx.org/licenses/CC-BY-4.0.html", Zip = "application/zip";

    private static readonly Codebook Book = Codebook.English;

    /// <summary>The text of the file.</summary>
    /// <param name="files">
    /// What is published. With the zip among them, tables are told as contained in it; a description inside of the zip cannot name the hash of the zip, so it is made without, and its tables
    /// are at their own addresses.
    /// </param>
    public static string Write(DatasetHead head, IReadOnlyList<DatasetFile> files) => DescriptionFormat.Write(new JsonObject
    {
        ["@context"] = Context(),
        ["@type"] = "sc:Dataset",
        ["@id"] = head.Address,
        ["conformsTo"] = Specification,
        ["name"] = Book.Dataset.NameOf(head.Release),
        ["description"] = Book.Dataset.DescriptionOf(head.Release),
        ["url"] = head.Address,
        ["license"] = Licence,
        ["sdLicense"] = Licence,
        ["creator"] = Organisation(head),
        ["publisher"] = Organisation(head),
        ["datePublished"] = head.Made,
        ["dateCreated"] = head.Made,
        ["dateModified"] = head.Made,
        ["version"] = DatasetVersion.OfCroissant(head.Release),
        ["sdVersion"] = DatasetVersion.OfDataPackage(head.Release),
        ["identifier"] = head.Release.Id,
        ["keywords"] = DescriptionFormat.Texts(Book.Dataset.Keywords),
        ["inLanguage"] = DescriptionFormat.Texts(Codebook.Languages),
        ["isLiveDataset"] = false,
        ["citeAs"] = new DatasetCitation(head).BibTeX(),
        ["prov:wasAttributedTo"] = new JsonObject { ["@type"] = "prov:Agent", ["prov:label"] = DatasetHead.Publisher },
        ["prov:wasGeneratedBy"] = Activity(head),
        ["prov:wasDerivedFrom"] = DescriptionFormat.Array(Book.Dataset.Sources.Select(source => new JsonObject { ["@type"] = "prov:Entity", ["prov:label"] = source })),
        ["distribution"] = Files(head, files),
        ["recordSet"] = DescriptionFormat.Array(DatasetTables.All.Select(table => RecordSet(table, files))),
    });

    private static JsonObject Organisation(DatasetHead head) => new() { ["@type"] = "sc:Organization", ["name"] = DatasetHead.Publisher, ["url"] = head.Site + "/" };

    private static JsonObject Activity(DatasetHead head) => new()
    {
        ["@type"] = "prov:Activity",
        ["prov:label"] = string.Create(CultureInfo.InvariantCulture, $"Publication of release {head.Release.Number}{(head.Release.Simulated ? " from simulated reports" : "")}"),
        ["prov:endedAtTime"] = head.Made,
    };

    private static JsonArray Files(DatasetHead head, IReadOnlyList<DatasetFile> files)
    {
        var zip = files.FirstOrDefault(f => f.MediaType == Zip);
        return DescriptionFormat.Array(files.OrderBy(f => f != zip).Where(f => f == zip || f.Table is not null).Select(file =>
        {
            var told = new JsonObject
            {
                ["@type"] = "cr:FileObject",
                ["@id"] = file.Name,
                ["name"] = file.Name,
                ["contentUrl"] = zip is null || file == zip ? head.AddressOf(file.Name) : file.Name,
                ["contentSize"] = string.Create(CultureInfo.InvariantCulture, $"{file.Bytes} B"),
                ["encodingFormat"] = file.MediaType,
                ["sha256"] = file.Sha256,
            };
            if (zip is not null && file != zip)
                told["containedIn"] = Id(zip.Name);
            if (file.Table is { } table && file.Format != "csv")
                told["sameAs"] = $"{table}.csv";
            return told;
        }));
    }

    private static JsonObject RecordSet(DatasetTable table, IReadOnlyList<DatasetFile> files)
    {
        var source = files.FirstOrDefault(f => f.Table == table.Name && f.Format == "csv") ?? throw new ArgumentException($"The table {table.Name} is not among the files as CSV.");
        var told = Book.Of(table);
        var records = new JsonObject { ["@type"] = "cr:RecordSet", ["@id"] = table.Name, ["name"] = table.Name, ["description"] = $"{told.Title}. {told.Description} {told.Use}" };
        if (table.Key.Count > 0)
            records["key"] = DescriptionFormat.Array(table.Key.Select(name => Id($"{table.Name}/{name}")));
        records["field"] = DescriptionFormat.Array(table.Columns.Select(column => Field(table, column, source)));
        return records;
    }

    private static JsonObject Field(DatasetTable table, DatasetColumn column, DatasetFile source)
    {
        var told = Book.Of(table, column);
        var field = new JsonObject
        {
            ["@type"] = "cr:Field",
            ["@id"] = $"{table.Name}/{column.Name}",
            ["name"] = column.Name,
            ["description"] = $"{told.Title}. {Book.Whole(table, column)}",
            ["dataType"] = TypeOf(column.Type),
            ["source"] = new JsonObject { ["fileObject"] = Id(source.Name), ["extract"] = new JsonObject { ["column"] = column.Name } },
        };
        if (Referenced(table, column) is { } other)
            field["references"] = Id(other);
        return field;
    }

    // Where "all" stands for every platform, nothing is found by it; every other value is.
    private static string? Referenced(DatasetTable table, DatasetColumn column) => (table.Name, column.Name) switch
    {
        ("platforms", _) => null,
        (_, "platform") => "platforms/platform",
        ("reports", "quarter") => "report_quarters/quarter",
        _ => null,
    };

    private static JsonObject Id(string id) => new() { ["@id"] = id };

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Number => "sc:Float",
        _ => "sc:" + type,
    };

    /// <summary>The terms that the specification recommends (its appendix 1), and those of PROV-O.</summary>
    private static JsonObject Context()
    {
        var context = new JsonObject
        {
            ["@language"] = "en",
            ["@vocab"] = "http://schema.org/",
            ["sc"] = "http://schema.org/",
            ["cr"] = "http://mlcommons.org/croissant/",
            ["rai"] = "http://mlcommons.org/croissant/RAI/",
            ["dct"] = "http://purl.org/dc/terms/",
            ["prov"] = "http://www.w3.org/ns/prov#",
            ["conformsTo"] = "dct:conformsTo",
            ["data"] = new JsonObject { ["@id"] = "cr:data", ["@type"] = "@json" },
            ["dataType"] = new JsonObject { ["@id"] = "cr:dataType", ["@type"] = "@vocab" },
            ["examples"] = new JsonObject { ["@id"] = "cr:examples", ["@type"] = "@json" },
        };
        foreach (var term in Terms)
            context[term] = "cr:" + term;
        return context;
    }

    private static readonly string[] Terms =
    [
        "annotation", "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "excludes", "extract", "field", "fileProperty", "fileObject", "fileSet", "format", "includes", "isArray",
        "isLiveDataset", "jsonPath", "key", "md5", "parentField", "recordSet", "references", "regex", "readLines", "sdVersion", "separator", "source", "subField", "transform", "unArchive", "value",
    ];
}
