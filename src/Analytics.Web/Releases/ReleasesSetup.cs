using Analytics.Models.Corrections;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Reports.Trackers;
using Analytics.Models.Rollups;
using Analytics.Models.Sources;
using Analytics.Models.Storage;
using Analytics.Web.Downloads;
using Analytics.Web.Pages.Checks;
using Analytics.Web.Pages.Reports;

namespace Analytics.Web.Releases;

/// <summary>What the pages read from.</summary>
internal static class ReleasesSetup
{
    public static WebApplicationBuilder AddReleases(this WebApplicationBuilder builder, bool demo)
    {
        builder.Services.AddSingleton(new SiteMode(demo));
        builder.Services.AddSingleton(services => new ReleaseStore(services.GetRequiredService<Database>()));
        builder.Services.AddSingleton<ReleaseFileStore>();
        builder.Services.AddSingleton<PublishedFiles>();
        builder.Services.AddSingleton<FileCache>();
        builder.Services.AddSingleton<SourceStore>();
        builder.Services.AddSingleton<CorrectionStore>();
        builder.Services.AddSingleton<TrackerStore>();
        builder.Services.AddSingleton<ReportStore>();
        builder.Services.AddSingleton<ContributorStore>();
        builder.Services.AddSingleton<WithdrawalStore>();
        builder.Services.AddSingleton<SigningKeyStore>();
        builder.Services.AddSingleton<HoldStore>();
        builder.Services.AddSingleton<ReportIntake>();
        builder.Services.AddSingleton<LatestRelease>();
        builder.Services.AddSingleton<AskedAddressStore>();
        builder.Services.AddSingleton<PastedReader>();
        return builder;
    }

    /// <summary>Sees to it that every answer knows of the latest release; before the output cache, which asks for it.</summary>
    public static void UseLatestRelease(this WebApplication app)
    {
        var latest = app.Services.GetRequiredService<LatestRelease>();
        // Most requests find nothing to ask, and a kept answer should cost little more than its bytes.
        app.Use((context, next) => latest.IsDue ? RefreshAsync(context, next) : next(context));

        async Task RefreshAsync(HttpContext context, RequestDelegate next)
        {
            await latest.RefreshAsync(context.RequestAborted);
            await next(context);
        }
    }
}
