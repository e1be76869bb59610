namespace Analytics.Ingest.Fetching;

/// <summary>
/// Carries a reason from deep inside a request (through HttpClient, even) to <see cref="PoliteFetcher"/>, which makes it a result.
/// <see cref="Exception.Message"/> completes "ADDRESS is not read: …".
/// </summary>
internal sealed class RefusedException(RefusalReason reason, string message, Exception? cause = null) : Exception(message, cause)
{
    public RefusalReason Reason { get; } = reason;

    public int? Status { get; init; }

    public DateTimeOffset? Until { get; init; }
}
