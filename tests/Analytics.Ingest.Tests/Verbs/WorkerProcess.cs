using System.Diagnostics;

namespace Analytics.Ingest.Tests.Verbs;

/// <summary>The worker's command line as a process of its own over a database.</summary>
internal static class WorkerProcess
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(string connection, params string[] arguments)
    {
        using var process = Start(connection, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    /// <summary>Starts it and kills it after <paramref name="after"/>, so that nothing of it can tidy up.</summary>
    /// <returns>Whether it had not ended before.</returns>
    public static async Task<bool> KillAsync(string connection, TimeSpan after, params string[] arguments)
    {
        using var process = Start(connection, arguments);
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(after));
        var running = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        await said;
        return running;
    }

    private static Process Start(string connection, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Analytics.Ingest.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Analytics"] = connection;
        return Process.Start(start)!;
    }
}
