using Analytics.Models.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Receipts;

/// <summary>The receipt: the reports of one worker and what has become of each. The key itself is written out once, after sending.</summary>
public sealed class ShowModel(ReportStore reports) : OwnReports(reports)
{
    /// <summary>What the address says in place of a report after a file was sent.</summary>
    public const string FromFile = "file";

    /// <summary>The report that was just sent or corrected; null where the page was opened otherwise.</summary>
    public ReportFate? Sent { get; private set; }

    /// <summary>Whether it was a correction.</summary>
    public bool Corrected { get; private set; }

    /// <summary>Whether the sums of a file were just sent: several reports at once.</summary>
    public bool Imported => Request.Query["sent"] == FromFile;

    /// <summary>Whether the key is written out: right after something was sent with it.</summary>
    public bool ShowsKey => Imported || (Sent is not null && !Corrected);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is { } answer)
            return answer;
        Sent = Fate(Request.Query["sent"]);
        Corrected = Sent is null && (Sent = Fate(Request.Query["corrected"])) is not null;
        return Page();
    }
}
