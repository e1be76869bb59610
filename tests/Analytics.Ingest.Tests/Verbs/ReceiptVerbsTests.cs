using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Ingest.Tests.Verbs;

/// <summary>The verbs around what workers take back, as a process over a database.</summary>
public sealed class ReceiptVerbsTests(PostgresFixture postgres) : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_receipt_verifies_by_the_databases_key_also_after_it_is_retired_and_what_was_changed_does_not()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        var done = await WithdrawAsync(connection, FormToken.Make());
        await File.WriteAllTextAsync(In("deletion-receipt.txt"), done.Withdrawal.Text);
        await File.WriteAllBytesAsync(In("deletion-receipt.sig"), done.Withdrawal.Signature);
        await File.WriteAllBytesAsync(In("removed.json"), done.Removed!);
        Assert.Equal(0, (await WorkerProcess.RunAsync(connection, "receipt", "new-key")).Code);
        var verified = await WorkerProcess.RunAsync(connection, "receipt", "verify", In("deletion-receipt.txt"), "--removed", In("removed.json"));
        Assert.Equal((0, $"{In("deletion-receipt.txt")} is genuine, signed with key {done.Withdrawal.SigningKey}."), (verified.Code, verified.Output.Trim()));

        await File.AppendAllTextAsync(In("removed.json"), " ");
        Assert.Equal(1, (await WorkerProcess.RunAsync(connection, "receipt", "verify", In("deletion-receipt.txt"), "--removed", In("removed.json"))).Code);
        await File.WriteAllTextAsync(In("deletion-receipt.txt"), done.Withdrawal.Text.Replace("removed: 1", "removed: 9", StringComparison.Ordinal));
        var changed = await WorkerProcess.RunAsync(connection, "receipt", "verify", In("deletion-receipt.txt"));
        Assert.Equal(1, changed.Code);
        Assert.Contains("does not fit its signature", changed.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await WorkerProcess.RunAsync(connection, "receipt", "verify", In("deletion-receipt.txt"), "--key", In("removed.json"))).Code);
    }

    [Fact]
    public async Task A_list_of_what_was_taken_back_cleans_another_database()
    {
        var (here, there) = (await postgres.CreateConnectionStringAsync(), await postgres.CreateConnectionStringAsync());
        var form = FormToken.Make();
        await SendAsync(there, form);
        await WithdrawAsync(here, form);
        Assert.Equal(0, (await WorkerProcess.RunAsync(here, "erasures", "export", In("list.jsonl"))).Code);
        var applied = await WorkerProcess.RunAsync(there, "erasures", "apply", In("list.jsonl"));
        Assert.Equal((0, "2 of 2 entries were new; 1 report removed. The step erase clears the files."), (applied.Code, applied.Output.Trim()));
        var erased = await WorkerProcess.RunAsync(there, "step", "erase");
        Assert.Equal((0, "erase: The tables are written anew without 2 withdrawn entries."), (erased.Code, erased.Output.Trim()));
        Assert.Equal("erase: Nothing was withdrawn since the last time.", (await WorkerProcess.RunAsync(there, "step", "erase")).Output.Trim());
        await using var database = Database.Open(there);
        Assert.Equal((0, 0), await new ReportStore(database).CountAsync(CancellationToken.None));
    }

    private static async Task SendAsync(string connection, FormToken form)
    {
        await using var database = Database.Open(connection);
        var report = new Report
        {
            Id = form.ReportId,
            Contributor = "",
            Kind = FigureKind.SelfReport,
            Platform = "mturk",
            TaskType = TaskType.Survey,
            Month = new(2026, 10, 1),
            Currency = "USD",
            Pay = 41,
            PaidHours = 10,
            Simulated = false,
            ReceivedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        };
        await new ReportStore(database).SendAsync(report, ContributorKey.Of(form), "en", CancellationToken.None);
    }

    private static async Task<WithdrawalDone> WithdrawAsync(string connection, FormToken form)
    {
        await SendAsync(connection, form);
        await using var database = Database.Open(connection);
        return (await new WithdrawalStore(database).WithdrawAsync(FormToken.Make(), ContributorKey.Of(form), null, new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero), CancellationToken.None))!;
    }

    private string In(string name)
    {
        Directory.CreateDirectory(folder.Path);
        return Path.Combine(folder.Path, name);
    }
}
