using Analytics.Models.Corrections;
using Analytics.Models.Releases;
using Analytics.Models.Sources;
using Analytics.Web.Pages.Checks;

namespace Analytics.Web.Releases;

/// <summary>What the pages read from.</summary>
internal static class ReleasesSetup
{
    public static WebApplicationBuilder AddReleases(this WebApplicationBuilder builder, bool demo)
    {
        builder.Services.AddSingleton(new SiteMode(demo));
        builder.Services.AddSingleton<ReleaseStore>();
        builder.Services.AddSingleton<SourceStore>();
        builder.Services.AddSingleton<CorrectionStore>();
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
