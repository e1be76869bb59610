using System.Data.Common;
using Analytics.Models.Reports;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Receipts;

/// <summary>Taking one report back, or all of them (<c>all</c>): asked once more, then done, and the signed deletion receipt.</summary>
[IgnoreAntiforgeryToken]
public sealed class WithdrawModel(ReportStore reports, WithdrawalStore withdrawals, IAntiforgery antiforgery, TimeProvider time) : OwnReports(reports)
{
    /// <summary>Makes the form that is sent twice one withdrawal.</summary>
    public FormToken Form { get; private set; } = FormToken.Make();

    /// <summary>What is about to be taken back.</summary>
    public IReadOnlyList<ReportFate> Meant => Id == "all" ? Fates : [.. Fates.Where(f => f.Report.Id == Id)];

    /// <summary>What was done; null before.</summary>
    public WithdrawalDone? Done { get; private set; }

    /// <summary>Why nothing was done; null where nothing went wrong.</summary>
    public string? Fault { get; private set; }

    public string Action => Own($"/withdraw/{Id}");

    private string Id => RouteData.Values["report"]?.ToString() ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        await FindAsync(stop) ?? (Meant.Count == 0 ? NotFound() : Page());

    public async Task<IActionResult> OnPostAsync()
    {
        var stop = HttpContext.RequestAborted;
        Response.BelongsToOneReader();
        if (await SiteForms.ReadAsync(HttpContext) is not { } sent || ContributorKey.Find(RouteData.Values["key"]?.ToString()) is not { } key)
            return BadRequest();
        if (FormToken.Find(sent["form"].ToString()) is { } form)
            Form = form;
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity, "own.fault.stale", stop);
        try
        {
            Done = await withdrawals.WithdrawAsync(Form, key, Id == "all" ? null : Id, time.GetUtcNow(), stop);
            return Done is null ? NotFound() : Page();
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return await AgainAsync(StatusCodes.Status503ServiceUnavailable, "own.fault.away", stop);
        }
    }

    private async Task<IActionResult> AgainAsync(int status, string fault, CancellationToken stop)
    {
        if (await FindAsync(stop) is { } answer)
            return answer;
        if (Meant.Count == 0)
            return NotFound();
        Fault = Text[fault];
        Response.StatusCode = status;
        return Page();
    }
}
