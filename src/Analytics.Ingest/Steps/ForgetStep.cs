using Analytics.Models.Corrections;
using Analytics.Models.Reports;

namespace Analytics.Ingest.Steps;

/// <summary>Deletes what was promised to be kept for a time only: contact and text of corrections that ended long enough ago, and where things were sent from.</summary>
internal sealed class ForgetStep(CorrectionStore corrections, FingerprintStore fingerprints, TimeProvider time) : IStep
{
    public string Name => "forget";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        var cases = await corrections.ForgetAsync(time.GetUtcNow() - CorrectionPromises.PrivateFor, stop);
        var senders = await fingerprints.ForgetAsync(time.GetUtcNow(), stop);
        string[] done =
        [
            .. cases == 0 ? Array.Empty<string>() : [$"What was private of {cases} ended {(cases == 1 ? "correction" : "corrections")} is deleted."],
            .. senders == 0 ? Array.Empty<string>() : [$"{senders} {(senders == 1 ? "fingerprint of a sender is" : "fingerprints of senders are")} deleted."],
        ];
        return new(Name, done.Length > 0, done.Length == 0 ? "Nothing is past its time." : string.Join(' ', done), new Dictionary<string, int> { ["corrections"] = cases, ["fingerprints"] = senders });
    }
}
