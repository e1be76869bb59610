using System.Data.Common;
using Analytics.Models.Corrections;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Corrections;

/// <summary>How far a request is, to whoever holds its receipt. Nothing of the sender stands here.</summary>
public sealed class ReceiptModel(CorrectionStore corrections, TimeProvider time) : ReleasePage
{
    public CaseState Case { get; private set; } = null!;

    /// <summary>Whether the promised time is over without an answer: then that is said.</summary>
    public bool Late => Case.State == CorrectionState.Received && Case.DueAt < time.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        try
        {
            if (Receipt.Find(RouteData.Values["receipt"]?.ToString()) is not { } receipt || await corrections.StateAsync(receipt, stop) is not { } found)
                return NotFound();
            Case = found;
            return Page();
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
