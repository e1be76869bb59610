using System.Globalization;
using System.Text.Json;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Releases;

/// <summary>A file of a release.</summary>
/// <param name="Sha256">Of its content, hexadecimal.</param>
public sealed record ReleaseFile(string Name, string Sha256, int Bytes, int Rows);

/// <summary>Keeps releases: their files as content-addressed objects, an unchanged file once for all of them.</summary>
public sealed class ReleaseStore(Database database)
{
    // One publication at a time, whatever process it comes from.
    private const long PublishLock = 0x7065726a616d01;

    /// <summary>
    /// Publishes <paramref name="release"/> under the next number, whole or not at all. When its content is that of the latest release,
    /// nothing is published.
    /// </summary>
    /// <param name="from">The rollups that it was made from, where it holds cells of reports: which versions of them are out is kept with it.</param>
    /// <returns>The latest release after this, and whether it is new.</returns>
    /// <exception cref="InvalidOperationException">A report was withdrawn or corrected, or the rollups made anew, since <paramref name="from"/>.</exception>
    public async Task<(ReleaseHead Head, bool Published)> PublishAsync(Release release, DateTimeOffset now, CancellationToken stop, Round? from = null)
    {
        (ReleaseHead, bool) result = default;
        await database.InTransactionAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync("select pg_advisory_xact_lock(@PublishLock)", new { PublishLock });
            if (from is { } round)
                await CellVersionStore.RefuseStaleAsync(connection, round);
            var latest = await LatestAsync(connection, stop);
            if (latest is not null && await ContentOfAsync(connection, latest.Id) == ContentOf(release.Named(latest.Id)))
            {
                result = (latest, false);
                return;
            }

            var number = (latest?.Number ?? 0) + 1;
            var head = new ReleaseHead(Key.Of(number.ToString(CultureInfo.InvariantCulture), ContentOf(release))[..12], number, now, release.Head.Simulated);
            var named = release.Named(head.Id);
            await InsertAsync(connection, head, ContentOf(named), named.Tables(), stop);
            if (from is { } made)
                await CellVersionStore.SaveAsync(connection, named, head, made.Number, stop);
            result = (head, true);
        }, stop);
        return result;
    }

    // The rows of a quarter are in one release alone, and the next does not differ from it by their absence.
    private static string ContentOf(Release release) => Key.Of(
        [.. release.Tables().Where(t => t.Name != ReleaseTable.NameOf<ReportRow>()).SelectMany(t => new[] { t.Name, t.Sha256 }), release.Head.Simulated ? "simulated" : "real"]);

    /// <summary>The latest release; null before the first.</summary>
    public async Task<ReleaseHead?> LatestAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await LatestAsync(connection, stop);
    }

    /// <summary>All releases, the latest first.</summary>
    public async Task<IReadOnlyList<ReleaseHead>> ListAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<ReleaseHead>("select id, number, made_at, simulated from perjam.release order by number desc", stop: stop);
    }

    /// <summary>The release called <paramref name="id"/> with all its tables; null when there is none.</summary>
    public async Task<Release?> ReadAsync(string id, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        var head = (await connection.ListAsync<ReleaseHead>("select id, number, made_at, simulated from perjam.release where id = $1", [id], stop)).SingleOrDefault();
        if (head is null)
            return null;
        var files = await connection.QueryAsync<(string Name, byte[] Content)>(
            "select f.name, o.content from perjam.release_file f join perjam.release_object o using (sha256) where f.release_id = @id", new { id });
        return Release.Read(head, files.ToDictionary(f => f.Name, f => f.Content));
    }

    /// <summary>The files of the release called <paramref name="id"/>, by name; none when there is no such release.</summary>
    public async Task<IReadOnlyList<ReleaseFile>> FilesAsync(string id, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<ReleaseFile>("select name, sha256, bytes, rows from perjam.release_file where release_id = $1 order by name", [id], stop);
    }

    /// <summary>The bytes of a release's file with their hash; null when there is no such release or file.</summary>
    public async Task<(string Sha256, byte[] Content)?> FileAsync(string id, string name, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QuerySingleOrDefaultAsync<(string, byte[])?>(new CommandDefinition(
            "select o.sha256, o.content from perjam.release_file f join perjam.release_object o using (sha256) where f.release_id = @id and f.name = @name",
            new { id, name }, cancellationToken: stop));
    }

    private static async Task<ReleaseHead?> LatestAsync(NpgsqlConnection connection, CancellationToken stop) =>
        (await connection.ListAsync<ReleaseHead>("select id, number, made_at, simulated from perjam.release order by number desc limit 1", stop: stop)).SingleOrDefault();

    private static Task<string> ContentOfAsync(NpgsqlConnection connection, string id) =>
        connection.QuerySingleAsync<string>("select manifest ->> 'content' from perjam.release where id = @id", new { id });

    private static async Task InsertAsync(NpgsqlConnection connection, ReleaseHead head, string content, IReadOnlyList<ReleaseTable> tables, CancellationToken stop)
    {
        var manifest = JsonSerializer.Serialize(new { content, tables = tables.Select(t => new { t.Name, t.Sha256, t.Rows }) }, Rows.Json);
        await connection.ExecuteAsync(
            "insert into perjam.release (id, number, made_at, simulated, manifest) values (@Id, @Number, @made, @Simulated, @manifest::jsonb)",
            new { head.Id, head.Number, made = head.MadeAt.UtcDateTime, head.Simulated, manifest });
        foreach (var table in tables)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                """
                insert into perjam.release_object (sha256, content) values (@Sha256, @Content) on conflict (sha256) do nothing;
                insert into perjam.release_file (release_id, name, sha256, bytes, rows) values (@id, @Name, @Sha256, @bytes, @Rows);
                """, new { table.Sha256, table.Content, id = head.Id, table.Name, bytes = table.Content.Length, table.Rows }, cancellationToken: stop));
        }
    }
}
