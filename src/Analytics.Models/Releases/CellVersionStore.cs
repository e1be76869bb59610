using Analytics.Models.Privacy;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Releases;

/// <summary>The rollups are of before a withdrawal or correction, and nothing may be published of them.</summary>
public sealed class StaleRollupsException(string message) : InvalidOperationException(message);

/// <summary>Keeps which versions of the cells of reports readers have, and which withdrawals wait for a release without them.</summary>
public sealed class CellVersionStore(Database database)
{
    /// <summary>Every version that a release has shown.</summary>
    public async Task<IReadOnlyList<CellVersion>> AllAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<CellVersion>(
            """select id, table_name as "table", key, round, first_release, last_release, greatest(left_since, touched::int) as left_since from perjam.cell_version order by id""", stop: stop);
    }

    /// <summary>Id of the first release that holds no cell computed with what was withdrawn; null while there is none yet, or where there is no such withdrawal.</summary>
    public async Task<string?> FirstReleaseWithoutAsync(string withdrawal, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QuerySingleOrDefaultAsync<string?>("select first_without from perjam.leaving where id = @withdrawal", new { withdrawal });
    }

    /// <summary>Refuses rollups that a withdrawal or correction came after.</summary>
    /// <param name="hold">Whether to hold withdrawals up until the caller's transaction ends, so that none comes after this.</param>
    internal static async Task RefuseStaleAsync(NpgsqlConnection connection, Round round, bool hold)
    {
        var departures = await connection.QuerySingleAsync<long>("select n from perjam.departures" + (hold ? " for share" : ""));
        if (departures != round.Departures || (await CountedStore.RoundAsync(connection)).Number != round.Number)
            throw new StaleRollupsException("A report was withdrawn or corrected, or the cells were made anew, since the cells of this release were worked out. Nothing is published; run rollup, then publish.");
    }

    /// <summary>Keeps which cells <paramref name="head"/> shows, and in which versions.</summary>
    internal static async Task SaveAsync(NpgsqlConnection connection, Release release, ReleaseHead head, int round, CancellationToken stop)
    {
        var shown = release.Cells.Where(c => c.FromRelease is not null).Select(c => (Table: ReportVerdicts.TableOf(c.Measure), c.Cell, c.FromRelease))
            .Concat(release.WorkHours.Select(h => (Table: ReportTable.WorkHours, h.Cell, h.FromRelease))).ToLookup(c => c.FromRelease == head.Id);
        await connection.InsertAsync("perjam.cell_version", shown[true].Select(c => new VersionRow(Term.Of(c.Table), c.Cell.ToString(), round, head.Number, head.Number, 0)), stop);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            update perjam.cell_version v set last_release = @Number
            from (select distinct on (table_name, key) id from perjam.cell_version join unnest(@tables, @keys) as k (table_name, key) using (table_name, key) order by table_name, key, round desc) last
            where v.id = last.id;
            delete from perjam.earlier_version w using perjam.cell_version v where v.id = w.version and v.last_release < @Number;
            delete from perjam.leaving_version w using perjam.cell_version v where v.id = w.version and v.last_release < @Number;
            update perjam.leaving w set first_without = @Id
            where first_without is null and not exists (select 1 from perjam.leaving_version v where v.withdrawal = w.id);
            analyze perjam.cell_version;
            """,
            new { head.Number, head.Id, tables = shown[false].Select(c => Term.Of(c.Table)).ToArray(), keys = shown[false].Select(c => c.Cell.ToString()).ToArray() },
            cancellationToken: stop));
    }

    private sealed record VersionRow(string TableName, string Key, int Round, int FirstRelease, int LastRelease, int LeftSince);
}
