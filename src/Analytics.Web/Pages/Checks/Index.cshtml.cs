using System.Data.Common;
using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Sources;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Pages.Checks;

/// <summary>
/// The claim checker: what a pasted sentence or a page's address says of pay, and where that stands. What is pasted is neither kept nor logged, so the
/// answer is no part of the output cache either; an address that somebody wants to be looked at is.
/// </summary>
public sealed class IndexModel(PastedReader reader, AskedAddressStore addresses, SenderChecks senders, SiteMode mode, TimeProvider time) : ReleasePage
{
    private string? tooMany;

    /// <summary>What was pasted; null for nothing yet.</summary>
    public PastedText? Pasted { get; private set; }

    /// <summary>What is known of a pasted text.</summary>
    public PastedCheck? Check { get; private set; }

    /// <summary>What is known of the page at a pasted address.</summary>
    public CollectedPage? Collected { get; private set; }

    /// <summary>A pasted address in its one spelling; null where it is none, or none that is looked at.</summary>
    public string? Address { get; private set; }

    public AddressFault? AddressFault { get; private set; }

    /// <summary>What came of the address so far; null where nobody has asked for it, or that cannot be known now.</summary>
    public AskedAddress? Queued { get; private set; }

    /// <summary>Whether the day takes no more addresses, from anybody or from this sender.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Whether an address can be asked for: the demonstration collects nothing, and what was tried not long ago rests.</summary>
    public bool MayAsk => Address is not null && Collected is null && !IsDemo && Reached && !IsFull
        && (Queued is null || (Queued.TriedAt is { } tried && tried <= time.GetUtcNow() - AskedAddressStore.Rest));

    /// <summary>Whether this is the demonstration, which collects nothing.</summary>
    public bool IsDemo => mode.Simulated || Asked.Release.Head.Simulated;

    /// <summary>Whether the database answered.</summary>
    public bool Reached { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync()
    {
        await ReadAsync(Request.Query["text"]);
        return Page();
    }

    /// <summary>Lets an address wait for the next night, and shows how it stands.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await SiteForms.ReadAsync(HttpContext) is not { } form)
            return BadRequest();
        await ReadAsync(form["text"]);
        if (Address is null || Collected is not null || IsDemo)
            return Page();
        try
        {
            if ((await senders.LookAsync(HttpContext, null, SendingAct.AskAddress, HttpContext.RequestAborted)).RetryAfter is { } wait)
                tooMany = SenderChecks.Refuse(Response, Text, wait);
            else if (await addresses.AskAsync(Address, time.GetUtcNow(), HttpContext.RequestAborted) != AskAnswer.Full)
                return Redirect(Asked.To("/check", ("text", Pasted!.Text)));
        }
        catch (DbException)
        {
            Reached = false;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        IsFull = true;
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Page();
    }

    /// <summary>The words that say how an address stands.</summary>
    public string Standing() => Queued switch
    {
        _ when IsDemo => Text["checks.address.demo"],
        _ when !Reached => Text["checks.address.away"],
        _ when IsFull => tooMany ?? Text["checks.address.full"],
        null => Text["checks.address.unknown"],
        { TriedAt: null } waiting => Text.Fill("checks.address.waits", ("date", Text.Figures.Date(Day(waiting.FirstAskedAt)))),
        { TriedAt: { } tried, Outcome: var outcome } => Text.Fill(Key(outcome!), ("date", Text.Figures.Date(Day(tried)))),
    };

    /// <summary>A sum of a text, as the check of a story on a platform page.</summary>
    public IEnumerable<StoryCheck> Sums() =>
        (Check?.Sums.Select(s => new CheckRow("", null, null, [], s)) ?? Collected?.Sums ?? []).Select(s => new StoryCheck(Asked, s));

    private async Task ReadAsync(string? given)
    {
        Response.Headers.CacheControl = "no-store";
        Pasted = PastedText.Find(given);
        if (Pasted is null)
            return;
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (Pasted.IsTooLong)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (Pasted.IsAddress)
            await ReadAddressAsync(Pasted.Text);
        else
            Check = PastedCheck.Of(Asked.Release, reader.Read(Pasted), Asked.Today);
    }

    private async Task ReadAddressAsync(string given)
    {
        (Address, AddressFault) = ReaderAddress.Read(given);
        if (Address is null || (Collected = CollectedPage.Find(Asked.Release, Address)) is not null || IsDemo)
            return;
        try
        {
            Queued = await addresses.FindAsync(Address, HttpContext.RequestAborted);
        }
        catch (DbException)
        {
            Reached = false;
        }
    }

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    private string Key(string outcome) => $"checks.address.{outcome}" is var key && Text.Keys.Contains(key) ? key : "checks.address.failed";
}
