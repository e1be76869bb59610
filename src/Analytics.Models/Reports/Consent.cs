namespace Analytics.Models.Reports;

/// <summary>The consent that a worker gives with a report. Its wordings, each version for good, are the site's texts <c>consent.VERSION</c>; the verb <c>import</c> says the same of sums.</summary>
public static class Consent
{
    /// <summary>Version of the wording that forms show now; a report keeps the version that was agreed to.</summary>
    public const string Version = "1";
}
