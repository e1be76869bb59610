using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Models.Storage;
using Dapper;

namespace Analytics.Models.Claims;

/// <summary>What a page turned out to be when it was read.</summary>
/// <param name="Outcome"><c>read</c>, or why it could not be.</param>
/// <param name="Sentence">What an operator should know; null when all went well.</param>
/// <param name="Published">When it was published, as the page or the operator states.</param>
/// <param name="Blocks">Blocks of text found.</param>
public sealed record PageRecord(
    string PageId, string ReaderVersion, string Outcome, string? Sentence, string? Title, string? Author, string? Site,
    DateOnly? Published, string? Language, string? Country, int Blocks)
{
    /// <summary>The address the page gives itself, in the spelling that pages are kept by.</summary>
    public string? Canonical { get; init; }
}

/// <summary>A claim as kept, with the page it stands on.</summary>
/// <param name="Address">The page's address.</param>
/// <param name="Fetched">The day it was fetched.</param>
/// <param name="Vanished">Whether the page is no longer there.</param>
public sealed record KeptClaim(string Id, Claim Claim, string PageId, string Title, string Address, DateOnly? Published, DateOnly Fetched, string? Language, bool Vanished);

/// <summary>A statement as kept, with the page it stands on.</summary>
public sealed record KeptStatement(string Id, Statement Statement, string Title, string Address, DateOnly? Published, DateOnly Fetched, string? Language);

/// <summary>A check of one page's arithmetic, as kept.</summary>
public sealed record KeptCheck(string Address, string PageId, PlausibilityCheck Check);

/// <summary>Keeps what was read from pages.</summary>
public sealed class ClaimStore(Database database)
{
    // Of the page that stands at an address now one reading counts: the present reader's, or, until it has read the page or where the bytes
    // are gone, the newest there is.
    private const string Newest = "order by x.reader_version = $1 desc, length(x.reader_version) desc, x.reader_version desc limit 1";

    // A page that names another address as its own says nothing while that page stands there, has the same title and does not point further:
    // it is the same page. The title guards against sites that give every page one address.
    private const string Current =
        $"""
        perjam.page_at_address a
        join perjam.source_page p on p.id = a.page_id
        join lateral (select * from perjam.page_reading x where x.page_id = p.id {Newest}) r on not exists (
          select 1 from perjam.page_at_address o
          join perjam.source_page q on q.id = o.page_id and q.vanished_at is null
          join lateral (select * from perjam.page_reading x where x.page_id = q.id {Newest}) s on true
          where o.address = r.canonical and o.address <> a.address and s.title = r.title and coalesce(s.canonical, o.address) = o.address)
        """;

    private const string PageColumns =
        """
        'title', coalesce(r.title, p.address), 'address', p.address, 'published', r.published,
        'fetched', (p.fetched_at at time zone 'UTC')::date, 'language', r.language
        """;

    /// <summary>Id of a claim: page, place, reader version, the figure itself (a table row may hold several), and whose it is (one figure may be of several).</summary>
    public static string IdOf(string pageId, string version, Claim claim) => Key.Of(
        pageId, version, PlaceKey(claim.Place), claim.AmountMin.ToString("G29", CultureInfo.InvariantCulture),
        claim.AmountMax.ToString("G29", CultureInfo.InvariantCulture), claim.Currency, Term.Of(claim.Unit),
        claim.Platform ?? claim.PlatformName, claim.TaskType is { } task ? Term.Of(task) : null, claim.Country);

    /// <summary>Keeps <paramref name="reading"/> of a page, whole or not at all.</summary>
    public Task KeepAsync(PageRecord page, Reading reading, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        var row = JsonSerializer.SerializeToNode(page, Rows.Json)!.AsObject();
        row["passed_over"] = JsonSerializer.SerializeToNode(reading.PassedOver, Rows.Json);
        row["checks"] = JsonSerializer.SerializeToNode(ClaimPlausibility.Check(reading), Rows.Json);
        await connection.ExecuteAsync("delete from perjam.page_reading where page_id = @PageId and reader_version = @ReaderVersion", page);
        await connection.InsertNodesAsync("perjam.page_reading", [row], stop);
        await connection.InsertNodesAsync("perjam.claim",
            [.. reading.Claims.Select(c => Node(c, page, IdOf(page.PageId, page.ReaderVersion, c)))], stop);
        await connection.InsertNodesAsync("perjam.statement",
            [.. reading.Statements.Select(s => Node(s, page, Key.Of(page.PageId, page.ReaderVersion, Term.Of(s.Topic), PlaceKey(s.Place), s.Value, s.Platform, s.Country)))], stop);
    }, stop);

    /// <summary>The claims that count now.</summary>
    public Task<List<KeptClaim>> ClaimsAsync(CancellationToken stop) => ListAsync<KeptClaim>(
        $"select json_build_object('id', c.id, 'claim', to_jsonb(c), 'page_id', p.id, 'vanished', p.vanished_at is not null, {PageColumns})::text "
        + $"from {Current} join perjam.claim c on c.page_id = r.page_id and c.reader_version = r.reader_version order by c.id", stop);

    /// <summary>The statements that count now.</summary>
    public Task<List<KeptStatement>> StatementsAsync(CancellationToken stop) => ListAsync<KeptStatement>(
        $"select json_build_object('id', s.id, 'statement', to_jsonb(s), {PageColumns})::text "
        + $"from {Current} join perjam.statement s on s.page_id = r.page_id and s.reader_version = r.reader_version where p.vanished_at is null order by s.id", stop);

    /// <summary>The checks that count now.</summary>
    public Task<List<KeptCheck>> ChecksAsync(CancellationToken stop) => ListAsync<KeptCheck>(
        $"select json_build_object('address', p.address, 'page_id', p.id, 'check', k.value)::text from {Current}, jsonb_array_elements(r.checks) with ordinality k (value, n) where p.vanished_at is null order by p.id, n", stop);

    private async Task<List<T>> ListAsync<T>(string sql, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await using var query = new Npgsql.NpgsqlCommand(sql, connection);
        query.Parameters.Add(new() { Value = ClaimReader.Version });
        await using var reader = await query.ExecuteReaderAsync(stop);
        var rows = new List<T>();
        while (await reader.ReadAsync(stop))
            rows.Add(JsonSerializer.Deserialize<T>(reader.GetString(0), Rows.Json)!);
        return rows;
    }

    private static JsonObject Node<T>(T of, PageRecord page, string id)
    {
        var row = JsonSerializer.SerializeToNode(of, Rows.Json)!.AsObject();
        row["id"] = id;
        row["page_id"] = page.PageId;
        row["reader_version"] = page.ReaderVersion;
        return row;
    }

    private static string PlaceKey(Place place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.Block}:{place.Start}:{place.Length}");
}
