using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Analytics.Models.Storage;

namespace Analytics.Web.Start;

/// <summary>The command line: <c>[--port N] [--data FOLDER] [--demo] [--new-operator-link] [--Setting=value]…</c>.</summary>
/// <param name="Port">Where to listen on 127.0.0.1; 0 for any free port.</param>
/// <param name="Data">The data folder; null for the user's own.</param>
/// <param name="NewOperatorLink">Whether to print a set-up link for an operator and end, beside a site that runs or without one.</param>
/// <param name="Settings">Configuration given as <c>--Name=value</c>, passed on.</param>
internal sealed record SiteArguments(int Port, string? Data, bool Demo, bool NewOperatorLink, IReadOnlyList<string> Settings)
{
    public const int DefaultPort = 5080;

    private const string Usage = "Usage: Analytics.Web [--port N] [--data FOLDER] [--demo] [--new-operator-link] [--Setting=value].";

    /// <exception cref="UsageException">The arguments cannot be understood; the message says which and what would be right.</exception>
    public static SiteArguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new SiteArguments(DefaultPort, null, false, false, []);
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var argument))
        {
            var (name, value) = argument.Split('=', 2) is [var before, var after] ? (before, after) : (argument, null);
            string Value() => value ?? (rest.TryDequeue(out var next) ? next : throw new UsageException($"{name} needs a value. {Usage}"));
            parsed = name switch
            {
                "--port" => parsed with { Port = PortOf(Value()) },
                "--data" => parsed with { Data = Value() },
                "--demo" => parsed with { Demo = value is null || bool.TryParse(value, out var on) && on },
                "--new-operator-link" when value is null => parsed with { NewOperatorLink = true },
                _ when name.StartsWith("--", StringComparison.Ordinal) && value is not null => parsed with { Settings = [.. parsed.Settings, argument] },
                _ => throw new UsageException($"'{argument}' is not understood. {Usage}"),
            };
        }

        return parsed;
    }

    /// <summary>Finds out before anything is started whether the port is free.</summary>
    /// <exception cref="UsageException">It is not.</exception>
    public void CheckPort()
    {
        if (Port == 0)
            return;
        try
        {
            using var trial = new TcpListener(IPAddress.Loopback, Port);
            trial.Start();
        }
        catch (SocketException failure)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"Port {Port} on 127.0.0.1 cannot be used: {failure.Message}. Stop the program that has it, or choose another with --port N."), failure);
        }
    }

    /// <summary>Where the site can be opened, without a slash at the end: <c>Site:Address</c>, else this machine's own; empty for a port that is not known before it is taken.</summary>
    public string Address(IConfiguration configuration) =>
        configuration["Site:Address"]?.TrimEnd('/') ?? (Port == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));

    /// <summary>Where the data is, by the command line and the configuration.</summary>
    public StorageOptions Storage(IConfiguration configuration, StopSignals signals)
    {
        var options = new StorageOptions
        {
            ConnectionString = configuration.GetConnectionString("Analytics"),
            Programs = configuration["PostgreSQL:Programs"],
            Demo = Demo,
            Log = Console.Error.WriteLine,
            StopWaiting = signals.StopWaiting,
        };
        return Data is null ? options : options with { DataRoot = Path.GetFullPath(Data) };
    }

    private static int PortOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
        ? port
        : throw new UsageException($"--port {text} is no port: give a number from 0 to {IPEndPoint.MaxPort}. {Usage}");
}

/// <summary>The program was started in a way it cannot be used; the message says what would be right.</summary>
internal sealed class UsageException(string message, Exception? cause = null) : Exception(message, cause);
