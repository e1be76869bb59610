namespace Analytics.Benchmarks;

/// <summary>One measure of an issue. Each is a file in Measures/ and a line in <see cref="Registry"/>.</summary>
/// <param name="Id">ISSUE.N, the N-th point of the "It must show".</param>
/// <param name="Title">What is measured, in a sentence.</param>
/// <param name="RunAsync">Does it and returns the figures.</param>
internal sealed record Measure(string Id, string Title, Func<MeasureRun, CancellationToken, Task<IReadOnlyList<Figure>>> RunAsync)
{
    /// <summary>Debian packages that this measure alone needs, such as wrk; ./measure installs them.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];
}

/// <summary>What a measure is given.</summary>
/// <param name="Repository">The root of the checkout.</param>
/// <param name="Time">Measures the times.</param>
/// <param name="Log">Receives progress as plain lines.</param>
internal sealed record MeasureRun(string Repository, TimeProvider Time, Action<string> Log);

/// <summary>One number and, where the issue sets one, the limit it is held against.</summary>
/// <param name="Name">In the JSON, snake_case with the unit at its end: <c>cold_start_s</c>.</param>
internal sealed record Figure(string Name, double Value, string Unit)
{
    public double? AtMost { get; init; }

    public double? AtLeast { get; init; }

    /// <summary>What has to be known to read the number.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the limits hold; null where there is none.</summary>
    public bool? Met => AtMost is null && AtLeast is null ? null : Value <= (AtMost ?? Value) && Value >= (AtLeast ?? Value);
}
