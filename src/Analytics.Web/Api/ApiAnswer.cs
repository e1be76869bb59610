using System.Globalization;
using System.Text.Json;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Storage;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Web.Api;

/// <summary>Writes answers of the API. The values of a row are written as in the files of the dataset.</summary>
internal static class ApiAnswer
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = Rows.Json.Encoder };

    /// <summary>A page of a table as JSON.</summary>
    /// <param name="next">The address of the page after it; null for the last.</param>
    public static byte[] Json(ApiQuery query, ApiRows page, string site, string? next) => Write(json =>
    {
        json.WritePropertyName("release");
        WriteRelease(json, query.Release.Head, site);
        json.WriteStartObject("filters");
        foreach (var condition in query.Filter.Conditions)
        {
            json.WriteStartArray(condition.Name);
            foreach (var value in condition.Values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteNumber("count", page.Count);
        json.WriteString("next", next);
        WriteRows(json, query.Table.Columns, page.Rows);
    });

    /// <summary>A table with its header; what is blank is empty.</summary>
    public static byte[] Csv(IReadOnlyList<DatasetColumn> columns, IReadOnlyList<object?[]> rows)
    {
        using var bytes = new MemoryStream();
        var table = TableFormat.Csv.Open(bytes, columns);
        foreach (var row in rows)
            table.Write(row);
        table.Complete();
        return bytes.ToArray();
    }

    /// <summary>A list that needs no pages.</summary>
    /// <param name="release">The release that it is of; null where it is of none.</param>
    public static byte[] Json(ReleaseHead? release, IReadOnlyList<DatasetColumn> columns, IReadOnlyList<object?[]> rows, string site) => Write(json =>
    {
        if (release is not null)
        {
            json.WritePropertyName("release");
            WriteRelease(json, release, site);
        }

        json.WriteNumber("count", rows.Count);
        WriteRows(json, columns, rows);
    });

    /// <summary>The address of the page after <paramref name="page"/>, with the filter and limit that this one was asked with; null where there is none.</summary>
    public static string? Next(ApiQuery query, ApiRows page, HttpRequest request, string site)
    {
        if (!page.More)
            return null;
        var cursor = new ApiCursor(query.Release.Head.Id, query.Place + page.Rows.Count, ApiCursor.Subject(query.Filter));
        var address = site + request.Path + query.Filter.Query;
        if (Asked.Chosen(request.Query, "limit") is not null)
            address = QueryHelpers.AddQueryString(address, "limit", query.Limit.ToString(CultureInfo.InvariantCulture));
        return QueryHelpers.AddQueryString(address, "cursor", cursor.Write());
    }

    /// <summary>A moment as it is written everywhere in the API.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void WriteRelease(Utf8JsonWriter json, ReleaseHead release, string site)
    {
        json.WriteStartObject();
        json.WriteString("id", release.Id);
        json.WriteNumber("number", release.Number);
        json.WriteString("made_at", Moment(release.MadeAt));
        json.WriteBoolean("simulated", release.Simulated);
        json.WriteString("address", $"{site}/s/{release.Id}");
        json.WriteString("citation", $"{site}/s/{release.Id}/citation.txt");
        json.WriteString("licence", StructuredData.Licence);
        json.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter json, IReadOnlyList<DatasetColumn> columns, IReadOnlyList<object?[]> rows)
    {
        json.WriteStartArray("data");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(columns[i].Name);
                FieldText.Write(json, row[i]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
