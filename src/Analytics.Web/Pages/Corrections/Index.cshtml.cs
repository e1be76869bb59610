using System.Data.Common;
using Analytics.Models.Corrections;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Corrections;

/// <summary>The public log of what was wrong, and the ways to say that something is. Asked anew each time, as it does not wait for a release.</summary>
public sealed class IndexModel(CorrectionStore corrections) : ReleasePage
{
    /// <summary>Null when the database is away.</summary>
    public IReadOnlyList<PublishedCorrection>? Log { get; private set; }

    /// <summary>The page that the reader comes from, to be named in the form; null where the address names none.</summary>
    public string? About { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        About = Asked.Chosen(Request.Query, "about");
        if (About?.Length > RequestForm.LongestAbout)
            return BadRequest();
        try
        {
            Log = await corrections.LogAsync(stop);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            Log = null;
        }

        return Page();
    }

    /// <summary>The page of an entry in the reader's language, on this site.</summary>
    public string Href(string page) => page.Split('#', 2) is [var path, var place] ? $"{Asked.To(path)}#{place}" : Asked.To(page);
}
