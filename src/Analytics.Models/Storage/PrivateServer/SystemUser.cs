using System.Globalization;

namespace Analytics.Models.Storage.PrivateServer;

/// <summary>A user of the system that the server runs as when we are root, because PostgreSQL refuses to run as root.</summary>
internal sealed record SystemUser(string Name, uint Uid, uint Gid)
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    /// <summary>
    /// Null for a plain user: the server runs as that user. For root the owner of an existing cluster, else 'postgres', else 'nobody'.
    /// </summary>
    public static SystemUser? ForServer(string clusterFolder)
    {
        if (!Environment.IsPrivilegedProcess)
            return null;
        return Directory.Exists(clusterFolder) ? OwnerOf(clusterFolder) : Candidates.Select(Find).FirstOrDefault(u => u is not null)
            ?? throw new StorageException(
                "PostgreSQL refuses to run as root, and this system has no user 'postgres' or 'nobody' to run it as: run as a plain user instead.");
    }

    private static SystemUser OwnerOf(string clusterFolder)
    {
        var (uid, gid) = Posix.OwnerOf(clusterFolder);
        return uid != 0
            ? new SystemUser(NameOf(uid), uid, gid)
            : throw new StorageException(
                $"{clusterFolder} belongs to root, and PostgreSQL refuses to run as root. Give it back: chown -R postgres: '{clusterFolder}'");
    }

    private static SystemUser? Find(string name) =>
        Accounts().FirstOrDefault(account => account.Name == name);

    private static string NameOf(uint uid) =>
        Accounts().FirstOrDefault(account => account.Uid == uid)?.Name ?? $"user {uid}";

    private static IEnumerable<SystemUser> Accounts() =>
        from line in File.ReadLines("/etc/passwd")
        let field = line.Split(':')
        where field.Length > 3
        select new SystemUser(field[0], Number(field[2]), Number(field[3]));

    private static uint Number(string text) => uint.Parse(text, CultureInfo.InvariantCulture);
}
