using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analytics.Models.Releases.Datasets;

/// <summary>The release or one of its tables as a schema.org Dataset, for the page that shows it, in the page's language.</summary>
public static class DatasetJsonLd
{
    /// <summary>The release with all its tables.</summary>
    /// <param name="page">Address of the page.</param>
    /// <returns>JSON in which no text can end the script element that holds it.</returns>
    public static string Of(DatasetHead head, IReadOnlyList<DatasetFile> files, Codebook book, string page)
    {
        var thing = Dataset(head, book, page, book.Dataset.NameOf(head.Release), book.Dataset.DescriptionOf(head.Release), files);
        thing["sameAs"] = head.Address;
        thing["identifier"] = Identifier(head);
        thing["spatialCoverage"] = new JsonObject { ["@type"] = "Place", ["name"] = book.Dataset.Coverage };
        thing["measurementTechnique"] = DescriptionFormat.Texts(book.Dataset.Measurement);
        thing["variableMeasured"] = Variables(book, DatasetTables.All[0]);
        thing["hasPart"] = DescriptionFormat.Array(DatasetTables.All.Select(table => Part(head, book, table)));
        return Root(thing);
    }

    /// <summary>One table of the release.</summary>
    /// <inheritdoc cref="Of(DatasetHead, IReadOnlyList{DatasetFile}, Codebook, string)"/>
    public static string Of(DatasetHead head, IReadOnlyList<DatasetFile> files, Codebook book, string page, DatasetTable table)
    {
        var told = book.Of(table);
        var thing = Dataset(head, book, page, $"{told.Title}: {book.Dataset.NameOf(head.Release)}", Described(head, book, told), [.. files.Where(f => f.Table == table.Name)]);
        thing["identifier"] = head.AddressOf(table.Name + ".csv");
        thing["variableMeasured"] = Variables(book, table);
        thing["isPartOf"] = new JsonObject
        {
            ["@type"] = "Dataset",
            ["name"] = book.Dataset.NameOf(head.Release),
            ["description"] = book.Dataset.DescriptionOf(head.Release),
            ["url"] = head.Address,
            ["license"] = DatasetHead.LicenceAddress,
            ["creator"] = Organisation(head),
        };
        return Root(thing);
    }

    private static string Root(JsonObject thing) => new JsonObject([KeyValuePair.Create<string, JsonNode?>("@context", "https://schema.org"), .. thing.ToList().Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))])
        .ToJsonString(JsonSerializerOptions.Default);

    private static JsonObject Dataset(DatasetHead head, Codebook book, string page, string name, string description, IReadOnlyList<DatasetFile> files) => new()
    {
        ["@type"] = "Dataset",
        ["name"] = name,
        ["description"] = description,
        ["url"] = page,
        ["keywords"] = DescriptionFormat.Texts(book.Dataset.Keywords),
        ["license"] = DatasetHead.LicenceAddress,
        ["isAccessibleForFree"] = true,
        ["creator"] = Organisation(head),
        ["publisher"] = Organisation(head),
        ["version"] = head.Release.Number.ToString(CultureInfo.InvariantCulture),
        // A release is frozen: it was never modified after it was made.
        ["dateCreated"] = head.Made,
        ["datePublished"] = head.Made,
        ["dateModified"] = head.Made,
        ["inLanguage"] = book.Language,
        ["distribution"] = DescriptionFormat.Array(files.Select(file => Download(head, file))),
    };

    private static JsonArray Identifier(DatasetHead head) => new(head.Address, new JsonObject { ["@type"] = "PropertyValue", ["propertyID"] = "PerJam release id", ["value"] = head.Release.Id });

    private static JsonObject Part(DatasetHead head, Codebook book, DatasetTable table) => new()
    {
        ["@type"] = "Dataset",
        ["name"] = book.Of(table).Title,
        ["description"] = Described(head, book, book.Of(table)),
        ["url"] = $"{head.Site}/{book.Language}/data/{table.Name}",
        ["license"] = DatasetHead.LicenceAddress,
        ["creator"] = Organisation(head),
    };

    private static string Described(DatasetHead head, Codebook book, TableText told) => head.Release.Simulated ? $"{told.Description} {book.Dataset.SimulatedNote}" : told.Description;

    private static JsonArray Variables(Codebook book, DatasetTable table) => DescriptionFormat.Array(table.Columns.Where(c => c.Type is ColumnType.Number or ColumnType.Integer).Select(column =>
    {
        var variable = new JsonObject { ["@type"] = "PropertyValue", ["name"] = column.Name, ["description"] = book.Of(table, column).Meaning };
        if (column.Unit is not null)
            variable["unitText"] = column.Unit;
        return variable;
    }));

    private static JsonObject Organisation(DatasetHead head) => new() { ["@type"] = "Organization", ["name"] = DatasetHead.Publisher, ["url"] = head.Site + "/" };

    private static JsonObject Download(DatasetHead head, DatasetFile file) => new()
    {
        ["@type"] = "DataDownload",
        ["name"] = file.Name,
        ["contentUrl"] = head.AddressOf(file.Name),
        ["encodingFormat"] = file.MediaType,
        ["contentSize"] = string.Create(CultureInfo.InvariantCulture, $"{file.Bytes} B"),
        ["sha256"] = file.Sha256,
    };
}
