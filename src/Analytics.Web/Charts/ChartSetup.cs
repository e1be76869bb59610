using Analytics.Web.Charts.Forms;

namespace Analytics.Web.Charts;

/// <summary>The forms of charts, in the order in which they are shown.</summary>
internal static class ChartSetup
{
    public static WebApplicationBuilder AddCharts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChartForm, IntervalForm>();
        builder.Services.AddSingleton<ChartForms>();
        return builder;
    }
}
