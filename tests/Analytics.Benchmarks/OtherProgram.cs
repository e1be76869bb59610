using System.Diagnostics;

namespace Analytics.Benchmarks;

/// <summary>Other programs, run to their end.</summary>
internal static class OtherProgram
{
    /// <summary>What the program printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message has what it said.</exception>
    public static async Task<string> AnswerAsync(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        var (code, answer, notes) = await RunAsync(program, arguments, stop);
        return code == 0
            ? answer.Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed (exit code {code}): {answer.Trim()} {notes.Trim()}");
    }

    /// <summary>The exit code and what the program printed, whether it failed or not.</summary>
    public static async Task<(int Code, string Said)> ResultAsync(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        var (code, answer, notes) = await RunAsync(program, arguments, stop);
        return (code, answer + notes);
    }

    private static async Task<(int Code, string Answer, string Notes)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, said[0], said[1]);
    }
}
