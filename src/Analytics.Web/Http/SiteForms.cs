using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Analytics.Web.Http;

/// <summary>What forms that are sent by POST need: a token in the form, and beside it the site's one cookie.</summary>
internal static class SiteForms
{
    /// <summary>Name of the cookie, as the privacy notice has it.</summary>
    public const string Cookie = "perjam-form";

    private const int MostBytes = SentLimits.MostBytes;

    private static readonly FormOptions Limits = new() { BufferBody = true, BufferBodyLengthLimit = MostBytes, MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes / 2, ValueCountLimit = 32 };

    /// <summary>The form that was sent, read within limits; null where the body is no form, is broken, or is too large.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        try
        {
            // What checked the token may have read it already, within the framework's own limits.
            if (context.Features.Get<IFormFeature>()?.Form is { } read)
                return read;
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, Limits));
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        // What the server itself refuses, too large or too slow, has an answer of its own.
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }

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
