using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Analytics.Models.Tests.Rollups;
using Analytics.Tests.Storage;
using Dapper;
using Npgsql;
using Xunit;

namespace Analytics.Models.Tests.Reports;

/// <summary>Reports sent, corrected and taken back, on a real database.</summary>
public sealed class WithdrawalTests(PostgresFixture postgres)
{
    private const string Planted = "Planted Platform Zyxwv";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly AcceptanceRules Rules = new(Samples.Rates);

    [Fact]
    public async Task A_form_sent_twice_even_at_once_is_one_report_of_one_contributor()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (form, store) = (FormToken.Make(), new ReportStore(database));
        var key = ContributorKey.Of(form);
        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.SendAsync(Report(form), key, "id", Never)));
        Assert.All(sent, Assert.True);
        var fate = Assert.Single((await store.OfKeyAsync(key, Never))!);
        Assert.Equal((form.ReportId, null, null), (fate.Report.Id, fate.Status, fate.Release));
        Assert.Equal(1, await CountAsync(database, "contributor"));
        Assert.Equal(Planted, fate.Report.PlatformName);

        var another = FormToken.Make();
        await store.SendAsync(Report(another), key, "en", Never);
        Assert.Equal([form.ReportId, another.ReportId], (await store.OfKeyAsync(key, Never))!.Select(f => f.Report.Id).Order(StringComparer.Ordinal).ToArray().OrderBy(id => id == form.ReportId ? 0 : 1));
        Assert.Null(await store.OfKeyAsync(ContributorKey.Of(FormToken.Make()), Never));
        Assert.DoesNotContain(key, await DumpAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_takes_its_observation_with_it_and_is_decided_anew()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (form, store, observations) = (FormToken.Make(), new ReportStore(database), new ObservationStore(database));
        var key = ContributorKey.Of(form);
        await store.SendAsync(Report(form) with { Keyless = true, Review = ReviewOutcome.Accepted, ReviewedAt = Now }, key, "id", Never);
        await DecideAsync(observations);
        var corrected = Report(form) with { Pay = 55, ReceivedAt = Now.AddDays(9), Hold = HoldReason.Outlier };
        Assert.True(await store.CorrectAsync(corrected, key, Now.AddDays(9), Never));
        Assert.False(await store.CorrectAsync(corrected, ContributorKey.Of(FormToken.Make()), Now, Never));
        Assert.False(await store.CorrectAsync(corrected with { Id = "another" }, key, Now, Never));

        var fate = Assert.Single((await store.OfKeyAsync(key, Never))!);
        Assert.Equal((55m, Now, Now.AddDays(9), true, HoldReason.Outlier, null, null),
            (fate.Report.Pay, fate.Report.ReceivedAt, fate.Report.RevisedAt, fate.Report.Keyless, fate.Report.Hold, fate.Report.Review, fate.Status));
        await DecideAsync(observations);
        Assert.Equal(55m, Assert.Single(await observations.OfAsync(OriginKind.Report, Never)).AmountMin);
    }

    [Theory]
    [InlineData(HoldReason.Hasty, null, HoldReason.Hasty)]
    [InlineData(HoldReason.Burst, null, HoldReason.Burst)]
    [InlineData(HoldReason.Outlier, null, null)]
    [InlineData(HoldReason.Outlier, ReviewOutcome.Refused, HoldReason.RefusedBefore)]
    [InlineData(null, ReviewOutcome.Accepted, null)]
    public async Task A_correction_takes_nothing_from_the_person_who_decides(HoldReason? hold, ReviewOutcome? review, HoldReason? then)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (form, store) = (FormToken.Make(), new ReportStore(database));
        await store.SendAsync(Report(form) with { Kind = FigureKind.TrackerLog, Hold = hold, Review = review, ReviewedAt = review is null ? null : Now }, ContributorKey.Of(form), "id", Never);
        Assert.True(await store.CorrectAsync(Report(form), ContributorKey.Of(form), Now, Never));
        var corrected = Assert.Single((await store.OfKeyAsync(ContributorKey.Of(form), Never))!).Report;
        Assert.Equal((then, null, FigureKind.SelfReport), (corrected.Hold, corrected.Review, corrected.Kind));
    }

    [Fact]
    public async Task A_key_counts_as_one_person_from_a_later_day_on_and_until_then_as_the_browser_that_made_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, observations, contributors) = (new ReportStore(database), new ObservationStore(database), new ContributorStore(database));
        var forms = Enumerable.Range(0, 3).Select(_ => FormToken.Make()).ToArray();
        var key = ContributorKey.Of(forms[0]);
        Report Sent(int n, int days, bool keyless) => Report(forms[n]) with { Platform = "mturk", PlatformName = null, Month = new(2026, 1 + n, 1), ReceivedAt = Now.AddDays(days), Keyless = keyless, CountsAs = keyless ? "lot" : null };
        async Task<(string?, DateOnly?)[]> CountAsync(Report report)
        {
            await store.SendAsync(report, key, "id", Never);
            await DecideAsync(observations);
            return [.. (await observations.OfAsync(OriginKind.Report, Never)).Select(o => (o.Contributor, o.KeylessOn)).Distinct()];
        }

        var day = DateOnly.FromDateTime(Now.UtcDateTime);
        Assert.Equal([("lot", day)], await CountAsync(Sent(0, 0, keyless: true)));
        Assert.Equal([("lot", day)], await CountAsync(Sent(1, 0, keyless: false)));
        var known = (await contributors.FindAsync(key, Never))!.Id;
        Assert.Equal([(known, null)], await CountAsync(Sent(2, 1, keyless: false)));
    }

    [Fact]
    public async Task A_withdrawal_leaves_nothing_but_its_receipt_which_openssl_verifies_and_comes_again_when_asked_twice()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (form, ask, store, withdrawals) = (FormToken.Make(), FormToken.Make(), new ReportStore(database), new WithdrawalStore(database));
        var key = ContributorKey.Of(form);
        await store.SendAsync(Report(form), key, "id", Never);
        await RollupStoreTests.FillAsync(database, []);
        await DecideAsync(new ObservationStore(database));
        Assert.Null(await withdrawals.WithdrawAsync(ask, ContributorKey.Of(FormToken.Make()), null, Now, Never));
        Assert.Null(await withdrawals.WithdrawAsync(ask, key, "another", Now, Never));

        var done = (await withdrawals.WithdrawAsync(ask, key, null, Now, Never))!;
        var again = (await withdrawals.WithdrawAsync(ask, key, null, Now.AddDays(1), Never))!;

        Assert.Null(again.Removed);
        Assert.Equal(done.Withdrawal.Signature, again.Withdrawal.Signature);
        Assert.Null(await store.OfKeyAsync(key, Never));
        Assert.Equal((0, 0, 0, 0), (await CountAsync(database, "report"), await CountAsync(database, "contributor"), await CountAsync(database, "observation"), await CountAsync(database, "hourly_rate")));
        var dump = await DumpAsync(database);
        Assert.All([Planted, key, form.ReportId], left => Assert.DoesNotContain(left, dump, StringComparison.Ordinal));
        // The same form once more does not bring it back.
        Assert.False(await store.SendAsync(Report(form), key, "id", Never));

        var removed = JsonNode.Parse(done.Removed!)!;
        Assert.Equal(Planted, (string?)removed["reports"]![0]!["platform_name"]);
        Assert.Null(removed["reports"]![0]!["contributor"]);
        Assert.Equal(64, ((string)removed["salt"]!).Length);
        Assert.Contains($"SHA-256 of what was removed: {Key.OfContent(done.Removed!)}\n", done.Withdrawal.Text, StringComparison.Ordinal);
        Assert.Contains("Withdrawn at: 2026-11-22T10:00:00Z\nFirst release computed without it: pending\n", done.Withdrawal.Text, StringComparison.Ordinal);
        await AssertVerifiesAsync(database, done.Withdrawal, done.Withdrawal.Text, true);
        await AssertVerifiesAsync(database, done.Withdrawal, done.Withdrawal.Text.Replace("Reports removed: 1", "Reports removed: 2", StringComparison.Ordinal), false);
    }

    [Fact]
    public async Task A_receipt_names_its_release_once_there_is_one_and_a_retired_key_still_checks_what_it_signed()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, withdrawals, keys) = (new ReportStore(database), new WithdrawalStore(database), new SigningKeyStore(database));
        var (one, two, ask, askNever) = (FormToken.Make(), FormToken.Make(), FormToken.Make(), FormToken.Make());
        await store.SendAsync(Report(one), ContributorKey.Of(one), "id", Never);
        await DecideAsync(new ObservationStore(database));
        await store.SendAsync(Report(two), ContributorKey.Of(two), "id", Never);
        await InsertReleaseAsync(database, "before", 1);
        // The first is in the cell of all that the release shows.
        await ExecuteAsync(database,
            """
            insert into perjam.counted (table_name, report, counts_as, quarter, round)
              select 'paid-only', r.id, r.contributor, '2026-10-01', 1 from perjam.report r where exists (select from perjam.observation o where o.origin = r.id);
            insert into perjam.cell_version (table_name, key, round, first_release, last_release) values ('paid-only', '*/*/*/*/*', 1, 1, 1)
            """);
        var counted = (await withdrawals.WithdrawAsync(ask, ContributorKey.Of(one), null, Now, Never))!;
        var never = (await withdrawals.WithdrawAsync(askNever, ContributorKey.Of(two), null, Now, Never))!;
        Assert.Equal((null, "before"), (counted.Withdrawal.Release, never.Withdrawal.Release));
        var retired = counted.Withdrawal.SigningKey;
        await keys.ReplaceAsync(Now, Never);

        await InsertReleaseAsync(database, "after", 2);
        Assert.Equal(0, await withdrawals.NameReleasesAsync(Now.AddMinutes(1), Never));
        await ExecuteAsync(database, "delete from perjam.leaving_version; update perjam.leaving set first_without = 'after' where first_without is null");
        Assert.Equal(1, await withdrawals.NameReleasesAsync(Now.AddMinutes(1), Never));
        Assert.Equal(0, await withdrawals.NameReleasesAsync(Now.AddMinutes(1), Never));

        var named = (await withdrawals.FindAsync(ask.Value, Never))!;
        Assert.Contains("First release computed without it: 2 (after)\n", named.Text, StringComparison.Ordinal);
        Assert.NotEqual(retired, named.SigningKey);
        await AssertVerifiesAsync(database, named, named.Text, true);
        await AssertVerifiesAsync(database, counted.Withdrawal, counted.Withdrawal.Text, true);
    }

    [Fact]
    public async Task One_report_of_several_is_taken_back_and_an_import_goes_with_its_last()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, withdrawals) = (new ReportStore(database), new WithdrawalStore(database));
        var forms = Enumerable.Range(0, 3).Select(_ => FormToken.Make()).ToList();
        var key = ContributorKey.Of(forms[0]);
        await store.SendAsync(Report(forms[0]), key, "id", Never);
        await ExecuteAsync(database, "insert into perjam.import_batch select 'file', id, 'csv', 2, 'hash', now() from perjam.contributor");
        foreach (var form in forms.Skip(1))
            await store.SendAsync(Report(form) with { Batch = "file" }, key, "id", Never);

        Assert.Equal(1, (await withdrawals.WithdrawAsync(FormToken.Make(), key, forms[1].ReportId, Now, Never))!.Withdrawal.Reports);
        Assert.Equal((2, 1, 1), (await CountAsync(database, "report"), await CountAsync(database, "import_batch"), await CountAsync(database, "contributor")));
        await withdrawals.WithdrawAsync(FormToken.Make(), key, forms[2].ReportId, Now, Never);
        Assert.Equal((1, 0, 1), (await CountAsync(database, "report"), await CountAsync(database, "import_batch"), await CountAsync(database, "contributor")));
        await withdrawals.WithdrawAsync(FormToken.Make(), key, null, Now, Never);
        Assert.Equal((0, 0, 4), (await CountAsync(database, "report"), await CountAsync(database, "contributor"), await CountAsync(database, "erasure")));
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("correct")]
    public async Task What_was_taken_back_or_corrected_while_it_was_decided_gets_no_observation(string meanwhile)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, observations) = (new ReportStore(database), new ObservationStore(database));
        var form = FormToken.Make();
        var key = ContributorKey.Of(form);
        await store.SendAsync(Report(form), key, "id", Never);
        var read = await observations.UndecidedReportsAsync("", 10, Now, Never);
        if (meanwhile == "withdraw")
            await new WithdrawalStore(database).WithdrawAsync(FormToken.Make(), key, null, Now, Never);
        else
            await store.CorrectAsync(Report(form) with { Pay = 1 }, key, Now, Never);
        await observations.AddReportsAsync([.. read.Select(r => new DecidedReport(r, Rules.Accept(r)))], Never);
        Assert.Empty(await observations.OfAsync(OriginKind.Report, Never));
    }

    [Fact]
    public async Task Whoever_decides_and_whoever_takes_back_at_once_end_with_no_observation()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, observations, withdrawals) = (new ReportStore(database), new ObservationStore(database), new WithdrawalStore(database));
        for (var round = 0; round < 30; round++)
        {
            var forms = Enumerable.Range(0, 6).Select(_ => FormToken.Make()).ToList();
            await Task.WhenAll(forms.Select(f => store.SendAsync(Report(f), ContributorKey.Of(f), "id", Never)));
            var read = await observations.UndecidedReportsAsync("", 100, Now, Never);
            var decided = read.Select(r => new DecidedReport(r, Rules.Accept(r))).ToList();
            await Task.WhenAll([observations.AddReportsAsync(decided, Never), .. forms.Select(f => withdrawals.WithdrawAsync(FormToken.Make(), ContributorKey.Of(f), null, Now, Never))]);
            Assert.Equal((0, 0), (await CountAsync(database, "report"), await CountAsync(database, "observation")));
        }
    }

    [Fact]
    public async Task A_backup_from_before_honours_the_withdrawal_once_the_list_is_applied()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var restored = await postgres.CreateDatabaseAsync();
        var (gone, stays) = (FormToken.Make(), FormToken.Make());
        foreach (var form in new[] { gone, stays })
        {
            foreach (var one in new[] { database, restored })
                await new ReportStore(one).SendAsync(Report(form), ContributorKey.Of(form), "id", Never);
        }

        await DecideAsync(new ObservationStore(restored));
        await new WithdrawalStore(database).WithdrawAsync(FormToken.Make(), ContributorKey.Of(gone), null, Now, Never);
        var list = await new ErasureStore(database).AllAsync(Never);
        Assert.Equal(2, list.Count);

        // The id of the contributor was drawn anew in the other database, as it would not be in a backup: make it the same.
        var erasures = new ErasureStore(restored);
        Assert.Equal((2, 1), await erasures.ApplyAsync(list, Never));
        Assert.Equal((0, 0), await erasures.ApplyAsync(list, Never));
        Assert.Empty((await new ReportStore(restored).OfKeyAsync(ContributorKey.Of(gone), Never))!);
        Assert.Single((await new ReportStore(restored).OfKeyAsync(ContributorKey.Of(stays), Never))!);
        Assert.Equal(stays.ReportId, Assert.Single(await new ObservationStore(restored).OfAsync(OriginKind.Report, Never)).Origin);
        Assert.Equal(2, (await erasures.ClearFilesAsync(Now, Never)).Entries);
    }

    [Fact]
    public async Task After_the_files_are_cleared_the_planted_words_are_nowhere_under_the_data_folder()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ReportStore(database);
        var forms = Enumerable.Range(0, 40).Select(_ => FormToken.Make()).ToList();
        foreach (var form in forms)
            await store.SendAsync(Report(form) with { PlatformName = "Heapneedle Qwrtz" }, ContributorKey.Of(form), "id", Never);
        await ExecuteAsync(database, "analyze; checkpoint");
        var folder = await DataFolderAsync(database);
        Assert.NotEmpty(Holding(folder, "Heapneedle Qwrtz"));

        foreach (var form in forms)
            await new WithdrawalStore(database).WithdrawAsync(FormToken.Make(), ContributorKey.Of(form), null, Now, Never);
        await ExecuteAsync(database, "checkpoint");
        // Else the test would show nothing: taken back, it still lies in the files.
        Assert.NotEmpty(Holding(folder, "Heapneedle Qwrtz"));
        Assert.Equal((80, null), await new ErasureStore(database).ClearFilesAsync(Now, Never));
        Assert.Empty(Holding(folder, "Heapneedle Qwrtz"));
        Assert.Equal((0, null), await new ErasureStore(database).ClearFilesAsync(Now, Never));
    }

    private static Report Report(FormToken form) => Samples.Report() with
    {
        Id = form.ReportId,
        Contributor = "",
        Platform = null,
        PlatformName = Planted,
        Unit = PayUnit.Total,
        Consent = Consent.Version,
        Simulated = false,
        ReceivedAt = Now,
    };

    private static async Task DecideAsync(ObservationStore observations) =>
        await observations.AddReportsAsync([.. (await observations.UndecidedReportsAsync("", 100, Now, Never)).Select(r => new DecidedReport(r, Rules.Accept(r)))], Never);

    private static async Task AssertVerifiesAsync(Database database, Withdrawal withdrawal, string text, bool genuine)
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.Path);
        string In(string name) => Path.Combine(folder.Path, name);
        await File.WriteAllTextAsync(In("receipt.txt"), text, new UTF8Encoding(false));
        await File.WriteAllBytesAsync(In("receipt.sig"), withdrawal.Signature);
        await File.WriteAllTextAsync(In("key.pem"), await new SigningKeyStore(database).PublicKeyAsync(withdrawal.SigningKey, Never));
        using var openssl = Process.Start(new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", In("key.pem"), "-signature", In("receipt.sig"), In("receipt.txt")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await openssl.WaitForExitAsync();
        Assert.Equal(genuine, openssl.ExitCode == 0);
        Assert.Equal(genuine, SigningKey.Verifies(await File.ReadAllTextAsync(In("key.pem")), Encoding.UTF8.GetBytes(text), withdrawal.Signature));
    }

    private static Task InsertReleaseAsync(Database database, string id, int number) =>
        ExecuteAsync(database, $"insert into perjam.release (id, number, made_at, simulated, manifest) values ('{id}', {number}, now(), false, '{{}}')");

    private static async Task ExecuteAsync(Database database, string sql)
    {
        await using var connection = await database.ConnectAsync(Never);
        foreach (var statement in sql.Split("; "))
            await connection.ExecuteAsync(statement + ";");
    }

    private static async Task<int> CountAsync(Database database, string table)
    {
        await using var connection = await database.ConnectAsync(Never);
        return await connection.ExecuteScalarAsync<int>($"select count(*) from perjam.{table}");
    }

    private static async Task<string> DataFolderAsync(Database database)
    {
        await using var connection = await database.ConnectAsync(Never);
        return (await connection.ExecuteScalarAsync<string>("show data_directory"))!;
    }

    // Every row of every table, as a logical dump has them.
    private static async Task<string> DumpAsync(Database database)
    {
        await using var connection = await database.ConnectAsync(Never);
        var tables = await connection.QueryAsync<string>("select table_name from information_schema.tables where table_schema = 'perjam'");
        var dump = new StringBuilder();
        foreach (var table in tables)
            dump.AppendJoin('\n', await connection.QueryAsync<string>($"select t::text from perjam.{table} t")).Append('\n');
        return dump.ToString();
    }

    private static List<string> Holding(string folder, string words) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Reads(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0)];

    private static byte[] Reads(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception gone) when (gone is FileNotFoundException or IOException)
        {
            return [];
        }
    }
}
