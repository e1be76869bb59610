using Analytics.Models.Corrections;

namespace Analytics.Ingest.Steps;

/// <summary>Deletes what was promised to be kept for a time only: contact and text of corrections that ended long enough ago.</summary>
internal sealed class ForgetStep(CorrectionStore corrections, TimeProvider time) : IStep
{
    public string Name => "forget";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        var cases = await corrections.ForgetAsync(time.GetUtcNow() - CorrectionPromises.PrivateFor, stop);
        var sentence = cases == 0 ? "Nothing is past its time." : $"What was private of {cases} ended {(cases == 1 ? "correction" : "corrections")} is deleted.";
        return new(Name, cases > 0, sentence, new Dictionary<string, int> { ["corrections"] = cases });
    }
}
