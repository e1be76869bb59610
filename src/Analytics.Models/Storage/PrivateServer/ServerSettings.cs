namespace Analytics.Models.Storage.PrivateServer;

/// <summary>How our server is set.</summary>
internal static class ServerSettings
{
    private static readonly string[] Fixed =
    [
        // No network at all: the socket in a folder closed to others is the only way in, so no password is needed.
        "listen_addresses=", "port=5432", "unix_socket_permissions=0700",
        "max_connections=100", "shared_buffers=256MB", "work_mem=32MB", "maintenance_work_mem=256MB",
        "max_wal_size=2GB", "checkpoint_timeout=15min", "wal_level=minimal", "max_wal_senders=0", "wal_compression=on",
        // Log files that are no longer needed are deleted, and not used again with what is still in them: what a worker took back must not lie there.
        "wal_recycle=off",
        "jit=off", "random_page_cost=1.1", "timezone=UTC", "log_timezone=UTC",
        // Slow statements and errors are logged without their values: what a worker reported must not outlive its withdrawal in a log.
        "log_min_duration_statement=2000", "log_parameter_max_length=0", "log_error_verbosity=terse",
    ];

    public static IEnumerable<string> Arguments(string data, string socketFolder) =>
        ["-D", data, .. Fixed.Append($"unix_socket_directories=\"{socketFolder}\"").SelectMany(setting => new[] { "-c", setting })];
}
