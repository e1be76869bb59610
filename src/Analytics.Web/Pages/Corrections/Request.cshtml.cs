using System.Data.Common;
using Analytics.Models;
using Analytics.Models.Corrections;
using Analytics.Models.Reports;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Corrections;

/// <summary>The form of a request: an error, a platform's reply, a take-down. Sent, it leads to the receipt.</summary>
/// <remarks>The form is read and its token checked here and not by the framework, so that a form that was open too long comes back with what was typed.</remarks>
[IgnoreAntiforgeryToken]
public sealed class RequestModel(CorrectionStore corrections, SenderChecks senders, IAntiforgery antiforgery, TimeProvider time) : ReleasePage
{
    public RequestForm Form { get; private set; } = null!;

    /// <summary>What is wrong with the form, by field; what is wrong with none of them under "".</summary>
    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    public string? Fault(string field) => Faults.GetValueOrDefault(field);

    /// <summary>The form of a way, sent from this page.</summary>
    public string Action => Asked.To($"/corrections/report/{Term.Of(Form.Way)}");

    public IActionResult OnGet()
    {
        if (Way is not { } way)
            return NotFound();
        var about = Asked.Chosen(Request.Query, "about");
        if (about?.Length > RequestForm.LongestAbout)
            return BadRequest();
        Form = RequestForm.Empty(way, about, Asked.Release);
        return Kept();
    }

    // It takes no parameter: binding one would read the form before it is limited.
    public async Task<IActionResult> OnPostAsync()
    {
        var stop = HttpContext.RequestAborted;
        if (Way is not { } way)
            return NotFound();
        if (await SiteForms.ReadAsync(HttpContext) is not { } sent)
            return BadRequest();
        Form = RequestForm.Read(way, sent);
        Faults = Form.Faults(Text, slug => Asked.Release.Release.Platform(slug) is not null);
        if (Faults.Count > 0)
            return Again(StatusCodes.Status422UnprocessableEntity);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Again(StatusCodes.Status422UnprocessableEntity, Text["request.fault.stale"]);
        return await KeepAsync(Form.Request(SiteAddress.Of(HttpContext), Text.Language, time.GetUtcNow()), stop);
    }

    private CorrectionWay? Way => Term.Find<CorrectionWay>(RouteData.Values["way"]?.ToString());

    private async Task<IActionResult> KeepAsync(Correction request, CancellationToken stop)
    {
        try
        {
            if ((await senders.LookAsync(HttpContext, null, SendingAct.Correction, stop)).RetryAfter is { } wait)
                return Again(StatusCodes.Status429TooManyRequests, SenderChecks.Refuse(Response, Text, wait));
            if (!await corrections.ReceiveAsync(request, stop))
                return Again(StatusCodes.Status429TooManyRequests, Text["request.fault.full"]);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return Again(StatusCodes.Status503ServiceUnavailable, Text["request.fault.away"]);
        }

        Response.Headers.Location = Asked.To($"/corrections/{request.Receipt}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private PageResult Again(int status, string? fault = null)
    {
        if (fault is not null)
            Faults = new Dictionary<string, string> { [""] = fault };
        Response.StatusCode = status;
        return Kept();
    }

    // The page holds a token of one reader: nobody keeps it.
    private PageResult Kept()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        return Page();
    }
}
