using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Dapper;

namespace Analytics.Models.Tests.Operations;

/// <summary>Reports that wait, and what else the operator's door is tested with.</summary>
internal static class DoorSamples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public static Report Report(string id, HoldReason? hold = HoldReason.Duplicate) => Samples.Report() with
    {
        Id = id,
        Contributor = "secret-worker-" + id,
        Pay = 120,
        PaidHours = 20,
        Hold = hold,
        ReceivedAt = Now.AddHours(-2),
    };

    /// <summary>Runs <paramref name="sql"/> as somebody with all rights.</summary>
    public static async Task RunAsync(this Database database, string sql)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }

    /// <summary>The one value that <paramref name="sql"/> selects.</summary>
    public static async Task<T?> ValueAsync<T>(this Database database, string sql)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<T>(sql);
    }
}
