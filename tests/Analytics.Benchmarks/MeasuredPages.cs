namespace Analytics.Benchmarks;

/// <summary>The pages that issue 5 sets limits for, in one place: name and address after the host.</summary>
internal static class MeasuredPages
{
    public const string Compare = "compare";
    public const string Estimate = "estimate";

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        [Compare] = "/en/",
        ["platform"] = "/en/platforms/prolific",
        [Estimate] = "/en/estimate?task=survey&experience=one-to-six-months&country=ID&hours=20",
    };
}
