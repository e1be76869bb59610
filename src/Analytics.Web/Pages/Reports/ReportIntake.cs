using System.Data.Common;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Web.Http;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Reports;

/// <summary>What came of a form without faults.</summary>
/// <param name="Key">The key of the receipt; null where nothing was kept.</param>
/// <param name="RetryAfter">How long the sender has to wait before anything more is taken; null where that is not why.</param>
public sealed record Intake(string? Key, TimeSpan? RetryAfter);

/// <summary>What comes between a form without faults and the store: how much came from the sender, and whether a person must look at it first.</summary>
public sealed class ReportIntake(ReportStore reports, HoldStore holds, SenderChecks senders, SiteMode mode, TimeProvider time)
{
    /// <summary>Takes a report in; once it returns a key, the report is on disk.</summary>
    /// <param name="key">The worker's key; null where the form makes one.</param>
    /// <returns>Without a key and a time to wait where the same form was sent before and its report withdrawn since.</returns>
    /// <exception cref="DbException">The database is away; nothing was kept.</exception>
    public async Task<Intake> SendAsync(HttpContext context, Report report, FormToken form, string? key, string language, CancellationToken stop)
    {
        var look = await LookAsync(context, stop);
        if (look.RetryAfter is { } wait)
            return new(null, wait);
        var receipt = key ?? ContributorKey.Of(form);
        var screened = await ScreenedAsync(report with { Keyless = key is null, CountsAs = key is null ? look.CountsAs : null, Simulated = mode.Simulated }, look, stop);
        return new(await reports.SendAsync(screened, receipt, language, stop) ? receipt : null, null);
    }

    /// <returns>Without a key and a time to wait where the key has no such report.</returns>
    /// <exception cref="DbException">The database is away; nothing was changed.</exception>
    public async Task<Intake> CorrectAsync(HttpContext context, Report report, string key, CancellationToken stop)
    {
        var look = await LookAsync(context, stop);
        if (look.RetryAfter is { } wait)
            return new(null, wait);
        return new(await reports.CorrectAsync(await ScreenedAsync(report with { Simulated = mode.Simulated }, look, stop), key, time.GetUtcNow(), stop) ? key : null, null);
    }

    private async Task<SenderLook> LookAsync(HttpContext context, CancellationToken stop) =>
        await senders.LookAsync(context, await SiteForms.ReadAsync(context), SendingAct.Report, stop);

    private async Task<Report> ScreenedAsync(Report report, SenderLook look, CancellationToken stop) =>
        report with { Hold = look.Hold ?? await holds.LookAsync(report, time.GetUtcNow(), stop) };
}
