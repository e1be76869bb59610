using Analytics.Ingest.Fetching;

namespace Analytics.Ingest.Tests.Fetching;

internal static class Rules
{
    /// <summary>The house's rules with short limits and no pauses.</summary>
    public static FetchRules Quick { get; } = new()
    {
        Contact = "https://perjam.example/contact",
        Pause = TimeSpan.Zero,
        AllowedHostPause = TimeSpan.Zero,
        ConnectLimit = TimeSpan.FromSeconds(2),
        FirstByteLimit = TimeSpan.FromSeconds(5),
        TotalLimit = TimeSpan.FromSeconds(15),
        SlowGrace = TimeSpan.FromSeconds(5),
    };
}
