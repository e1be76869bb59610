using Analytics.Web.Text;

namespace Analytics.Web.Http;

/// <summary>
/// What is answered when something is wrong: a page in the reader's language for pages, problem details (RFC 9457) where data was
/// asked for. No answer tells more of the inside than its trace id.
/// </summary>
internal static class ErrorAnswers
{
    private static readonly PathString[] DataRoots = ["/api", "/charts", "/embed", "/oembed", "/e", "/s", "/d", "/healthz", "/readyz"];

    public static void UseErrorAnswers(this WebApplication app)
    {
        app.UseWhen(context => IsForData(context.Request.Path), data =>
        {
            data.UseExceptionHandler(failed => failed.Run(TellAsync));
            data.UseStatusCodePages(context => TellAsync(context.HttpContext));
        });
        app.UseWhen(context => !IsForData(context.Request.Path), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
    }

    /// <summary>Whether an address is of a machine form: it has no language before it, and stands under a root of data or names a file.</summary>
    public static bool IsForData(PathString path) =>
        SiteLanguage.OfPath(path) is null && (Array.Exists(DataRoots, root => path.StartsWithSegments(root)) || Path.HasExtension(path.Value));

    // Whatever type was asked for: a picture that is not there is no reason to say nothing.
    private static Task TellAsync(HttpContext context) => Results.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context);
}
