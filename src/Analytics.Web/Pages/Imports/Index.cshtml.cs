using System.Data.Common;
using Analytics.Models.Reports;
using Analytics.Models.Reports.Trackers;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Web.Pages.Imports;

/// <summary>Upload of a tracker's file: first what was understood of it, line by line; then, if the worker sends it, the sums and nothing else.</summary>
/// <remarks>The form is read and its token checked here and not by the framework, within limits of its own.</remarks>
[IgnoreAntiforgeryToken, RequestSizeLimit(ImportUpload.MostBody)]
public sealed class IndexModel(
    TrackerStore trackers, ContributorStore contributors, IDataProtectionProvider protection, IAntiforgery antiforgery, SenderChecks senders, TimeProvider time, SiteMode mode) : ReleasePage
{
    private static readonly TrackerLimits Limits = new() { MostBytes = 21L * 1024 * 1024 };
    private readonly SealedImports seals = new(protection);

    public ImportForm Form { get; private set; } = ImportForm.Empty;

    /// <summary>What is wrong, by field; what is wrong with none of them under "".</summary>
    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    /// <summary>What was understood of the file; null before there is one.</summary>
    public TrackerReading? Reading { get; private set; }

    /// <summary>The sums on their way through the browser; null where there is nothing to send.</summary>
    public string? Sealed { get; private set; }

    /// <summary>Months that the worker has imported from such files before, which these sums replace.</summary>
    public IReadOnlyList<DateOnly> Replaced { get; private set; } = [];

    public string? Fault(string field) => Faults.GetValueOrDefault(field);

    /// <summary>The name of a platform of the catalogue; null where it has none of that slug.</summary>
    public string? PlatformName(string? slug) => slug is null ? null : Asked.Release.Release.Platform(slug)?.Name;

    public IActionResult OnGet() => Kept();

    // It takes no parameter: binding one would read the form before it is limited.
    public async Task<IActionResult> OnPostAsync()
    {
        var stop = HttpContext.RequestAborted;
        var (sent, tooLarge) = await ImportUpload.ReadAsync(HttpContext);
        if (tooLarge)
            return Again(StatusCodes.Status413PayloadTooLarge, "file", Text.Fill("import.fault.large", ("most", Text.Figures.Number(ImportUpload.MostMegabytes))));
        if (sent is null)
            return BadRequest();
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Again(StatusCodes.Status422UnprocessableEntity, "", Text["import.fault.stale"]);
        try
        {
            return sent["sums"].ToString() is { Length: > 0 } sums ? await SendAsync(sums, stop) : await PreviewAsync(sent, stop);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return Again(StatusCodes.Status503ServiceUnavailable, "", Text["import.fault.away"]);
        }
    }

    private async Task<IActionResult> PreviewAsync(IFormCollection sent, CancellationToken stop)
    {
        Form = ImportForm.Read(sent);
        Faults = Form.Faults(Text, slug => Asked.Release.Release.Platform(slug) is not null);
        if (Faults.Count > 0)
            return Again(StatusCodes.Status422UnprocessableEntity);
        if (sent.Files.GetFile("file") is not { Length: > 0 } file)
            return Again(StatusCodes.Status422UnprocessableEntity, "file", Text["import.fault.file"]);
        var key = ContributorKey.Find(Form.Key);
        if (key is not null && await contributors.FindAsync(key, stop) is null)
            return Again(StatusCodes.Status422UnprocessableEntity, "key", Text["import.fault.key"]);
        try
        {
            await using var stream = file.OpenReadStream();
            Reading = Tracker.Read(stream, Form.Options(Asked.Today), Limits, stop: stop);
        }
        catch (TrackerException fault)
        {
            return Again(StatusCodes.Status422UnprocessableEntity, "file", Text.Sentence(fault.Problem));
        }

        if (await trackers.HasFileAsync(Reading.FileHash, stop))
            return Again(StatusCodes.Status422UnprocessableEntity, "file", Text["import.fault.sameFile"]);
        if (Reading.Sums.Count == 0)
            return Again(StatusCodes.Status422UnprocessableEntity, "file", string.Join(' ', Reading.Problems.Take(1).Select(Text.Sentence).Prepend(Text.Word(TrackerFault.NothingToSum))));
        var import = TrackerImport.Of(Reading);
        Replaced = key is null ? [] : await trackers.MonthsKeptAsync(import, key, stop);
        Sealed = seals.Seal(new(import, FormToken.Make().Value, key));
        return Kept();
    }

    private async Task<IActionResult> SendAsync(string sums, CancellationToken stop)
    {
        if (seals.Open(sums) is not { } preview || FormToken.Find(preview.Form) is not { } form)
            return Again(StatusCodes.Status422UnprocessableEntity, "", Text["import.fault.old"]);
        var look = await senders.LookAsync(HttpContext, null, SendingAct.Import, stop);
        if (look.RetryAfter is { } wait)
            return Again(StatusCodes.Status429TooManyRequests, "", SenderChecks.Refuse(Response, Text, wait));
        var key = preview.Key ?? ContributorKey.Of(form);
        var outcome = await trackers.SendAsync(
            preview.Import, form, key, Text.Language.Code, preview.Key is null, mode.Simulated, time.GetUtcNow(), stop, preview.Key is null ? look.CountsAs : null);
        if (outcome is ImportOutcome.SameFile or ImportOutcome.TakenBack)
            return Again(StatusCodes.Status422UnprocessableEntity, "", Text[outcome == ImportOutcome.SameFile ? "import.fault.sameFile" : "import.fault.takenBack"]);
        Response.BelongsToOneReader();
        Response.Headers.Location = $"/{Text.Language.Code}/receipt/{key}?sent={Receipts.ShowModel.FromFile}";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private PageResult Again(int status, string? field = null, string? fault = null)
    {
        if (field is not null)
            Faults = new Dictionary<string, string>(Faults) { [field] = fault! };
        Response.StatusCode = status;
        return Kept();
    }

    // The page holds a token of one reader, or what they earned: nobody keeps it.
    private PageResult Kept()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        return Page();
    }
}
