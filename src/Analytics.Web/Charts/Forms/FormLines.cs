using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Charts.Forms;

/// <summary>What stands around every chart.</summary>
internal static class FormLines
{
    /// <summary>"USD per hour, before tax".</summary>
    public static string PerHour(this Asked asked) => asked.Text.Fill("chart.perHour", ("currency", asked.Currency.Code));

    /// <param name="key">Of the words that name the sources.</param>
    public static string SourceLine(this Asked asked, string key) => asked.Text.Fill("chart.source", ("source", asked.Text[key]));

    public static string CitedRelease(this Asked asked) => asked.Text.Fill("chart.release", ("release", asked.ReleaseLine));

    /// <summary>The strip of simulated data; null where data is real.</summary>
    public static string? SimulatedLine(this Asked asked) =>
        asked.Release.Head.Simulated ? $"{asked.Text["site.simulated"]}. {asked.Text["site.simulatedDetail"]}" : null;

    /// <summary>A title with what was chosen, where anything was: "Pay per hour by country · Surveys".</summary>
    public static string Titled(this Asked asked, string key, params ReadOnlySpan<string?> chosen)
    {
        var title = asked.Text[key];
        foreach (var word in chosen)
        {
            if (word is not null)
                title += $" · {word}";
        }

        return title;
    }

    /// <summary>An amount in US dollars as it is drawn.</summary>
    public static double? Drawn(this Asked asked, decimal? usd) => usd is { } amount ? (double)asked.Currency.Of(amount) : null;
}
