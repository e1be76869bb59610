using System.Text.Json.Nodes;

namespace Analytics.Models.Releases.Datasets;

/// <summary>
/// <c>datapackage.json</c>: the release as a Data Package, version 2 of the standard, in English. Tables are resources in CSV with their schemas; the same rows in other formats are further
/// resources without one, because the standard has readers take a schema for text.
/// </summary>
public static class DataPackage
{
    private const string Profiles = "https://datapackage.org/profiles/2.0/";

    private static readonly Codebook Book = Codebook.English;

    /// <summary>The text of the file.</summary>
    /// <param name="files">What is published; those that hold no table are left out. At least one holds one.</param>
    public static string Write(DatasetHead head, IReadOnlyList<DatasetFile> files) => DescriptionFormat.Write(new JsonObject
    {
        ["$schema"] = Profiles + "datapackage.json",
        ["name"] = "perjam",
        ["id"] = head.Address,
        ["title"] = Book.Dataset.NameOf(head.Release),
        ["description"] = Book.Dataset.DescriptionOf(head.Release),
        ["homepage"] = head.Address,
        ["version"] = DatasetVersion.OfDataPackage(head.Release),
        ["created"] = head.Made,
        ["snapshot"] = head.Release.Id,
        ["simulated"] = head.Release.Simulated,
        ["licenses"] = new JsonArray(new JsonObject { ["name"] = DatasetHead.LicenceId, ["path"] = DatasetHead.LicenceAddress, ["title"] = DatasetHead.LicenceTitle }),
        ["contributors"] = new JsonArray(new JsonObject { ["title"] = DatasetHead.Publisher, ["path"] = head.Site + "/", ["roles"] = DescriptionFormat.Texts(["creator", "publisher"]) }),
        ["sources"] = DescriptionFormat.Array(Book.Dataset.Sources.Select(source => new JsonObject { ["title"] = source })),
        ["keywords"] = DescriptionFormat.Texts(Book.Dataset.Keywords),
        ["resources"] = DescriptionFormat.Array(files.Where(f => f.Table is not null).Select(Resource)),
    });

    private static JsonObject Resource(DatasetFile file)
    {
        var table = DatasetTables.Find(file.Table!) ?? throw new ArgumentException($"{file.Name} holds {file.Table}, which is no table.");
        var told = Book.Of(table);
        var text = file.Format == "csv";
        var resource = new JsonObject
        {
            ["name"] = text ? table.Name : file.Name,
            ["path"] = file.Name,
            ["title"] = text ? told.Title : $"{told.Title}, as {file.Format}",
            ["description"] = text ? $"{told.Description} {told.Use}" : $"The same rows and columns as {table.Name}.csv. {told.Description}",
            ["format"] = file.Format,
            ["mediatype"] = file.MediaType,
            ["bytes"] = file.Bytes,
            ["hash"] = "sha256:" + file.Sha256,
            ["rows"] = file.Rows,
        };
        if (file.Format != "parquet")
            resource["encoding"] = "utf-8";
        if (text)
        {
            resource["type"] = "table";
            resource["schema"] = Schema(table);
        }

        return resource;
    }

    // Fields match exactly, in number and order: that is what no `fieldsMatch` means. The standard has it a text and its profile a list, so it is not written.
    private static JsonObject Schema(DatasetTable table)
    {
        var schema = new JsonObject { ["$schema"] = Profiles + "tableschema.json", ["fields"] = DescriptionFormat.Array(table.Columns.Select(column => Field(table, column))) };
        if (table.HasPrimaryKey())
            schema["primaryKey"] = DescriptionFormat.Texts(table.Key);
        else if (table.Key.Count > 0)
            schema["uniqueKeys"] = new JsonArray(DescriptionFormat.Texts(table.Key));
        // A platform of a rate may be "all", and a claim's may be of no catalogue; only this one holds always.
        if (table.Name == "reports")
            schema["foreignKeys"] = new JsonArray(new JsonObject { ["fields"] = DescriptionFormat.Texts(["quarter"]), ["reference"] = new JsonObject { ["resource"] = "report_quarters", ["fields"] = DescriptionFormat.Texts(["quarter"]) } });
        schema["missingValues"] = Missing(Book.Page.BlankPlain);
        return schema;
    }

    private static JsonObject Field(DatasetTable table, DatasetColumn column)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = TypeOf(column.Type),
            ["title"] = Book.Of(table, column).Title,
            ["description"] = Book.Whole(table, column),
        };
        if (column.Unit is not null)
            field["unit"] = column.Unit;
        if (Constraints(table, column) is { Count: > 0 } constraints)
            field["constraints"] = constraints;
        if (column.Words.Count > 0 && !column.List)
            field["categories"] = DescriptionFormat.Array(column.Words.Select(word => new JsonObject { ["value"] = word, ["label"] = Book.Label(table, column, word) }));
        if (column.BlankColumn is { } blank)
        {
            field["missingValues"] = Missing($"Blank for the reason in {blank}");
            field["missingReason"] = blank;
        }

        return field;
    }

    private static JsonObject Constraints(DatasetTable table, DatasetColumn column)
    {
        var constraints = new JsonObject();
        if (table.IsAlwaysTold(column))
            constraints["required"] = true;
        if (table.Key is [var only] && only == column.Name)
            constraints["unique"] = true;
        if (column.Name == "quarter")
            constraints["pattern"] = $"[0-9]{{4}}Q[1-4]|{DatasetTables.Every}";
        return constraints;
    }

    private static JsonArray Missing(string label) => new(new JsonObject { ["value"] = "", ["label"] = label });

    private static string TypeOf(ColumnType type) => type == ColumnType.Text ? "string" : type.ToString().ToLowerInvariant();
}
