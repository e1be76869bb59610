using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Analytics.Web.Search;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Error;

/// <summary>What a reader sees where there is no page, or where one failed. Any verb may end here, so all are answered alike.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class StatusModel(LatestRelease latest, SiteMode mode) : PageModel
{
    public int Code { get; private set; }

    public PageFrame Frame { get; private set; } = null!;

    /// <summary>Whether there is no such page: then the reader is helped to another.</summary>
    public bool IsMissing => Wording == 404;

    /// <summary>Pages that the words of the address may have meant.</summary>
    public IReadOnlyList<SearchEntry> Near { get; private set; } = [];

    public string Explanation => Frame.Text[$"error.text.{Wording}"];

    // A failure inside us, too much at once, a request that cannot be answered, and all that is not there.
    private int Wording => Code switch { >= 500 => 500, 404 or 410 => 404, 429 => 429, _ => 400 };

    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        Code = int.Parse(RouteData.Values["code"]!.ToString()!, System.Globalization.CultureInfo.InvariantCulture);
        Near = IsMissing ? AddressWords.Near(SiteIndex.Of(latest.Current), AskedFor()) : [];
        var text = SiteText.Of(SiteLanguage.OfPath(new PathString(AskedFor())) ?? SiteLanguage.Wanted(Request));
        Frame = new PageFrame(text, text[$"error.title.{Wording}"], Path: null) { Simulated = latest.Current?.Head.Simulated ?? mode.Simulated };
        Response.StatusCode = Code is >= 400 and < 600 ? Code : StatusCodes.Status404NotFound;
    }

    public void OnGet()
    {
    }

    public void OnPost()
    {
    }

    private string? AskedFor() =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? Request.Path.Value;
}
