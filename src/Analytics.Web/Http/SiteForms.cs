using Microsoft.AspNetCore.Antiforgery;

namespace Analytics.Web.Http;

/// <summary>What forms that are sent by POST need: a token in the form, and beside it the site's one cookie.</summary>
internal static class SiteForms
{
    /// <summary>Name of the cookie, as the privacy notice has it.</summary>
    public const string Cookie = "perjam-form";

    public static WebApplicationBuilder AddSiteForms(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = Cookie;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The content security policy forbids frames altogether.
            options.SuppressXFrameOptionsHeader = true;
        });
        return builder;
    }
}
