using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Models.Storage.PrivateServer;

/// <summary>Where PostgreSQL's own programs are.</summary>
/// <param name="Folder">Holds initdb and postgres.</param>
/// <param name="Major">15 for PostgreSQL 15.18.</param>
internal sealed partial record Programs(string Folder, int Major)
{
    private const int OldestMajor = 15;

    public string InitDb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>The newest installed PostgreSQL, or the one that made an existing cluster.</summary>
    /// <param name="folders">Where to look; null looks in the usual places.</param>
    /// <param name="clusterMajor">Version of the existing cluster, if there is one.</param>
    public static Programs Find(IReadOnlyList<string>? folders, int? clusterMajor)
    {
        var seen = new List<int>();
        foreach (var folder in folders ?? UsualFolders())
        {
            if (MajorOf(folder) is not { } major)
                continue;
            if (clusterMajor is null ? major >= OldestMajor : major == clusterMajor)
                return new Programs(folder, major);
            seen.Add(major);
        }

        throw new StorageException((clusterMajor, seen.Count) switch
        {
            (null, 0) => "PostgreSQL is not installed here. Install it (Debian: apt-get install postgresql), "
                + "or name a server in ConnectionStrings__Analytics.",
            (null, _) => $"Only PostgreSQL {string.Join(", ", seen)} is installed, and {OldestMajor} or newer is needed: apt-get install postgresql",
            _ => $"The data was made by PostgreSQL {clusterMajor}, which is not installed"
                + (seen.Count == 0 ? "" : $" (found: {string.Join(", ", seen)})") + $". Install it: apt-get install postgresql-{clusterMajor}",
        });
    }

    /// <summary>The full path of a program, or null; also looks where PATH of a service or of cron may not reach.</summary>
    public static string? OnPath(string program) =>
        SearchPath().Append("/usr/bin").Append("/bin").Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    // Wrappers of the same names are common in PATH, so the packages' own folders come first.
    private static IEnumerable<string> UsualFolders() =>
        Versioned("/usr/lib/postgresql", "bin").Concat(Versioned("/opt/homebrew/opt", "bin")).Concat(FromPgConfig()).Concat(SearchPath());

    private static IEnumerable<string> Versioned(string parent, string child) =>
        !Directory.Exists(parent) ? [] :
            from folder in Directory.EnumerateDirectories(parent)
            let digits = Regex.Match(Path.GetFileName(folder), @"^(?:postgresql@)?(\d+)$")
            where digits.Success
            orderby int.Parse(digits.Groups[1].Value, CultureInfo.InvariantCulture) descending
            select Path.Combine(folder, child);

    private static IEnumerable<string> FromPgConfig() =>
        OnPath("pg_config") is { } program && Answer(program, "--bindir") is { Length: > 0 } folder ? [folder] : [];

    private static string[] SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    private static int? MajorOf(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"))
        && VersionText().Match(Answer(Path.Combine(folder, "postgres"), "--version")) is { Success: true } version
            ? int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    private static string Answer(string program, string argument)
    {
        using var process = Process.Start(new ProcessStartInfo(program, [argument]) { RedirectStandardOutput = true })!;
        var answer = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return answer;
    }

    [GeneratedRegex(@"PostgreSQL\)? (\d+)")]
    private static partial Regex VersionText();
}
