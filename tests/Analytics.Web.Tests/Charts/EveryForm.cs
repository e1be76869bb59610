namespace Analytics.Web.Tests.Charts;

/// <summary>A chart of every form: form and choice.</summary>
internal static class EveryForm
{
    public static readonly string[] Charts = ["interval"];
}
