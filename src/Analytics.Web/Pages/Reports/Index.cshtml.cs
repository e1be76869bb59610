using System.Data.Common;
using Analytics.Models.Reports;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Reports;

/// <summary>The form of a report. Sent, it leads to the receipt.</summary>
/// <remarks>The form is read and its token checked here and not by the framework, so that a form that was open too long comes back with what was typed.</remarks>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(ReportIntake intake, ContributorStore contributors, IAntiforgery antiforgery, TimeProvider time) : ReleasePage
{
    private ReportForm form = null!;

    private IReadOnlyDictionary<string, string> faults = new Dictionary<string, string>();

    /// <summary>The form as it is shown.</summary>
    public ReportEntry Entry => new(Asked, form, faults, Asked.To("/report"), HasKey: false, Corrects: false);

    public IActionResult OnGet()
    {
        form = ReportForm.Empty(Text.Language, Asked.Today);
        return Kept();
    }

    // It takes no parameter: binding one would read the form before it is limited.
    public async Task<IActionResult> OnPostAsync()
    {
        var stop = HttpContext.RequestAborted;
        if (await SiteForms.ReadAsync(HttpContext) is not { } sent)
            return BadRequest();
        form = ReportForm.Read(sent);
        (var report, faults) = ReportReader.Read(form, Text, Asked.Release, time.GetUtcNow());
        var key = ContributorKey.Find(form["key"]);
        if (form["key"].Length > 0 && key is null)
            faults = With("key", "report.fault.key");
        if (faults.Count > 0 || report is null)
            return Again(StatusCodes.Status422UnprocessableEntity);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Again(StatusCodes.Status422UnprocessableEntity, "", "request.fault.stale");
        try
        {
            if (key is not null && await contributors.FindAsync(key, stop) is null)
                return Again(StatusCodes.Status422UnprocessableEntity, "key", "report.fault.key");
            return await intake.SendAsync(HttpContext, report, form.Token, key, Text.Language.Code, stop) switch
            {
                { Key: { } receipt } => See($"/receipt/{receipt}?sent={report.Id}"),
                { RetryAfter: { } wait } => TooMany(wait),
                _ => Again(StatusCodes.Status422UnprocessableEntity, "", "report.fault.withdrawn"),
            };
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return Again(StatusCodes.Status503ServiceUnavailable, "", "report.fault.away");
        }
    }

    private StatusCodeResult See(string path)
    {
        Response.BelongsToOneReader();
        Response.Headers.Location = $"/{Text.Language.Code}{path}";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private PageResult TooMany(TimeSpan wait)
    {
        faults = new Dictionary<string, string>(faults) { [""] = SenderChecks.Refuse(Response, Text, wait) };
        return Kept();
    }

    private PageResult Again(int status, string? field = null, string? fault = null)
    {
        if (field is not null)
            faults = With(field, fault!);
        Response.StatusCode = status;
        return Kept();
    }

    private Dictionary<string, string> With(string field, string fault) => new(faults) { [field] = Text[fault] };

    // The page holds a token of one reader: nobody keeps it. Its address may be found.
    private PageResult Kept()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        return Page();
    }
}
