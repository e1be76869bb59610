namespace Analytics.Models.Storage;

/// <summary>How a private PostgreSQL is to be run; see <see cref="PrivatePostgres"/>.</summary>
public sealed record PrivatePostgresOptions
{
    /// <summary>The data folder: made where it is absent. One server at a time per folder.</summary>
    public required string DataRoot { get; init; }

    /// <summary>Receives progress as plain lines ("Waiting for …"), possibly from several threads.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>Measures the waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Cancelled (a second Ctrl-C) when stopping shall no longer wait for the other users of the server.</summary>
    public CancellationToken StopWaiting { get; init; }

    /// <summary>Folders to look for PostgreSQL's programs in; null searches the usual places.</summary>
    public IReadOnlyList<string>? ProgramFolders { get; init; }
}
