using System.Data.Common;
using Analytics.Models.Operations;
using Analytics.Web.Http;
using Analytics.Web.Operations;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Operations;

/// <summary>A page behind the operator's door: nobody keeps it, no list names it, and who is not in is led to the login.</summary>
/// <remarks>A form is read within limits and its token checked here and not by the framework's filter, which would read it first. Handlers bind no parameter for the same reason.</remarks>
[IgnoreAntiforgeryToken]
public abstract class OperatorPage : PageModel
{
    public SiteText Text { get; private set; } = null!;

    /// <summary>Who is in; null on a page for everybody.</summary>
    public OperatorSession? Session { get; private set; }

    /// <summary>What is wrong with the form that was sent; null for nothing.</summary>
    public string? Fault { get; protected set; }

    /// <summary>Whether nobody needs to be in: before the door.</summary>
    protected virtual bool ForEverybody => false;

    /// <summary>The form that was sent, with a good token.</summary>
    protected IFormCollection Sent { get; private set; } = FormCollection.Empty;

    /// <summary>Name of whoever is in.</summary>
    protected string By => Session!.Operator;

    protected CancellationToken Stop => HttpContext.RequestAborted;

    protected T Get<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    protected DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    /// <summary>An address behind the door, in this language.</summary>
    public string To(string path = "") => $"/{Text.Language.Code}/operations{path}";

    /// <summary>The frame of the page.</summary>
    /// <param name="path">Address after <c>/operations</c>.</param>
    public PageFrame Frame(string title, string path, string query = "") => new(Text, Fault is null ? title : Text.Fill("operations.faulty", ("title", title)), "/operations" + path)
    {
        Query = query,
        Simulated = Get<LatestRelease>().Current?.Head.Simulated ?? Get<SiteMode>().Simulated,
    };

    /// <summary>A moment to the minute, UTC.</summary>
    public string Moment(DateTimeOffset at) => $"{Day(at)}, {at.UtcDateTime.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)} UTC";

    /// <summary>The day of a moment, UTC.</summary>
    public string Day(DateTimeOffset at) => Text.Figures.Date(DateOnly.FromDateTime(at.UtcDateTime));

    public sealed override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Text = SiteText.Of(SiteLanguage.OfPath(Request.Path)!);
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers["Referrer-Policy"] = "same-origin";
        try
        {
            context.Result = await RefusalAsync();
        }
        catch (Exception failure) when (IsAway(failure))
        {
            context.Result = StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (context.Result is not null)
            return;
        var done = await next();
        if (IsAway(done.Exception))
            (done.ExceptionHandled, done.Result) = (true, StatusCode(StatusCodes.Status503ServiceUnavailable));
    }

    /// <summary>The page once more, with what is wrong.</summary>
    protected PageResult Again(string fault, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Fault = fault;
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>On to another page after a form, so that going back sends nothing twice.</summary>
    protected StatusCodeResult OnTo(string path)
    {
        Response.Headers.Location = To(path);
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IActionResult?> RefusalAsync()
    {
        Session = await Get<Door>().FindAsync(HttpContext);
        if (Session is null && !ForEverybody)
            return OnTo("/login");
        if (!HttpMethods.IsPost(Request.Method))
            return null;
        if (await SiteForms.ReadAsync(HttpContext) is not { } sent || !await Get<IAntiforgery>().IsRequestValidAsync(HttpContext))
            return StatusCode(StatusCodes.Status400BadRequest);
        Sent = sent;
        return null;
    }

    private static bool IsAway(Exception? failure) => failure is DbException or TimeoutException;
}
