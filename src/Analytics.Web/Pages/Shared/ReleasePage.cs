using Analytics.Web.Releases;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Analytics.Web.Pages.Shared;

/// <summary>A page that shows a release. Its handlers run only where there is one to show.</summary>
public abstract class ReleasePage : PageModel
{
    private const int WaitSeconds = 10;

    /// <summary>What was asked for, set before the handler runs.</summary>
    public Asked Asked { get; private set; } = null!;

    public SiteText Text => Asked.Text;

    public sealed override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var language = SiteLanguage.OfPath(Request.Path)!;
        (var asked, Response.StatusCode) = await Asked.ReadAsync(HttpContext, language);
        Response.Headers.CacheControl = "no-cache";
        if (asked is not null)
        {
            Asked = asked;
            await next();
            return;
        }

        context.Result = Response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound
            ? StatusCode(Response.StatusCode)
            : Waiting(SiteText.Of(language));
    }

    private ViewResult Waiting(SiteText text)
    {
        Response.Headers["Refresh"] = WaitSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Response.Headers.CacheControl = "no-store";
        var why = Response.StatusCode == StatusCodes.Status200OK ? "first" : "away";
        var data = new ViewDataDictionary<EmptyState>(MetadataProvider, ModelState)
        {
            Model = new EmptyState(text[$"waiting.{why}.title"], text[$"waiting.{why}.text"]),
        };
        data.Frame(new PageFrame(text, text[$"waiting.{why}.title"], Path: null)
        {
            Simulated = HttpContext.RequestServices.GetRequiredService<SiteMode>().Simulated,
        });
        return new ViewResult { ViewName = "/Pages/Waiting/Waiting.cshtml", ViewData = data, TempData = TempData, StatusCode = Response.StatusCode };
    }
}
