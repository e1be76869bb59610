using System.Text.Json;
using Analytics.Models.Storage;
using Dapper;

namespace Analytics.Models.Sources;

/// <summary>Keeps what feeds and sitemaps name.</summary>
public sealed class ListStore(Database database)
{
    /// <summary>The documents known of <paramref name="list"/>, itself among them once it was read.</summary>
    public async Task<IReadOnlyList<ListDocument>> DocumentsAsync(string list, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<ListDocument>(
            """
            select d.address, d.parent, d.changed_at, d.read_as, d.etag as e_tag, d.last_modified, f.at as read_at from perjam.list_document d
            left join lateral (
              select at from perjam.fetch f where f.address = d.address and f.outcome in ('fetched', 'not-modified') order by id desc limit 1) f on true
            where d.list = $1 order by d.address
            """, [list], stop);
    }

    /// <summary>
    /// Keeps what a document of <paramref name="list"/> named, whole or not at all. The title and day of publication first stated stay, as lists differ.
    /// A page that stands on the operator's own list stays his; one whose list is no longer watched goes over to this one; one not named any more stays.
    /// </summary>
    /// <param name="mostPages">How many pages one list may have found; beyond it the newest are taken.</param>
    /// <returns>How many pages are new, are stated otherwise than before, or found no room.</returns>
    public Task<(int New, int Changed, int NoRoom)> KeepAsync(
        Source list, ListReading reading, int mostPages, DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        var (document, pages, sitemaps) = (reading.Document, reading.Pages, reading.Sitemaps);
        var values = new
        {
            List = list.Address,
            list.Language,
            Named = Json(pages),
            Children = Json(sitemaps),
            reading.IsWhole,
            mostPages,
            now,
            document.Address,
            document.Parent,
            document.ChangedAt,
            document.ReadAs,
            document.ETag,
            document.LastModified,
        };
        Task<int> RunAsync(string sql) => connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: stop));
        const string Named = "jsonb_to_recordset(@Named::jsonb) as n (address text, title text, published date, changed_at timestamptz)";
        var changed = await RunAsync(
            $"""
            update perjam.source s set
              title = coalesce(s.title, n.title), published = coalesce(s.published, n.published), changed_at = greatest(n.changed_at, s.changed_at),
              found_by = case when s.origin = 'found' and not (select f.active from perjam.source f where f.address = s.found_by) then @List else s.found_by end
            from {Named}
            where s.address = n.address and s.kind = 'page' and (
              (s.title is null and n.title is not null) or (s.published is null and n.published is not null) or n.changed_at > coalesce(s.changed_at, '-infinity')
              or (s.origin = 'found' and not (select f.active from perjam.source f where f.address = s.found_by)))
            """);
        var missing = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"select count(*) from {Named} where not exists (select 1 from perjam.source s where s.address = n.address)", values, cancellationToken: stop));
        var added = await RunAsync(
            $"""
            insert into perjam.source (address, kind, language, origin, active, added_at, found_by, title, published, changed_at)
            select n.address, 'page', @Language, 'found', true, @now, @List, n.title, n.published, n.changed_at from {Named}
            where not exists (select 1 from perjam.source s where s.address = n.address)
            order by n.changed_at desc nulls last, n.address
            limit greatest(0, @mostPages - (select count(*) from perjam.source s where s.found_by = @List)) on conflict do nothing
            """);
        await RunAsync(
            """
            insert into perjam.list_document (list, address, parent, changed_at, read_as, etag, last_modified)
            values (@List, @Address, @Parent, @ChangedAt, @ReadAs, @ETag, @LastModified)
            on conflict (list, address) do update set read_as = excluded.read_as, etag = excluded.etag, last_modified = excluded.last_modified
            """);
        await RunAsync("delete from perjam.list_document where @IsWhole and list = @List and parent = @Address and address not in (select c.address from jsonb_to_recordset(@Children::jsonb) as c (address text))");
        await RunAsync(
            """
            insert into perjam.list_document (list, address, parent, changed_at)
            select @List, c.address, @Address, c.changed_at from jsonb_to_recordset(@Children::jsonb) as c (address text, changed_at timestamptz) where c.address <> @List
            on conflict (list, address) do update set changed_at = excluded.changed_at
            """);
        return (added, changed, missing - added);
    }, stop);

    /// <summary>The pages found by lists that are watched now, with their last attempt.</summary>
    /// <param name="list">Only those of one list; null for all.</param>
    public async Task<IReadOnlyList<FoundPage>> FoundAsync(string? list, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<FoundPage>(
            """
            select s.address, s.language, s.found_by, s.title, s.published, s.added_at, s.changed_at, f.at as tried_at, f.outcome, f.sentence,
              case when f.outcome is null or f.outcome in ('fetched', 'not-modified') then 0 else (
                select count(*) from perjam.fetch x where x.address = s.address and x.id > coalesce(
                  (select max(id) from perjam.fetch g where g.address = s.address and g.outcome in ('fetched', 'not-modified')), 0)) end as failures
            from perjam.source s join perjam.source l on l.address = s.found_by and l.active
            left join lateral (select * from perjam.fetch f where f.address = s.address order by id desc limit 1) f on true
            where s.origin = 'found' and s.active and ($1::text is null or s.found_by = $1)
            order by s.address
            """, [list], stop);
    }

    private static string Json<T>(IReadOnlyCollection<T> rows) => JsonSerializer.Serialize(rows, Rows.Json);
}
