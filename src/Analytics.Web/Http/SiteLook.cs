using System.Text.Encodings.Web;
using System.Text.Unicode;
using Analytics.Web.Charts;
using Analytics.Web.Downloads;
using Analytics.Web.Releases;
using Analytics.Web.Text;
using Microsoft.Extensions.WebEncoders;

namespace Analytics.Web.Http;

/// <summary>All that the pages stand in: headers, errors, caching, files, charts.</summary>
public static class SiteLook
{
    public static WebApplicationBuilder AddSiteLook(this WebApplicationBuilder builder)
    {
        // A thousand pasted characters may take nine each in an address.
        builder.WebHost.ConfigureKestrel(server => (server.AddServerHeader, server.Limits.MaxRequestLineSize) = (false, 16 * 1024));
        builder.AddSentLimits();
        builder.Services.AddRazorPages();
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteOptions>(routes =>
        {
            routes.LowercaseUrls = true;
            routes.SetParameterPolicy<LanguageConstraint>("language");
        });
        // “, – and € are written as they are; what could end an attribute or a tag is still escaped.
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.AddSiteForms();
        builder.AddSenders();
        builder.AddOpenReading();
        builder.AddReleaseCache();
        builder.AddCharts();
        return builder;
    }

    /// <summary>The order matters: headers on everything, the cache around the compressed body, errors around all that makes an answer: a kept one was none.</summary>
    public static WebApplication UseSiteLook(this WebApplication app)
    {
        app.UseSiteHeaders();
        app.UseForwardedHeaders();
        app.UseOpenReading();
        app.UseRouting();
        app.UseLatestRelease();
        app.UseOutputCache();
        app.UseErrorAnswers();
        app.UseSenders();
        // What an error is answered with is found here; whatever was found before passes.
        app.UseRouting();
        app.UseSentLimits();
        app.UseWhen(context => !ReleaseFiles.IsSentAsItIs(context), others => others.UseResponseCompression());
        app.UseVersionedFiles();
        app.MapRazorPages();
        app.MapRead("/", (HttpContext context) => ToOwnLanguage(context)).ExcludeFromDescription();
        return app;
    }

    private static IResult ToOwnLanguage(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept-Language";
        return Results.Redirect($"/{SiteLanguage.Wanted(context.Request).Code}/");
    }
}
