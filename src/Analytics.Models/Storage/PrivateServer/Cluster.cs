namespace Analytics.Models.Storage.PrivateServer;

/// <summary>Makes a new cluster where there is none.</summary>
internal static class Cluster
{
    /// <summary>The database's own administrator; whoever can open the socket is let in as this.</summary>
    public const string Administrator = "perjam";

    public static async Task EnsureAsync(
        ClusterFolder folder, Programs programs, SystemUser? user, ServerLog log, PrivatePostgresOptions options, CancellationToken stop)
    {
        if (user is not null)
            await CheckReachAsync(folder.Root, user, stop);
        if (Directory.Exists(folder.Data))
            return;
        options.Log($"Making a new database in {folder.Root}.");
        folder.MakeUnfinished(user);
        // Killed outright when we die: otherwise it would go on writing under the next one's hands.
        using var initdb = await Child.StartAsync(programs.InitDb, Arguments(folder.Unfinished), user, "KILL");
        var output = log.FollowAsync(initdb);
        try
        {
            await initdb.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            initdb.Kill(entireProcessTree: true);
            await initdb.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        await output;
        if (initdb.ExitCode != 0)
            throw new StorageException($"PostgreSQL could not make a database in {folder.Root}: {log.Tail()}{Advice(log)}");
        Directory.Move(folder.Unfinished, folder.Data);
    }

    private static string[] Arguments(string data) =>
    [
        "-D", data, "-U", Administrator, "--auth=trust", "-E", "UTF8",
        "--locale=" + (OperatingSystem.IsLinux() ? "C.UTF-8" : "C"), "--data-checksums", "--no-instructions",
    ];

    private static string Advice(ServerLog log) =>
        log.Tail().Contains("could not look up effective user ID", StringComparison.Ordinal)
            ? " PostgreSQL needs a line for this user in /etc/passwd: add one, or name a server in ConnectionStrings__Analytics."
            : "";

    private static async Task CheckReachAsync(string root, SystemUser user, CancellationToken stop)
    {
        using var test = await Child.StartAsync("/usr/bin/test", ["-x", Path.Combine(root, "postgres")], user, "KILL");
        await test.WaitForExitAsync(stop);
        if (test.ExitCode == 0)
            return;
        var closed = Ancestors(root).LastOrDefault(f => !Posix.OthersMayPass(f)) ?? root;
        throw new StorageException(
            $"PostgreSQL runs as the user '{user.Name}' and cannot reach {root}, because {closed} is closed to it. "
            + "Choose another folder, such as --data /var/lib/perjam.");
    }

    private static IEnumerable<string> Ancestors(string path)
    {
        for (var folder = path; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }
}
