using System.Data.Common;
using Analytics.Models.Reports;
using Analytics.Web.Http;
using Analytics.Web.Pages.Reports;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Receipts;

/// <summary>The form of a further report (<c>new</c>), or of one to put right, by the key of the receipt.</summary>
[IgnoreAntiforgeryToken]
public sealed class FillModel(ReportStore reports, ReportIntake intake, IAntiforgery antiforgery, TimeProvider time) : OwnReports(reports)
{
    private ReportForm form = null!;

    private IReadOnlyDictionary<string, string> faults = new Dictionary<string, string>();

    public bool Corrects => Id != "new";

    public ReportEntry Entry => new(Asked, form, faults, Own($"/report/{Id}"), HasKey: true, Corrects);

    private string Id => RouteData.Values["report"]?.ToString() ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is { } answer)
            return answer;
        if (!Corrects)
            form = ReportForm.Empty(Text.Language, Asked.Today);
        else if (Fate(Id) is { } fate)
            form = ReportForm.Of(fate.Report, PlatformOf(fate.Report), Text.Language);
        else
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var stop = HttpContext.RequestAborted;
        if (await FindAsync(stop) is { } answer)
            return answer;
        if (Corrects && Fate(Id) is null)
            return NotFound();
        if (await SiteForms.ReadAsync(HttpContext) is not { } sent)
            return BadRequest();
        form = ReportForm.Read(sent);
        (var report, faults) = ReportReader.Read(form, Text, Asked.Release, time.GetUtcNow());
        if (report is null)
            return Again(StatusCodes.Status422UnprocessableEntity);
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Again(StatusCodes.Status422UnprocessableEntity, "request.fault.stale");
        try
        {
            return Corrects ? await CorrectAsync(report with { Id = Id }, stop) : await SendAsync(report, stop);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return Again(StatusCodes.Status503ServiceUnavailable, "report.fault.away");
        }
    }

    private async Task<IActionResult> CorrectAsync(Report report, CancellationToken stop) => await intake.CorrectAsync(HttpContext, report, Key, stop) switch
    {
        { Key: not null } => See($"?corrected={Id}"),
        { RetryAfter: { } wait } => TooMany(wait),
        _ => NotFound(),
    };

    private async Task<IActionResult> SendAsync(Report report, CancellationToken stop) => await intake.SendAsync(HttpContext, report, form.Token, Key, Text.Language.Code, stop) switch
    {
        { Key: not null } => See($"?sent={report.Id}"),
        { RetryAfter: { } wait } => TooMany(wait),
        _ => Again(StatusCodes.Status422UnprocessableEntity, "report.fault.withdrawn"),
    };

    private PageResult TooMany(TimeSpan wait)
    {
        faults = new Dictionary<string, string> { [""] = SenderChecks.Refuse(Response, Text, wait) };
        return Page();
    }

    private StatusCodeResult See(string query)
    {
        Response.Headers.Location = $"/{Text.Language.Code}/receipt/{Key}{query}";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private PageResult Again(int status, string? fault = null)
    {
        if (fault is not null)
            faults = new Dictionary<string, string> { [""] = Text[fault] };
        Response.StatusCode = status;
        return Page();
    }
}
