using System.Diagnostics;
using Analytics.Models.Storage.PrivateServer;

namespace Analytics.Tests.Storage;

/// <summary>Another process that uses a folder's server (tests/Analytics.PostgresHost).</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process process;

    private HostProcess(Process process) => this.process = process;

    /// <summary>Starts it; does not wait until it has a server.</summary>
    public static HostProcess Start(string dataRoot)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Analytics.PostgresHost.dll");
        return new HostProcess(Process.Start(new ProcessStartInfo("dotnet", ["exec", program, dataRoot])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
    }

    /// <summary>"owner" or "guest", once it has a server.</summary>
    public Task<string?> RoleAsync() => process.StandardOutput.ReadLineAsync();

    public void Kill()
    {
        Posix.Signal(process.Id, Posix.Kill);
        process.WaitForExit();
    }

    /// <summary>Ends its input, which asks it to stop; returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        process.StandardInput.Close();
        return await WaitAsync();
    }

    /// <summary>Its exit code, once it has ended by itself.</summary>
    public async Task<int> WaitAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
