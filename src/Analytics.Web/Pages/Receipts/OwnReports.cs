using System.Data.Common;
using Analytics.Models.Reports;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Receipts;

/// <summary>A page whose address holds a contributor's key: the reports of that worker, and of nobody else.</summary>
public abstract class OwnReports(ReportStore reports) : ReleasePage
{
    /// <summary>The key as it is written.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The latest first.</summary>
    public IReadOnlyList<ReportFate> Fates { get; private set; } = [];

    /// <summary>The address of a page of this key.</summary>
    public string Own(string path = "") => Asked.To($"/receipt/{Key}{path}");

    /// <summary>What the layout says around a page of this key: nothing for machines, which would name its address.</summary>
    /// <param name="path">After the key.</param>
    public PageFrame Frame(string title, string path = "") => Asked.Frame(title, $"/receipt/{Key}{path}", null) with { Trail = [], Preview = null };

    public ReportFate? Fate(string? id) => Fates.FirstOrDefault(f => f.Report.Id == id);

    /// <summary>Name of the platform of a report: the catalogue's, else the worker's own.</summary>
    public string PlatformOf(Report report) => report.Platform is { } slug ? Asked.Release.Release.Platform(slug)?.Name ?? slug : report.PlatformName ?? "";

    /// <summary>Looks the key up.</summary>
    /// <returns>The answer where the page cannot be shown: 404 where there is no such key, 503 where the database is away; null where it can.</returns>
    protected async Task<IActionResult?> FindAsync(CancellationToken stop)
    {
        Response.BelongsToOneReader();
        try
        {
            if (ContributorKey.Find(RouteData.Values["key"]?.ToString()) is not { } key || await reports.OfKeyAsync(key, stop) is not { } found)
                return NotFound();
            (Key, Fates) = (key, [.. found.OrderByDescending(f => f.Report.ReceivedAt).ThenByDescending(f => f.Report.Month)]);
            return null;
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
