namespace Analytics.Web.Http;

/// <summary>
/// What is answered when something is wrong: a page in the reader's language for pages, problem details (RFC 9457) under
/// <c>/api</c>. No answer tells more of the inside than its trace id.
/// </summary>
internal static class ErrorAnswers
{
    public static void UseErrorAnswers(this WebApplication app)
    {
        app.UseWhen(context => IsApi(context.Request.Path), api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        app.UseWhen(context => !IsApi(context.Request.Path), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
    }

    private static bool IsApi(PathString path) => path.StartsWithSegments("/api");
}
