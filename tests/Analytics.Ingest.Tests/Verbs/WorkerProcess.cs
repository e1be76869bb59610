using System.Diagnostics;

namespace Analytics.Ingest.Tests.Verbs;

/// <summary>The worker's command line as a process of its own over a database.</summary>
internal static class WorkerProcess
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(string connection, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Analytics.Ingest.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Analytics"] = connection;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
