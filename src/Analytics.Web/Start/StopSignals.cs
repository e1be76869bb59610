using System.Runtime.InteropServices;

namespace Analytics.Web.Start;

/// <summary>
/// Turns the signals that end a program into a token. Made first of all: .NET installs no handler of its own, so until then a signal
/// kills the process and leaves the database server to be cleared away by others.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource first = new();
    private readonly CancellationTokenSource second = new();
    private readonly List<PosixSignalRegistration> registrations;

    public StopSignals() => registrations =
        [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGHUP }.Select(s => PosixSignalRegistration.Create(s, OnSignal))];

    /// <summary>Cancelled at the first signal: stop in order.</summary>
    public CancellationToken Stop => first.Token;

    /// <summary>Cancelled at the second: wait for nobody.</summary>
    public CancellationToken StopWaiting => second.Token;

    public void Dispose()
    {
        registrations.ForEach(r => r.Dispose());
        first.Dispose();
        second.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        (first.IsCancellationRequested ? second : first).Cancel();
    }
}
