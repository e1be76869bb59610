namespace Analytics.Ingest.Steps;

/// <summary>One step of the flow. Running it twice gives the same rows; killed anywhere, the next run completes it.</summary>
internal interface IStep
{
    /// <summary>Its name on the command line and in the timetable.</summary>
    string Name { get; }

    /// <summary>Does what there is to do.</summary>
    /// <param name="progress">Told how far it is; never slows the work.</param>
    Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop);
}

/// <summary>How far a step is.</summary>
/// <param name="Share">0 to 1; null where the end is not known.</param>
internal readonly record struct StepProgress(string Step, double? Share, string Doing);

/// <summary>What a step did.</summary>
/// <param name="Changed">Whether any row is new or other than before.</param>
/// <param name="Sentence">What it did, for a person.</param>
/// <param name="Counts">The same in numbers.</param>
internal sealed record StepResult(string Step, bool Changed, string Sentence, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>Things that went wrong without ending the step: each a sentence with the address or row it is about.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];
}
