using Analytics.Web.Charts.Forms;
using Analytics.Web.Releases;

namespace Analytics.Web.Charts;

/// <summary>The forms of charts, in the order in which they are shown.</summary>
internal static class ChartSetup
{
    public static WebApplicationBuilder AddCharts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChartForm, IntervalForm>();
        builder.Services.AddSingleton<ChartForm, CountriesForm>();
        builder.Services.AddSingleton<ChartForm, GapForm>();
        builder.Services.AddSingleton<ChartForm, DistributionForm>();
        builder.Services.AddSingleton<ChartForm, ExperienceForm>();
        builder.Services.AddSingleton<CellHistory>();
        builder.Services.AddSingleton<ChartForm, HistoryForm>();
        builder.Services.AddSingleton<ChartForm, FigureForm>();
        builder.Services.AddSingleton<ChartForms>();
        return builder;
    }
}
