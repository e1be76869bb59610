using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Corrections;

/// <summary>Keeps requests for correction. What is public of them is read by other names than what is private.</summary>
public sealed class CorrectionStore(Database database)
{
    /// <summary>As many open cases as a day may bring from all senders; one sender is met earlier (<see cref="Reports.SendingLimit"/>), so that nobody crowds out the others.</summary>
    public const int MostOpenADay = 1000;

    private const long ReceiveLock = 0x7065726a616d08;

    private const string Columns =
        "receipt, id, way, about, page, platform, said, contact, language, received_at, due_at, state, answered_at, changed_at, english, indonesian, since_release, in_release";

    private const string Published =
        """
        select c.id, c.way, c.state, c.page, c.platform, case when c.way = 'reply' and c.state = 'answered' then c.said end as reply, c.language, c.answered_at, c.changed_at,
          c.english, c.indonesian, c.since_release, s.number as since, c.in_release, i.number as "in"
        from perjam.correction c left join perjam.release s on s.id = c.since_release left join perjam.release i on i.id = c.in_release
        where c.state <> 'received'
        """;

    /// <summary>Takes a request in.</summary>
    /// <returns>False when the last day has brought as many open cases as there may be; then nothing is kept.</returns>
    public Task<bool> ReceiveAsync(Correction request, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@ReceiveLock)", new { ReceiveLock });
        var open = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*) from perjam.correction where state = 'received' and received_at > @since", new { since = request.ReceivedAt.UtcDateTime.AddDays(-1) }, cancellationToken: stop));
        return open < MostOpenADay && await connection.InsertAsync("perjam.correction", [request], stop) == 1;
    }, stop);

    /// <summary>How far a case is; null when there is none of that receipt.</summary>
    public async Task<CaseState?> StateAsync(string receipt, CancellationToken stop) => (await ListAsync<CaseState>(
        "select receipt, id, way, state, received_at, due_at, english, indonesian from perjam.correction where receipt = $1", [receipt], stop)).SingleOrDefault();

    /// <summary>Cases with all that is private, for the operator: the open ones by when they are due, then those that have ended, the latest first.</summary>
    public async Task<IReadOnlyList<Correction>> CasesAsync(bool openOnly, CancellationToken stop) => await ListAsync<Correction>(
        $"select {Columns} from perjam.correction where state = 'received' or not $1 order by state <> 'received', case when state = 'received' then due_at end, changed_at desc, receipt", [openOnly], stop);

    /// <summary>Ends a case, or puts its answer otherwise; from then on the answer is public.</summary>
    /// <returns>The case as it is now; null when there is none of that receipt.</returns>
    /// <exception cref="PostgresException">A release that the answer names does not exist.</exception>
    public async Task<Correction?> AnswerAsync(string receipt, CorrectionAnswer answer, DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            update perjam.correction set state = @state, english = @English, indonesian = @Indonesian, page = coalesce(@Page, page), since_release = @SinceRelease,
              in_release = @InRelease, changed_at = @at, answered_at = coalesce(answered_at, @at)
            where receipt = @receipt
            """,
            new { receipt, state = Term.Of(answer.State), answer.English, answer.Indonesian, answer.Page, answer.SinceRelease, answer.InRelease, at = now.UtcDateTime }, cancellationToken: stop));
        return (await connection.ListAsync<Correction>($"select {Columns} from perjam.correction where receipt = $1", [receipt], stop)).SingleOrDefault();
    }

    /// <summary>Deletes a case that is no request at all, such as an advert; nothing is published.</summary>
    /// <returns>Whether there was such a case, and it was open.</returns>
    public async Task<bool> DropAsync(string receipt, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ExecuteAsync(new CommandDefinition("delete from perjam.correction where receipt = @receipt and state = 'received'", new { receipt }, cancellationToken: stop)) > 0;
    }

    /// <summary>The public log, the latest answer first.</summary>
    public async Task<IReadOnlyList<PublishedCorrection>> LogAsync(CancellationToken stop) =>
        await ListAsync<PublishedCorrection>($"{Published} order by c.answered_at desc, c.id", [], stop);

    /// <summary>The published replies of a platform, the latest first.</summary>
    public async Task<IReadOnlyList<PublishedCorrection>> RepliesOf(string platform, CancellationToken stop) =>
        await ListAsync<PublishedCorrection>($"{Published} and c.way = 'reply' and c.state = 'answered' and c.platform = $1 order by c.answered_at desc, c.id", [platform], stop);

    /// <summary>Deletes what is private of the cases that ended before <paramref name="before"/>: contact and text, but for a platform's published reply.</summary>
    /// <returns>How many cases had any of it.</returns>
    public async Task<int> ForgetAsync(DateTimeOffset before, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            update perjam.correction set contact = null, about = '', said = case when way = 'reply' and state = 'answered' then said end
            where answered_at < @before and (contact is not null or about <> '' or (said is not null and not (way = 'reply' and state = 'answered')))
            """, new { before = before.UtcDateTime }, cancellationToken: stop));
    }

    private async Task<List<T>> ListAsync<T>(string sql, object?[] parameters, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<T>(sql, parameters, stop);
    }
}
