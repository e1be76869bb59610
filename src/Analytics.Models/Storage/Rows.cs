using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Models.Storage;

/// <summary>
/// Records in and out of tables whose columns are their properties in snake_case. Rows travel as JSON, so a nested record is a jsonb
/// column, a word of ours is written as <see cref="Term"/> writes it, and a decimal keeps its digits.
/// </summary>
public static class Rows
{
    /// <summary>How records are written in the database and in release files.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.General)
    {
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
    };

    // PostgreSQL holds a JSON value of up to 256 MB; batches also bound our own memory.
    private const int RowsAtOnce = 5_000;

    /// <summary>Inserts <paramref name="rows"/> into <paramref name="table"/>. A row whose key is there already stays as it is.</summary>
    /// <returns>How many rows were new.</returns>
    public static Task<int> InsertAsync<T>(this NpgsqlConnection connection, string table, IEnumerable<T> rows, CancellationToken stop) =>
        InsertAsync(connection, table, Columns<T>(), rows, stop);

    /// <summary>Inserts rows that are JSON objects already; all have the same properties.</summary>
    /// <returns>How many rows were new.</returns>
    public static Task<int> InsertNodesAsync(this NpgsqlConnection connection, string table, IReadOnlyList<JsonObject> rows, CancellationToken stop) =>
        rows.Count == 0 ? Task.FromResult(0) : InsertAsync(connection, table, rows[0].Select(p => p.Key), rows, stop);

    /// <summary>Puts <paramref name="row"/> in the place of the row of <paramref name="table"/> whose <paramref name="key"/> is the same.</summary>
    /// <returns>How many rows there were.</returns>
    public static async Task<int> UpdateAsync<T>(this NpgsqlConnection connection, string table, string key, T row, CancellationToken stop)
    {
        var columns = string.Join(", ", Columns<T>());
        await using var update = new NpgsqlCommand(
            $"update {table} set ({columns}) = (select {columns} from jsonb_populate_record(null::{table}, $1)) where {key} = $1 ->> '{key}'", connection);
        update.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = Storable(JsonSerializer.Serialize(row, Json)) });
        return await update.ExecuteNonQueryAsync(stop);
    }

    private static async Task<int> InsertAsync<T>(NpgsqlConnection connection, string table, IEnumerable<string> names, IEnumerable<T> rows, CancellationToken stop)
    {
        var columns = string.Join(", ", names);
        var sql = $"insert into {table} ({columns}) select {columns} from jsonb_populate_recordset(null::{table}, $1) on conflict do nothing";
        var added = 0;
        foreach (var batch in rows.Chunk(RowsAtOnce))
        {
            await using var insert = new NpgsqlCommand(sql, connection);
            insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = Storable(JsonSerializer.Serialize(batch, Json)) });
            added += await insert.ExecuteNonQueryAsync(stop);
        }

        return added;
    }

    /// <summary>The rows that <paramref name="sql"/> selects, one by one. Parameters are $1, $2, …; columns that T lacks are passed over.</summary>
    public static async IAsyncEnumerable<T> StreamAsync<T>(
        this NpgsqlConnection connection, string sql, object?[]? parameters = null, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await using var query = new NpgsqlCommand($"select to_jsonb(q)::text from ({sql}) q", connection);
        foreach (var value in parameters ?? [])
            query.Parameters.Add(new() { Value = value ?? DBNull.Value });
        await using var reader = await query.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            yield return JsonSerializer.Deserialize<T>(reader.GetString(0), Json)!;
    }

    /// <summary>All rows that <paramref name="sql"/> selects.</summary>
    public static async Task<List<T>> ListAsync<T>(this NpgsqlConnection connection, string sql, object?[]? parameters = null, CancellationToken stop = default)
    {
        var rows = new List<T>();
        await foreach (var row in connection.StreamAsync<T>(sql, parameters, stop))
            rows.Add(row);
        return rows;
    }

    // PostgreSQL keeps no U+0000 in a text, and a page may hold one: it becomes the replacement character. An escaped backslash before it is none.
    private static string Storable(string json) =>
        json.Contains(@"\u0000", StringComparison.Ordinal) ? Regex.Replace(json, @"(?<!\\)((?:\\\\)*)\\u0000", @"$1\ufffd") : json;

    private static IEnumerable<string> Columns<T>() =>
        Json.GetTypeInfo(typeof(T)).Properties.Where(p => p.Get is not null).Select(p => p.Name);
}
