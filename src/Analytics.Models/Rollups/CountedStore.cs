using System.Runtime.CompilerServices;
using Analytics.Models.Platforms;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Rollups;

/// <summary>Keeps which reports the present rollups are made of, and since when: what the privacy rules compare releases by (docs/decisions/0018).</summary>
public sealed class CountedStore(Database database)
{
    /// <summary>Whom observation o counts as towards k, beside the table of <see cref="FindKeylessAsync"/> as k: all who are in it are one for a day together.</summary>
    internal const string CountsAs = "coalesce('day:' || k.keyless_on, o.contributor, o.id)";

    /// <summary>
    /// Makes the table keyless of those who have only ever sent without a key of earlier reports, with the first day of it: contributor, keyless_on. It lasts for the caller's transaction.
    /// </summary>
    internal static Task<int> FindKeylessAsync(NpgsqlConnection connection, CancellationToken stop) => connection.ExecuteAsync(new CommandDefinition(
        // Looked over at once: what the planner guesses of a fresh grouping makes joins with it quadratic.
        """
        create temporary table keyless on commit drop as
        select contributor, min(keyless_on) as keyless_on from perjam.observation where origin_kind = 'report' and status = 'accepted' group by 1 having bool_and(keyless_on is not null);
        analyze keyless
        """, cancellationToken: stop));

    /// <summary>The reports of <paramref name="table"/>'s cells, those counted first before the others.</summary>
    public async IAsyncEnumerable<CountedReport> ReadAsync(ReportTable table, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await using var query = new NpgsqlCommand(
            "select counts_as, platform, task_type, experience, country, quarter, round from perjam.counted where table_name = $1 order by round", connection);
        query.Parameters.Add(new() { Value = Term.Of(table) });
        await using var reader = await query.ExecuteReaderAsync(stop);
        string? Text(int i) => reader.IsDBNull(i) ? null : reader.GetString(i);
        while (await reader.ReadAsync(stop))
        {
            yield return new(reader.GetString(0), Text(1), Term.Find<TaskType>(Text(2)), Term.Find<ExperienceBand>(Text(3)), Text(4),
                reader.GetFieldValue<DateOnly>(5), reader.GetInt32(6));
        }
    }

    /// <summary>The round of the present rollups, and how many withdrawals and corrections there had been when they were made; 0 and 0 before the first.</summary>
    public async Task<Round> RoundAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await RoundAsync(connection);
    }

    internal static async Task<Round> RoundAsync(NpgsqlConnection connection)
    {
        var (round, departures) = await connection.QuerySingleOrDefaultAsync<(int, long)>("select round, departures from perjam.rollup_input");
        return new(round, departures);
    }

    /// <summary>Begins the round after the present one within the caller's transaction, which must read one state of the database throughout.</summary>
    internal static async Task<Round> NextAsync(NpgsqlConnection connection) => new(
        (await RoundAsync(connection)).Number + 1, await connection.QuerySingleAsync<long>("select n from perjam.departures"));

    /// <summary>
    /// Makes the reports of <paramref name="table"/> be those that <paramref name="sample"/> selects: columns report, counts_as, platform, task_type, experience, country, quarter.
    /// One that counts no more, or in another cell, has left; one that is new came in <paramref name="round"/>.
    /// </summary>
    internal static async Task CountAsync(NpgsqlConnection connection, ReportTable table, string sample, Round round, CancellationToken stop)
    {
        const string Columns = "report, counts_as, platform, task_type, experience, country, quarter";
        var arguments = new { table = Term.Of(table), number = round.Number };
        var gone = (await connection.QueryAsync<string>(new CommandDefinition(
            $"""
            select report from (select {Columns} from perjam.counted where table_name = @table except select {Columns} from ({sample}) s) gone
            """, arguments, cancellationToken: stop))).ToArray();
        if (gone.Length > 0)
            await connection.ExecuteAsync(new CommandDefinition("select perjam.leave_cells(@gone, null, @table)", new { gone, arguments.table }, cancellationToken: stop));
        await connection.ExecuteAsync(new CommandDefinition(
            $"insert into perjam.counted (table_name, round, {Columns}) select @table, @number, {Columns} from ({sample}) s on conflict do nothing", arguments, cancellationToken: stop));
    }
}

/// <summary>One making of the rollups.</summary>
/// <param name="Departures">Withdrawals and corrections before it.</param>
public readonly record struct Round(int Number, long Departures);
