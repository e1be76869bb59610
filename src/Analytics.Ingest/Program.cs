using System.CommandLine;
using System.Runtime.InteropServices;
using Analytics.Ingest.Verbs;
using Analytics.Models.Storage;

// Before anything else: .NET installs no handler of its own, and a signal would end us without a chance to stop the database.
using var stop = new CancellationTokenSource();
using var stopWaiting = new CancellationTokenSource();
void Listen(PosixSignalContext signal)
{
    signal.Cancel = true;
    if (stop.IsCancellationRequested)
        stopWaiting.Cancel();
    stop.Cancel();
}

using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Listen);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Listen);
using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Listen);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Listen);

var terminal = Terminal.Process();
var common = new CommonOptions(stopWaiting.Token);
var root = new RootCommand("PerJam: collects, reads and publishes what an hour of gig work pays.");
common.AddTo(root);
foreach (var verb in FlowVerbs.Create(common, terminal)
    .Append(CollectVerb.Create(common, terminal))
    .Concat(WatchVerbs.Create(common, terminal))
    .Append(SourcesVerb.Create(common, terminal))
    .Concat(ReadVerbs.Create(terminal))
    .Append(EstimateVerbs.Create(common, terminal))
    .Append(ReadPagesVerb.Create())
    .Append(ReleaseVerbs.Create(common, terminal))
    .Append(CorrectionVerbs.Create(common, terminal))
    .Append(ImportVerb.Create(common, terminal, Console.In))
    .Append(ReceiptVerbs.Create(common, terminal))
    .Append(ErasureVerbs.Create(common, terminal))
    .Append(StatusVerb.Create(common, terminal))
    .Append(DemoVerb.Create(common, terminal))
    .Append(WorkVerb.Create(common, terminal)))
{
    root.Subcommands.Add(verb);
}

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    terminal.Note(string.Join(" ", parsed.Errors.Select(e => e.Message)) + " Verbs and options: --help.");
    return 2;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
}
catch (WrongUseException fault)
{
    terminal.Note(fault.Message);
    return 2;
}
catch (Exception fault) when (fault is StorageException or System.Data.Common.DbException or InvalidOperationException or IOException or UnauthorizedAccessException)
{
    terminal.Note(fault.Message);
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    terminal.Note("Stopped; the next run goes on from here.");
    return 1;
}
