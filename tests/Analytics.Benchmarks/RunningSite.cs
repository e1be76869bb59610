using System.Diagnostics;
using System.Globalization;

namespace Analytics.Benchmarks;

/// <summary>./run of a checkout, with a HOME of its own, perhaps as another user; or the site alone. Stopped, in order, when disposed.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Process process;
    private readonly Task<string> said;

    private RunningSite(Process process)
    {
        this.process = process;
        said = process.StandardError.ReadToEndAsync();
        if (process.StartInfo.RedirectStandardOutput)
            process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Starts the site as it is built in a checkout, without a worker.</summary>
    /// <param name="settings">Its environment, each <c>NAME=VALUE</c>.</param>
    public static RunningSite StartBuilt(string repository, IReadOnlyList<string> arguments, IReadOnlyList<string> settings)
    {
        var program = Path.Combine(repository, "src", "Analytics.Web", "bin", "Release", "net10.0", "Analytics.Web.dll");
        // dotnet takes the place of env, so signals go to the site.
        return new RunningSite(Process.Start(new ProcessStartInfo("env", ["-u", "ConnectionStrings__Analytics", .. settings, "dotnet", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>Starts it in <paramref name="folder"/>, which holds the checkout as clone, and home and tmp.</summary>
    public static RunningSite Start(string folder, string? user, IReadOnlyList<string> arguments)
    {
        var checkout = Path.Combine(folder, "clone");
        // The user's own places for caches and data would give away that the HOME is not the first one.
        string[] environment =
        [
            "-u", "XDG_DATA_HOME", "-u", "XDG_CACHE_HOME", "-u", "XDG_CONFIG_HOME", "-u", "XDG_RUNTIME_DIR", "-u", "DOTNET_CLI_HOME",
            "-u", "NUGET_PACKAGES", "-u", "ConnectionStrings__Analytics",
            "HOME=" + Path.Combine(folder, "home"), "TMPDIR=" + Path.Combine(folder, "tmp"),
        ];
        string[] command = ["env", .. environment, Path.Combine(checkout, "run"), .. arguments];
        // setpriv replaces itself by the command, so signals go to ./run and to no one in between.
        string[] become = user is null ? [] : ["setpriv", "--reuid", user, "--regid", user, "--init-groups", "--"];
        string[] whole = [.. become, .. command];
        return new RunningSite(Process.Start(new ProcessStartInfo(whole[0], whole[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            WorkingDirectory = checkout,
        })!);
    }

    /// <summary>Waits until the page shows a release and has been read to its end.</summary>
    /// <exception cref="InvalidOperationException">The site ended before; the message has what it said.</exception>
    public async Task FirstPageAsync(Uri page, TimeProvider time, CancellationToken stop)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The site ended with exit code {process.ExitCode}: {await said}");
            try
            {
                using var answer = await client.GetAsync(page, stop);
                // Before the first release the page asks to be fetched again.
                if (answer.IsSuccessStatusCode && !answer.Headers.Contains("Refresh"))
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(Pause, time, stop);
        }
    }

    /// <summary>The working set of the site started by <see cref="StartBuilt"/>, in MiB.</summary>
    public double MemoryMb()
    {
        process.Refresh();
        return process.WorkingSet64 / 1048576.0;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await OtherProgram.AnswerAsync("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)], CancellationToken.None);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
