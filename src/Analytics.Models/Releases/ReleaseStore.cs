using System.Globalization;
using System.Text.Json;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Releases;

/// <summary>Keeps releases: their files as content-addressed objects, an unchanged file once for all of them.</summary>
/// <param name="site">Where the site can be reached, without a slash at the end: it stands in the files, as in their citation.</param>
public sealed class ReleaseStore(Database database, string site = ReleaseStore.Here)
{
    /// <summary>The site's address where none is given.</summary>
    public const string Here = "http://127.0.0.1:5080";

    // Releases of before the dataset hold nothing but records, under their bare names. What a file of a dataset has brought is in parts, whoever asks for it.
    private const string RecordsOf =
        $"""
        (select * from perjam.release_file r where r.name like '{ReleaseTable.Folder}%'
           or not exists (select 1 from perjam.release_file n where n.release_id = r.release_id and n.name like '{ReleaseTable.Folder}%')) f
        join lateral (select coalesce(
          (select content from perjam.release_object where sha256 = f.sha256),
          (select string_agg(content, ''::bytea order by part) from perjam.release_part where sha256 = f.sha256), ''::bytea) as content) o on true
        """;

    // One publication at a time, whatever process it comes from.
    private const long PublishLock = 0x7065726a616d01;

    /// <summary>
    /// Publishes <paramref name="release"/> under the next number, whole or not at all. When its content is that of the latest release,
    /// nothing is published.
    /// </summary>
    /// <param name="from">The rollups that it was made from, where it holds cells of reports: which versions of them are out is kept with it.</param>
    /// <param name="progress">Told each file of the dataset as it begins.</param>
    /// <returns>The latest release after this, and whether it is new.</returns>
    /// <exception cref="InvalidOperationException">A report was withdrawn or corrected, or the rollups made anew, since <paramref name="from"/>.</exception>
    public async Task<(ReleaseHead Head, bool Published)> PublishAsync(Release release, DateTimeOffset now, CancellationToken stop, Round? from = null, IProgress<string>? progress = null)
    {
        (ReleaseHead, bool) result = default;
        await database.InTransactionAsync(async (connection, _) =>
        {
            await connection.ExecuteAsync("select pg_advisory_xact_lock(@PublishLock)", new { PublishLock });
            await RefuseStaleAsync(hold: false);
            var latest = await LatestAsync(connection, stop);
            if (latest is not null && await ContentOfAsync(connection, latest.Id) == ContentOf(release.Named(latest.Id)))
            {
                result = (latest, false);
                return;
            }

            var number = (latest?.Number ?? 0) + 1;
            var head = new ReleaseHead(Key.Of(number.ToString(CultureInfo.InvariantCulture), ContentOf(release))[..12], number, now, release.Head.Simulated);
            var named = release.Named(head.Id) with { Head = head };
            using var folder = DatasetFolder.Create();
            var files = new DatasetWriter(named, site, folder.Path, progress).Write(stop);
            // Whoever withdraws is held up only while the files are kept, not while they are written.
            await RefuseStaleAsync(hold: true);
            await InsertAsync(connection, head, ContentOf(named), named.Tables(), stop);
            await ReleaseFileStore.SaveAsync(connection, head.Id, files, stop);
            if (from is { } made)
                await CellVersionStore.SaveAsync(connection, named, head, made.Number, stop);
            result = (head, true);

            Task RefuseStaleAsync(bool hold) => from is { } round ? CellVersionStore.RefuseStaleAsync(connection, round, hold) : Task.CompletedTask;
        }, stop);
        return result;
    }

    // The rows of a quarter are in one release alone, and the next does not differ from it by their absence.
    private static string ContentOf(Release release) => Key.Of(
        [.. release.Tables().SelectMany(t => new[] { t.Name, t.Sha256 }), release.Head.Simulated ? "simulated" : "real"]);

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

    /// <summary>The release called <paramref name="id"/> with all its records, and so without the reports one by one; null when there is none.</summary>
    public async Task<Release?> ReadAsync(string id, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        var head = (await connection.ListAsync<ReleaseHead>("select id, number, made_at, simulated from perjam.release where id = $1", [id], stop)).SingleOrDefault();
        if (head is null)
            return null;
        var files = await connection.QueryAsync<(string Name, byte[] Content)>(new CommandDefinition(
            $"select f.name, o.content from {RecordsOf} where f.release_id = @id and f.name <> @Name", new { id, ReportFile.Name }, cancellationToken: stop));
        return Release.Read(head, files.ToDictionary(f => f.Name, f => f.Content));
    }

    /// <summary>As <see cref="ReadAsync"/>, with the reports one by one.</summary>
    public async Task<Release?> ReadWithReportsAsync(string id, CancellationToken stop)
    {
        if (await ReadAsync(id, stop) is not { } release)
            return null;
        var files = new ReleaseFileStore(database);
        if (await files.FindAsync(id, ReportFile.Name, stop) is not { } file)
            return release;
        using var content = new MemoryStream();
        await files.CopyAsync(file.Sha256, content, stop);
        return release with { Reports = ReportFile.Read(content.GetBuffer().AsSpan(0, (int)content.Length)) };
    }

    /// <summary>The bytes of a release's records; null when there is no such release or table.</summary>
    public async Task<byte[]?> RecordsAsync<T>(string id, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QuerySingleOrDefaultAsync<byte[]?>(new CommandDefinition(
            $"select o.content from {RecordsOf} where f.release_id = @id and f.name in (@name, @bare)",
            new { id, name = ReleaseTable.NameOf<T>(), bare = ReleaseTable.BareNameOf<T>() }, cancellationToken: stop));
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
        await ReleaseFileStore.SaveAsync(connection, head.Id, tables, stop);
    }
}
