namespace Analytics.Web.Tests.Charts;

/// <summary>A chart of every form: form and choice.</summary>
internal static class EveryForm
{
    public static readonly string[] Charts = ["interval", "countries", "gap", "distribution?platform=prolific", "experience?task=survey", "history?platform=prolific", "figure?platform=prolific"];
}
