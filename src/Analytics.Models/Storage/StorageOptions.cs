namespace Analytics.Models.Storage;

/// <summary>Where the data is and how to get at it, as the command line and the configuration say.</summary>
public sealed record StorageOptions
{
    /// <summary>A given server (<c>ConnectionStrings__Analytics</c>); null or empty: a private one in <see cref="DataRoot"/>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The data folder.</summary>
    public string DataRoot { get; init; } = DefaultDataRoot();

    /// <summary>Folder of PostgreSQL's programs, where they are in none of the usual places.</summary>
    public string? Programs { get; init; }

    /// <summary>Whether to use the separate database of simulated reports.</summary>
    public bool Demo { get; init; }

    /// <summary>
    /// Whether a question to the database may take as long as it takes: so for the worker, whose jobs have limits of their own and work on everything at once.
    /// A page gives up after the driver's 30 seconds.
    /// </summary>
    public bool Patient { get; init; }

    /// <summary>Receives progress as plain lines.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>Measures the waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Cancelled when stopping shall no longer wait for the other users of a private server.</summary>
    public CancellationToken StopWaiting { get; init; }

    /// <summary>
    /// <c>/var/lib/perjam</c> for root; else <c>perjam</c> in <c>$XDG_DATA_HOME</c> or <c>~/.local/share</c>.
    /// </summary>
    public static string DefaultDataRoot()
    {
        if (Environment.IsPrivilegedProcess)
            return "/var/lib/perjam";
        // A relative path in XDG_DATA_HOME is to be ignored, by its specification.
        var shared = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        return Path.Combine(
            Path.IsPathRooted(shared) ? shared : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share"),
            "perjam");
    }
}
