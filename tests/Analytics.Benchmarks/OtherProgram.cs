using System.Diagnostics;

namespace Analytics.Benchmarks;

/// <summary>Other programs, run to their end.</summary>
internal static class OtherProgram
{
    /// <summary>What the program printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message has what it said.</exception>
    public static async Task<string> AnswerAsync(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);
        return process.ExitCode == 0
            ? said[0].Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed (exit code {process.ExitCode}): {said[1].Trim()}");
    }
}
