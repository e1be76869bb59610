using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Analytics.Ingest.Pages;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Steps;

/// <summary>What the reading of one page may take.</summary>
internal sealed record ReadingLimits
{
    /// <summary>Longest time; then the process that reads is killed. Above the page reader's own, which says more exactly what took so long.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Most bytes on the heap of the process that reads. The largest honest pages take half of it.</summary>
    public long Memory { get; init; } = 512L << 20;

    /// <summary>Most bytes of what was read from one page.</summary>
    public int LongestReading { get; init; } = 16 << 20;
}

/// <summary>
/// Reads pages in a process of its own, one after another: no page can hold up or end the process that asks, whatever it does to the reader
/// (docs/decisions/0006). A page over a limit is refused with the reason and the next one has a new process. Not for several threads.
/// </summary>
/// <param name="command">The program and its arguments; null for our own.</param>
internal sealed class ReadingProcess(ReadingLimits limits, TimeProvider time, IReadOnlyList<string>? command = null) : IAsyncDisposable
{
    /// <summary>What the process ends with when its heap is full.</summary>
    public const int OutOfMemory = 12;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly string[] Given = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"];

    private Process? process;
    private string lastWords = "";

    /// <summary>The program that is started, with its arguments.</summary>
    public static IReadOnlyList<string> Command { get; } = [Dotnet, typeof(ReadingProcess).Assembly.Location, "read-pages"];

    /// <summary>Of the process that reads now; null between processes.</summary>
    public int? ProcessId => process?.Id;

    /// <summary>How many processes have been started.</summary>
    public int Started { get; private set; }

    /// <summary>Reads <paramref name="page"/>; one that cannot be read has no claims and says why.</summary>
    /// <exception cref="InvalidOperationException">The process could not be started.</exception>
    public async Task<PageRead> ReadAsync(SourcePage page, CancellationToken stop)
    {
        // The process may also be ended from outside, by the system or its operator: only what ends two of them is the page.
        var (reading, code) = await TryAsync(page, stop);
        if (reading is null)
            (reading, code) = await TryAsync(page, stop);
        return reading ?? Refused(page, UnreadableReason.ReaderEnded, $"the process that reads pages ended over it, twice (exit code {code})");
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    // No reading: the process ended by itself, with the code.
    private async Task<(PageRead? Reading, int Code)> TryAsync(SourcePage page, CancellationToken stop)
    {
        var child = await RunningAsync(stop);
        using var late = new CancellationTokenSource(limits.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        // A blocked pipe looks at no token; killing the process at its other end closes it.
        using var ending = either.Token.Register(child.Kill);
        try
        {
            await ReadingFrames.SendAsync(child.StandardInput.BaseStream, page);
            return (await ReadingFrames.ReadingAsync(child.StandardOutput.BaseStream, limits.LongestReading), 0);
        }
        catch (InvalidDataException)
        {
            await EndAsync();
            return (Refused(page, UnreadableReason.TooLarge, $"what it says fills more than {limits.LongestReading >> 20} MiB"), 0);
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            var code = await EndAsync();
            stop.ThrowIfCancellationRequested();
            return (late.IsCancellationRequested, code) switch
            {
                (true, _) => (Refused(page, UnreadableReason.DeadlinePassed, FormattableString.Invariant($"it took longer than {limits.Deadline.TotalSeconds:0.#} s")), code),
                (_, OutOfMemory) => (Refused(page, UnreadableReason.TooLarge, $"it takes more than {limits.Memory >> 20} MiB of memory"), code),
                _ => (null, code),
            };
        }
    }

    private static PageRead Refused(SourcePage page, UnreadableReason reason, string why) => PageClaims.Refused(page, reason, $"{page.Address} is not read: {why}.");

    private async Task<Process> RunningAsync(CancellationToken stop)
    {
        if (process is { HasExited: false })
            return process;
        await EndAsync();
        process = Process.Start(Start())!;
        Started++;
        process.ErrorDataReceived += (_, line) => lastWords = string.IsNullOrWhiteSpace(line.Data) ? lastWords : line.Data;
        process.BeginErrorReadLine();
        using var late = new CancellationTokenSource(StartLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        using var ending = either.Token.Register(process.Kill);
        try
        {
            await ReadingFrames.ReadyAsync(process.StandardOutput.BaseStream);
            return process;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            var code = await EndAsync();
            stop.ThrowIfCancellationRequested();
            throw new InvalidOperationException($"The process that reads pages did not start (exit code {code}). {lastWords}", fault);
        }
    }

    // The process reads what strangers wrote: it is given no secret of ours, and of memory only its share.
    private ProcessStartInfo Start()
    {
        var words = command ?? Command;
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(n => !n.StartsWith("DOTNET_", StringComparison.Ordinal) && !Given.Contains(n)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.Memory.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        return start;
    }

    // The runtime that runs us: …/shared/Microsoft.NETCore.App/10.0.x/ stands under the folder of its program.
    private static string Dotnet => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    private async Task<int> EndAsync()
    {
        if (process is null)
            return 0;
        using var ended = process;
        process = null;
        ended.Kill();
        await ended.WaitForExitAsync(CancellationToken.None);
        return ended.ExitCode;
    }
}
