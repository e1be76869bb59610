using System.Globalization;
using Analytics.Models.Operations;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Operations;

/// <summary>What was done behind the door, the latest first.</summary>
public sealed class LogModel(AuditStore audit) : OperatorPage
{
    private const int Most = 100;

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>The id before which older acts stand; null where there are none.</summary>
    public long? Older => Entries.Count == Most ? Entries[^1].Id : null;

    public async Task<IActionResult> OnGetAsync()
    {
        var given = Request.Query["before"].ToString();
        if (given.Length > 0 && !long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return BadRequest();
        Entries = await audit.ListAsync(given.Length > 0 ? long.Parse(given, CultureInfo.InvariantCulture) : null, Most, Stop);
        return Page();
    }
}
