using System.Data.Common;
using Analytics.Models.Reports;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Receipts;

/// <summary>Where a key is typed in: it leads to the receipt. Sent by POST, so that the key stands in no list of addresses but the receipt's own.</summary>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(ContributorStore contributors, IAntiforgery antiforgery) : ReleasePage
{
    /// <summary>What was typed; empty for nothing.</summary>
    public string Typed { get; private set; } = "";

    public string? Fault { get; private set; }

    public IActionResult OnGet()
    {
        Response.BelongsToOneReader();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Response.BelongsToOneReader();
        if (await SiteForms.ReadAsync(HttpContext) is not { } sent)
            return BadRequest();
        Typed = sent["key"].ToString();
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Again(StatusCodes.Status422UnprocessableEntity, "own.fault.stale");
        try
        {
            if (ContributorKey.Find(Typed) is not { } key || await contributors.FindAsync(key, HttpContext.RequestAborted) is null)
                return Again(StatusCodes.Status422UnprocessableEntity, "own.fault.key");
            Response.Headers.Location = $"/{Text.Language.Code}/receipt/{key}";
            return StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return Again(StatusCodes.Status503ServiceUnavailable, "own.fault.away");
        }
    }

    private PageResult Again(int status, string fault)
    {
        (Response.StatusCode, Fault) = (status, Text[fault]);
        return Page();
    }
}
