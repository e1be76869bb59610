using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.Flow.Tests;

/// <summary>One of our programs as a process of its own, to be asked, signalled or killed. Killed when disposed.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder answers = new(), notes = new();

    private RunningProgram(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Append(answers, line.Data);
        process.ErrorDataReceived += (_, line) => Append(notes, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Answers => Text(answers);

    public string Notes => Text(notes);

    public bool HasEnded => process.HasExited;

    /// <summary>Starts <paramref name="program"/>, a dll, with settings as environment variables.</summary>
    public static RunningProgram Start(string program, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Runs to the end, six minutes at most.</summary>
    public static Task<(int Code, string Answers, string Notes)> RunAsync(string program, IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        RunAsync(program, settings, TimeSpan.FromMinutes(6), arguments);

    /// <summary>Runs to the end.</summary>
    public static async Task<(int Code, string Answers, string Notes)> RunAsync(
        string program, IReadOnlyDictionary<string, string> settings, TimeSpan limit, params string[] arguments)
    {
        using var running = Start(program, settings, arguments);
        var code = await running.EndAsync(limit);
        return (code, running.Answers, running.Notes);
    }

    /// <summary>Waits for the end and returns the exit code.</summary>
    public async Task<int> EndAsync(TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        await process.WaitForExitAsync(late.Token);
        return process.ExitCode;
    }

    /// <summary>SIGKILL, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM.</summary>
    public void Terminate() => _ = kill(process.Id, 15);

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static void Append(StringBuilder to, string? line)
    {
        if (line is not null)
        {
            lock (to)
                to.AppendLine(line);
        }
    }

    private static string Text(StringBuilder from)
    {
        lock (from)
            return from.ToString();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int kill(int process, int signal);
}
