using Analytics.Models.Storage;
using Dapper;

namespace Analytics.Models.Reports;

/// <summary>Keeps workers' reports.</summary>
public sealed class ReportStore(Database database)
{
    /// <summary>Adds reports; one whose id is there already stays as it is.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> AddAsync(IEnumerable<Report> reports, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.InsertAsync("perjam.report", reports, stop);
    }

    /// <summary>How many reports there are, simulated ones among them.</summary>
    public async Task<(long All, long Simulated)> CountAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QuerySingleAsync<(long, long)>("select count(*), count(*) filter (where simulated) from perjam.report");
    }
}
