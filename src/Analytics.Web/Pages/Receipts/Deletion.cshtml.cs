using System.Data.Common;
using Analytics.Models.Reports;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Receipts;

/// <summary>A signed deletion receipt, to whoever holds its address; it names the first release without the reports as soon as there is one.</summary>
public sealed class DeletionModel(WithdrawalStore withdrawals) : ReleasePage
{
    public Withdrawal Withdrawal { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Response.BelongsToOneReader();
        try
        {
            if (FormToken.Find(RouteData.Values["id"]?.ToString()) is not { } token || await withdrawals.FindAsync(token.Value, stop) is not { } found)
                return NotFound();
            Withdrawal = found;
            return Page();
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
