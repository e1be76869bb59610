using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Sources;

/// <summary>Keeps the list of sources, every attempt to fetch, and the pages.</summary>
public sealed class SourceStore(Database database)
{
    private const string PageColumns =
        "address, content, fetched_at, content_type, charset, etag, last_modified, stated_date, stated_language";

    private const string SourceColumns = "address, kind, language, note, origin, active, words, other_hosts, published";

    private const string Insert =
        """
        insert into perjam.source (address, kind, language, note, origin, active, words, other_hosts, added_at)
        values (@Address, @kind, @Language, @Note, @origin, @Active, @Words, @OtherHosts, @now) on conflict (address)
        """;

    private const string Overwrite =
        """
        do update set kind = excluded.kind, language = excluded.language, note = excluded.note, origin = excluded.origin, active = excluded.active,
          words = excluded.words, other_hosts = excluded.other_hosts
        """;

    /// <summary>Adds the sources that are not on the list yet.</summary>
    public Task AddAsync(IEnumerable<Source> sources, DateTimeOffset now, CancellationToken stop) => WriteAsync(sources, $"{Insert} do nothing", now, stop);

    /// <summary>
    /// Lets the sources of <paramref name="list"/>, and none that stood on it before, be collected on schedule. What an operator's command said of
    /// an address stands before the list.
    /// </summary>
    public async Task FollowAsync(IReadOnlyList<Source> list, DateTimeOffset now, CancellationToken stop)
    {
        await WriteAsync(list, $"{Insert} {Overwrite} where source.origin in ('default', 'found')", now, stop);
        await using var connection = await database.ConnectAsync(stop);
        await connection.ExecuteAsync(
            "update perjam.source set active = false where origin = 'default' and active and address <> all(@named)", new { named = list.Select(s => s.Address).ToArray() });
    }

    /// <summary>Puts <paramref name="source"/> on the list by an operator's command, in place of what the list said of its address.</summary>
    public Task WatchAsync(Source source, DateTimeOffset now, CancellationToken stop) => WriteAsync([source], $"{Insert} {Overwrite}", now, stop);

    /// <summary>
    /// Takes <paramref name="address"/> off the schedule by an operator's command; nothing that was read is lost. The pages that a list found go with it,
    /// but for those that another list names: all lists are read again in full to tell.
    /// </summary>
    /// <returns>Whether there is such a source.</returns>
    public async Task<bool> UnwatchAsync(string address, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ExecuteAsync(
            """
            with unread as (update perjam.list_document set read_as = null where exists (select 1 from perjam.source where address = @address and kind in ('feed', 'sitemap')))
            update perjam.source set active = false, origin = 'operator' where address = @address and kind <> 'file'
            """, new { address }) > 0;
    }

    /// <summary>The source at <paramref name="address"/>, active or not; null when there is none.</summary>
    public async Task<Source?> FindSourceAsync(string address, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return (await connection.ListAsync<Source>($"select {SourceColumns} from perjam.source where address = $1", [address], stop)).SingleOrDefault();
    }

    /// <summary>The pages and lists to fetch on schedule, in the order of addresses; pages that lists found are not among them.</summary>
    public async Task<IReadOnlyList<Source>> ActiveAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<Source>(
            $"select {SourceColumns} from perjam.source where active and kind <> 'file' and origin <> 'found' order by address", stop: stop);
    }

    /// <summary>Every source but the pages that lists found, with its last attempt.</summary>
    public async Task<IReadOnlyList<SourceState>> StatesAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<SourceState>(
            """
            select s.address, s.kind, s.note, s.origin, s.active, s.words, f.at, f.outcome, f.sentence,
              (select count(*) from perjam.source p where p.found_by = s.address) as found
            from perjam.source s
            left join lateral (select * from perjam.fetch f where f.address = s.address order by id desc limit 1) f on true
            where s.origin <> 'found' order by s.address
            """, stop: stop);
    }

    /// <summary>Writes down an attempt.</summary>
    public async Task RecordAsync(FetchRecord attempt, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await connection.InsertAsync("perjam.fetch", [attempt], stop);
    }

    /// <summary>ETag and Last-Modified of the page that stands at <paramref name="address"/>; null when none was fetched or its bytes are gone.</summary>
    public async Task<(string? ETag, string? LastModified)?> ValidatorsAsync(string address, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QuerySingleOrDefaultAsync<(string?, string?)?>(
            """
            select p.etag, p.last_modified from perjam.page_at_address a join perjam.source_page p on p.id = a.page_id
            where a.address = @address and p.content is not null and p.vanished_at is null
            """, new { address });
    }

    /// <summary>Keeps <paramref name="page"/> and lets it stand at its address.</summary>
    /// <returns>Whether something else stood there before, or nothing, or less was known of it.</returns>
    public Task<bool> KeepAsync(SourcePage page, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        async Task<bool> ChangesAsync(string sql) => await connection.ExecuteAsync(new CommandDefinition(sql, page, cancellationToken: stop)) > 0;
        var added = await ChangesAsync(
            """
            insert into perjam.source_page
              (id, address, content_hash, fetched_at, content, content_at, content_type, charset, etag, last_modified, stated_date, stated_language)
            values (@Id, @Address, @ContentHash, @FetchedAt, @Content, @FetchedAt, @ContentType, @Charset, @ETag, @LastModified, @StatedDate, @StatedLanguage)
            on conflict (address, content_hash) do nothing
            """);
        var revived = await ChangesAsync("update perjam.source_page set vanished_at = null where id = @Id and vanished_at is not null");
        await ChangesAsync("update perjam.source_page set content = @Content, content_at = @FetchedAt where id = @Id and content is null");
        await ChangesAsync(
            """
            update perjam.source_page set etag = @ETag, last_modified = @LastModified
            where id = @Id and (etag, last_modified) is distinct from (@ETag, @LastModified)
            """);
        // Its reading rests on what was stated, so it is read again.
        var restated = await ChangesAsync(
            """
            update perjam.source_page set stated_date = coalesce(@StatedDate, stated_date), stated_language = coalesce(@StatedLanguage, stated_language)
            where id = @Id and (@StatedDate <> stated_date or @StatedLanguage <> stated_language
              or (stated_date is null and @StatedDate is not null) or (stated_language is null and @StatedLanguage is not null))
            """);
        if (restated)
            await ChangesAsync("delete from perjam.page_reading where page_id = @Id");
        var moved = await ChangesAsync(
            """
            insert into perjam.page_at_address (address, page_id) values (@Address, @Id)
            on conflict (address) do update set page_id = excluded.page_id where page_at_address.page_id <> excluded.page_id
            """);
        return added || revived || restated || moved;
    }, stop);

    /// <summary>Marks that nothing stands at <paramref name="address"/> any more; the text of all that stood there is dropped, the rows kept.</summary>
    /// <returns>Whether something stood there until now.</returns>
    public async Task<bool> MarkVanishedAsync(string address, DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ExecuteAsync(
            "update perjam.source_page set vanished_at = @now, content = null where address = @address and vanished_at is null", new { address, now }) > 0;
    }

    /// <summary>Drops the bytes that last came before <paramref name="before"/>; quote and hash remain.</summary>
    public async Task<int> DropContentAsync(DateTimeOffset before, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ExecuteAsync("update perjam.source_page set content = null where content_at < @before and content is not null", new { before });
    }

    /// <summary>The pages standing at their addresses that the reader of <paramref name="version"/> has not read yet.</summary>
    public async Task<IReadOnlyList<string>> UnreadAsync(string version, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return [.. await connection.QueryAsync<string>(
            """
            select p.id from perjam.page_at_address a join perjam.source_page p on p.id = a.page_id
            where p.content is not null and not exists (
              select 1 from perjam.page_reading r where r.page_id = p.id and r.reader_version = @version)
            order by p.id
            """, new { version })];
    }

    /// <summary>The page called <paramref name="id"/>, with its bytes; null when they are gone.</summary>
    public async Task<SourcePage?> FindAsync(string id, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await using var query = new NpgsqlCommand($"select {PageColumns} from perjam.source_page where id = $1 and content is not null", connection);
        query.Parameters.Add(new() { Value = id });
        await using var reader = await query.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop))
            return null;
        string? Text(int i) => reader.IsDBNull(i) ? null : reader.GetString(i);
        return new SourcePage
        {
            Address = reader.GetString(0),
            Content = reader.GetFieldValue<byte[]>(1),
            FetchedAt = reader.GetFieldValue<DateTimeOffset>(2),
            ContentType = Text(3),
            Charset = Text(4),
            ETag = Text(5),
            LastModified = Text(6),
            StatedDate = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateOnly>(7),
            StatedLanguage = Text(8),
        };
    }

    private async Task WriteAsync(IEnumerable<Source> sources, string sql, DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        foreach (var source in sources)
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, new
            {
                source.Address,
                kind = Term.Of(source.Kind),
                source.Language,
                source.Note,
                origin = Term.Of(source.Origin),
                source.Active,
                source.Words,
                source.OtherHosts,
                now,
            }, cancellationToken: stop));
        }
    }
}
