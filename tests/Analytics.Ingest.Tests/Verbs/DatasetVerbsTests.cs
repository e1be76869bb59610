using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Ingest.Tests.Verbs;

/// <summary><c>release export</c>, <c>release verify</c> and <c>release diff</c>, and the same check by somebody who has only the zip and standard tools.</summary>
public sealed class DatasetVerbsTests(PostgresFixture postgres) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("perjam-verbs-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_zip_is_proved_whole_by_us_and_by_standard_tools_and_a_change_is_found_by_both()
    {
        var connection = await PublishedAsync();
        var zip = Path.Combine(folder.FullName, "release.zip");
        var export = await WorkerProcess.RunAsync(connection, "release", "export", "latest", "--to", zip);
        Assert.Equal((0, ""), (export.Code, export.Error));
        var whole = await WorkerProcess.RunAsync(connection, "release", "verify", zip);
        Assert.Equal((0, $"{zip} is whole.\n"), (whole.Code, whole.Output));

        var unpacked = folder.CreateSubdirectory("unpacked").FullName;
        ZipFile.ExtractToDirectory(zip, unpacked);
        Assert.Equal(0, SumsOf(unpacked));
        var rates = Path.Combine(unpacked, "rates.csv");
        var lines = File.ReadAllLines(rates);
        File.WriteAllText(rates, string.Join("\r\n", lines[..^1]) + "\r\n");
        Assert.Equal(1, SumsOf(unpacked));

        var bytes = File.ReadAllBytes(zip);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(zip, bytes);
        var broken = await WorkerProcess.RunAsync(connection, "release", "verify", zip, "--json");
        Assert.Equal((1, false), (broken.Code, JsonDocument.Parse(broken.Output).RootElement.GetProperty("whole").GetBoolean()));
    }

    [Fact]
    public async Task The_kept_releases_are_proved_whole_and_a_changed_part_is_found()
    {
        var connection = await PublishedAsync();
        var whole = await WorkerProcess.RunAsync(connection, "release", "verify");
        Assert.Equal(0, whole.Code);
        Assert.StartsWith("release 1 (", whole.Output, StringComparison.Ordinal);

        await using var database = Database.Open(connection);
        await using var open = await database.ConnectAsync(CancellationToken.None);
        await open.ExecuteAsync("""
            alter table perjam.release_part disable trigger frozen;
            update perjam.release_part set content = set_byte(content, 0, 1) where (sha256, part) in (select sha256, 0 from perjam.release_file where name = 'rates.parquet')
            """);
        var broken = await WorkerProcess.RunAsync(connection, "release", "verify", "1");
        Assert.Equal(1, broken.Code);
        Assert.Contains("rates.parquet is not what was published: its SHA-256 is ", Assert.Single(broken.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        var export = await WorkerProcess.RunAsync(connection, "release", "export", "1", "--file", "rates.parquet", "--to", Path.Combine(folder.FullName, "rates.parquet"));
        Assert.Equal(1, export.Code);
        Assert.Empty(folder.GetFiles("rates.parquet*"));
    }

    [Fact]
    public async Task What_changed_is_told_line_by_line()
    {
        var connection = await PublishedAsync();
        await using (var database = Database.Open(connection))
        await using (var open = await database.ConnectAsync(CancellationToken.None))
            await open.ExecuteAsync("update perjam.observation set workers = 4321 where id = (select min(id) from perjam.observation where origin_kind = 'figure' and status = 'accepted')");
        Assert.Equal(0, (await WorkerProcess.RunAsync(connection, "release", "publish")).Code);

        var diff = await WorkerProcess.RunAsync(connection, "release", "diff", "1", "latest");
        Assert.Equal(0, diff.Code);
        Assert.Matches("^claims\tchanged\t[0-9a-f]+\tworkers [0-9a-z]+ -> 4321\n$", diff.Output);
        Assert.Contains("Release 1 to 2: claims 1.", diff.Error, StringComparison.Ordinal);
        Assert.Equal("", (await WorkerProcess.RunAsync(connection, "release", "diff", "2", "latest")).Output);
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_a_line()
    {
        var connection = await PublishedAsync();
        foreach (var (arguments, said) in new[]
        {
            ("release export 9", "There is no release 9; release list tells which there are."), ("release export 1 --file none.csv", "has no file none.csv. It has: "),
            ("release diff 1 none", "There is no release none;"), ("release verify nothing.zip", "nothing.zip is not a file that can be read"),
        })
        {
            var (code, _, error) = await WorkerProcess.RunAsync(connection, arguments.Split(' '));
            Assert.Equal(2, code);
            Assert.Contains(said, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
    }

    private async Task<string> PublishedAsync()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var database = Database.Open(connection);
        await new ReportStore(database).AddAsync(Enumerable.Range(1, 30).Select(AuditVerbTests.Report), CancellationToken.None);
        foreach (var verb in new[] { "step accept", "step normalise", "step rollup", "release publish" })
            Assert.Equal(0, (await WorkerProcess.RunAsync(connection, verb.Split(' '))).Code);
        return connection;
    }

    private static int SumsOf(string unpacked)
    {
        using var check = Process.Start(new ProcessStartInfo("sha256sum", ["--quiet", "-c", "SHA256SUMS"]) { WorkingDirectory = unpacked, RedirectStandardOutput = true, RedirectStandardError = true })!;
        check.StandardOutput.ReadToEnd();
        check.WaitForExit();
        return check.ExitCode;
    }
}
