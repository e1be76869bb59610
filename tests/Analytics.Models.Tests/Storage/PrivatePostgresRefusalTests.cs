using System.Diagnostics;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Models.Tests.Storage;

/// <summary>What a private server cannot work with, each said in a sentence, with nothing half-done.</summary>
public sealed class PrivatePostgresRefusalTests : IDisposable
{
    private readonly TestFolder folder = new();

    private string ProgramFolder => Path.Combine(folder.Path, "bin");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_PostgreSQL_installed()
    {
        var message = await RefusalAsync(new() { DataRoot = folder.Path, ProgramFolders = [Path.GetTempPath()] });

        Assert.StartsWith("PostgreSQL is not installed here.", message, StringComparison.Ordinal);
        Assert.Contains("apt-get install postgresql", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "postgres", "data")));
    }

    [Fact]
    public async Task Only_an_old_PostgreSQL_installed()
    {
        MakeProgram("initdb", "exit 1");
        MakeProgram("postgres", "echo 'postgres (PostgreSQL) 13.9'");

        Assert.StartsWith(
            "Only PostgreSQL 13 is installed, and 15 or newer is needed",
            await RefusalAsync(new() { DataRoot = folder.Path, ProgramFolders = [ProgramFolder] }),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_a_version_that_is_not_installed()
    {
        WriteCluster("PG_VERSION", "97\n");

        var message = await RefusalAsync(new() { DataRoot = folder.Path });

        Assert.StartsWith("The data was made by PostgreSQL 97, which is not installed", message, StringComparison.Ordinal);
        Assert.Contains("apt-get install postgresql-97", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_of_which_a_part_is_gone()
    {
        WriteCluster("base", "");

        Assert.Contains("is not a whole PostgreSQL cluster", await RefusalAsync(new() { DataRoot = folder.Path }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_does_not_start_says_what_the_server_said()
    {
        await (await PrivatePostgres.StartAsync(new() { DataRoot = folder.Path }, CancellationToken.None)).DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(folder.Path, "postgres", "data", "postgresql.conf"), "no_such_setting = 1\n");

        var message = await RefusalAsync(new() { DataRoot = folder.Path });

        Assert.Contains("did not start", message, StringComparison.Ordinal);
        Assert.Contains("no_such_setting", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proc/perjam")]
    [InlineData("/dev/null/perjam")]
    public async Task A_folder_that_cannot_be_written(string path)
    {
        var message = await RefusalAsync(new() { DataRoot = path });

        Assert.StartsWith($"Cannot write in the data folder {path}", message, StringComparison.Ordinal);
        Assert.Contains("--data FOLDER", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_closed_to_the_user_concerned()
    {
        // Root passes everywhere, but the user that root's server runs as does not; a plain user is its own server's user.
        Run("mkdir", "-m", Environment.IsPrivilegedProcess ? "0700" : "0500", folder.Path);

        var message = await RefusalAsync(new() { DataRoot = Path.Combine(folder.Path, "within") });

        Assert.Contains(
            Environment.IsPrivilegedProcess ? $"because {folder.Path} is closed to it" : "Cannot write in the data folder",
            message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_is_cancelled_leaves_no_process()
    {
        using var soon = new CancellationTokenSource();
        var start = PrivatePostgres.StartAsync(
            new() { DataRoot = folder.Path, Log = line => soon.CancelAfter(TimeSpan.FromMilliseconds(300)) }, soon.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);

        await using var next = await PrivatePostgres.StartAsync(new() { DataRoot = folder.Path }, CancellationToken.None);
        Assert.True(next.IsOwner);
    }

    private static async Task<string> RefusalAsync(PrivatePostgresOptions options) =>
        (await Assert.ThrowsAsync<StorageException>(() => PrivatePostgres.StartAsync(options, CancellationToken.None))).Message;

    private void WriteCluster(string file, string text)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "postgres", "data")).FullName;
        File.WriteAllText(Path.Combine(data, file), text);
        if (Environment.IsPrivilegedProcess)
            Run("chown", "-R", "nobody", data);
    }

    private void MakeProgram(string name, string script)
    {
        Directory.CreateDirectory(ProgramFolder);
        var path = Path.Combine(ProgramFolder, name);
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        Run("chmod", "755", path);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
