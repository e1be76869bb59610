using Analytics.Models.Storage;

namespace Analytics.Web.Start;

/// <summary>How a failure that the operator can do something about ends the program: one sentence, and 1 (failed) or 2 (wrong use).</summary>
internal sealed record ProgramFailure(string Sentence, int ExitCode)
{
    /// <summary>The end that <paramref name="failure"/> makes; null for one that is a fault of ours and shall be seen whole.</summary>
    public static ProgramFailure? Explain(Exception failure, CancellationToken stop) => failure switch
    {
        UsageException => new(failure.Message, 2),
        StorageException => new(failure.Message, 1),
        OperationCanceledException when stop.IsCancellationRequested => new("Stopped before the site was up.", 1),
        // Kestrel's, when the port was taken between the check and the start.
        IOException when failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException => new($"{failure.Message} Choose another port with --port N.", 2),
        _ => null,
    };
}
