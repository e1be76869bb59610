using System.Net;
using System.Net.Sockets;

namespace Analytics.Flow.Tests;

/// <summary>The site as a process of its own, over a given database.</summary>
internal sealed class SiteProgram : IDisposable
{
    // Only a page that never comes is a fault of the site: how quickly it comes depends on what else the machine does.
    private static readonly TimeSpan HangsAfter = TimeSpan.FromSeconds(90);

    private readonly RunningProgram program;

    private SiteProgram(RunningProgram program, Uri address) => (this.program, Address) = (program, address);

    public Uri Address { get; }

    public string Notes => program.Notes;

    /// <param name="demo">Whether it shows the demonstration beside that database.</param>
    public static Task<SiteProgram> StartAsync(string connectionString, bool demo = false) =>
        StartAsync(new Dictionary<string, string> { ["ConnectionStrings__Analytics"] = connectionString }, demo ? ["--demo"] : []);

    /// <summary>The site over a private server of its own, in <paramref name="folder"/>.</summary>
    public static Task<SiteProgram> StartOnFolderAsync(string folder) => StartAsync(new Dictionary<string, string>(), ["--data", folder]);

    private static async Task<SiteProgram> StartAsync(IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var program = RunningProgram.Start(Checkout.WebProgram, settings, ["--port", address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), .. arguments]);
        var site = new SiteProgram(program, address);
        using var client = new HttpClient();
        for (var tries = 0; tries < 300 && !program.HasEnded; tries++)
        {
            try
            {
                if ((await client.GetAsync(new Uri(address, "/readyz"))).IsSuccessStatusCode)
                    return site;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        site.Dispose();
        throw new InvalidOperationException($"The site did not start: {program.Notes}");
    }

    public bool HasEnded => program.HasEnded;

    /// <summary>All that it has written to its output and its log.</summary>
    public string Written => program.Answers + program.Notes;

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => program.KillAsync();

    /// <summary>Ends it in good order.</summary>
    public async Task StopAsync()
    {
        program.Terminate();
        await program.EndAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Asks for the first page over and over until <paramref name="enough"/>; what went wrong, if anything did.</summary>
    public async Task<IReadOnlyList<string>> WatchAsync(CancellationToken enough)
    {
        var failures = new List<string>();
        using var client = new HttpClient { Timeout = HangsAfter };
        while (!enough.IsCancellationRequested)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "/en/"), CancellationToken.None);
                if (answer.StatusCode != HttpStatusCode.OK)
                    failures.Add($"/en/ answered {(int)answer.StatusCode}");
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                failures.Add(fault.Message);
            }

            await Task.Delay(100, CancellationToken.None);
        }

        return failures;
    }

    /// <summary>The markup of a page.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(Address, path));
    }

    public void Dispose() => program.Dispose();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
