using Analytics.Models.Releases.Datasets;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Models.Releases;

/// <summary>A file of a release.</summary>
/// <param name="Name">With <see cref="ReleaseTable.Folder"/> for records; without for the dataset.</param>
/// <param name="Sha256">Of its content, hexadecimal.</param>
/// <param name="Rows">Rows of a table; 0 for what is none.</param>
public sealed record ReleaseFile(string Name, string Sha256, long Bytes, int Rows);

/// <summary>Keeps the content of release files: under its hash, an unchanged one once for all releases, and what may be large in parts.</summary>
public sealed class ReleaseFileStore(Database database)
{
    private const int PartBytes = 1 << 20;

    /// <summary>The files of the release called <paramref name="id"/>, by name; none when there is no such release.</summary>
    public async Task<IReadOnlyList<ReleaseFile>> ListAsync(string id, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<ReleaseFile>("select name, sha256, bytes, rows from perjam.release_file where release_id = $1 order by name", [id], stop);
    }

    /// <summary>The file of that name; null when there is no such release or file.</summary>
    public async Task<ReleaseFile?> FindAsync(string id, string name, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return (await connection.ListAsync<ReleaseFile>(
            "select name, sha256, bytes, rows from perjam.release_file where release_id = $1 and name = $2", [id, name], stop)).SingleOrDefault();
    }

    /// <summary>Writes the content with that hash to <paramref name="to"/>, one part in memory at a time. Whoever keeps it checks the hash.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public async Task CopyAsync(string sha256, Stream to, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await using var query = new NpgsqlCommand(
            """
            select content from perjam.release_object where sha256 = $1 and content is not null
            union all (select content from perjam.release_part where sha256 = $1 order by part)
            """, connection);
        query.Parameters.Add(new() { Value = sha256 });
        await using var reader = await query.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, stop);
        var any = false;
        while (await reader.ReadAsync(stop))
        {
            any = true;
            await using var part = await reader.GetStreamAsync(0, stop);
            await part.CopyToAsync(to, stop);
        }

        if (!any && sha256 != Key.OfContent([]))
            throw new KeyNotFoundException($"No file of a release has the hash {sha256}.");
    }

    /// <summary>Keeps records, each in one value.</summary>
    internal static async Task SaveAsync(NpgsqlConnection connection, string id, IEnumerable<ReleaseTable> records, CancellationToken stop)
    {
        foreach (var table in records)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                """
                insert into perjam.release_object (sha256, content) values (@Sha256, @Content) on conflict (sha256) do nothing;
                insert into perjam.release_file (release_id, name, sha256, bytes, rows) values (@id, @Name, @Sha256, @bytes, @Rows);
                """, new { table.Sha256, table.Content, id, table.Name, bytes = table.Content.LongLength, table.Rows }, cancellationToken: stop));
        }
    }

    /// <summary>Keeps the files of a dataset, in parts.</summary>
    internal static async Task SaveAsync(NpgsqlConnection connection, string id, IEnumerable<WrittenFile> files, CancellationToken stop)
    {
        foreach (var file in files)
        {
            var isNew = await connection.ExecuteAsync(new CommandDefinition(
                "insert into perjam.release_object (sha256) values (@Sha256) on conflict (sha256) do nothing", new { file.Sha256 }, cancellationToken: stop)) == 1;
            if (isNew)
                await SavePartsAsync(connection, file, stop);
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into perjam.release_file (release_id, name, sha256, bytes, rows) values (@id, @Name, @Sha256, @Bytes, @rows)",
                new { id, file.Name, file.Sha256, file.Bytes, rows = file.Rows ?? 0 }, cancellationToken: stop));
        }
    }

    private static async Task SavePartsAsync(NpgsqlConnection connection, WrittenFile file, CancellationToken stop)
    {
        await using var content = File.OpenRead(file.Path);
        await using var parts = await connection.BeginBinaryImportAsync("copy perjam.release_part (sha256, part, content) from stdin (format binary)", stop);
        var buffer = new byte[PartBytes];
        for (var part = 0; await content.ReadAtLeastAsync(buffer, PartBytes, throwOnEndOfStream: false, stop) is > 0 and var read; part++)
        {
            await parts.StartRowAsync(stop);
            await parts.WriteAsync(file.Sha256, NpgsqlDbType.Text, stop);
            await parts.WriteAsync(part, NpgsqlDbType.Integer, stop);
            await parts.WriteAsync(buffer.AsMemory(0, read), NpgsqlDbType.Bytea, stop);
        }

        await parts.CompleteAsync(stop);
    }
}
