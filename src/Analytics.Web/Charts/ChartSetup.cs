namespace Analytics.Web.Charts;

/// <summary>What drawing charts needs.</summary>
internal static class ChartSetup
{
    public static WebApplicationBuilder AddCharts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChartWriter>();
        return builder;
    }
}
