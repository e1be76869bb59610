using System.Text;
using Npgsql;

namespace Analytics.Flow.Tests;

/// <summary>Every row of every table of the flow as text, so that two databases, or one at two times, can be compared.</summary>
internal static class TableDump
{
    // When something was looked at, and how often: not what was found.
    private static readonly HashSet<string> Log = ["fetch", "migration"];
    private static readonly HashSet<string> Moments = ["fetched_at", "added_at", "made_at", "vanished_at", "received_at", "content_at", "decided_at"];

    /// <summary>The rows, each table in the order of its rows' text.</summary>
    /// <param name="withMoments">Whether columns that hold a moment count: for one database at two times they do.</param>
    public static async Task<string> TakeAsync(string connectionString, bool withMoments, params string[] without)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var text = new StringBuilder();
        foreach (var (table, columns) in await ColumnsAsync(connection, withMoments))
        {
            if (without.Contains(table))
                continue;
            text.Append("== ").AppendLine(table);
            await using var rows = new NpgsqlCommand($"select t::text from (select {columns} from perjam.{table}) t order by 1", connection);
            await using var reader = await rows.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                text.AppendLine(reader.GetString(0));
        }

        return text.ToString();
    }

    private static async Task<List<(string Table, string Columns)>> ColumnsAsync(NpgsqlConnection connection, bool withMoments)
    {
        var found = new List<(string, string)>();
        await using var query = new NpgsqlCommand(
            "select table_name, column_name from information_schema.columns where table_schema = 'perjam' order by table_name, ordinal_position", connection);
        await using var reader = await query.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            found.Add((reader.GetString(0), reader.GetString(1)));
        return [.. found.Where(f => !Log.Contains(f.Item1) && (withMoments || !Moments.Contains(f.Item2)))
            .GroupBy(f => f.Item1).Select(g => (g.Key, string.Join(", ", g.Select(c => c.Item2))))];
    }
}
