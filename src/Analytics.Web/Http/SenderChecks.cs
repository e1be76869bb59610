using System.Globalization;
using Analytics.Models.Reports;
using Analytics.Web.Text;

namespace Analytics.Web.Http;

/// <summary>What is known of whoever sends a form.</summary>
/// <param name="CountsAs">For a report without a key (<see cref="Report.CountsAs"/>): the same for all that came from the same network and browser on the day.</param>
/// <param name="Hold">Where the form looks as if a program had sent it.</param>
/// <param name="RetryAfter">How long to wait, where too much has been sent; then nothing is to be kept. Null where it may be.</param>
public sealed record SenderLook(string CountsAs, HoldReason? Hold, TimeSpan? RetryAfter);

/// <summary>
/// Looks at who sends a form: how much came from there, and whether a person filled it in. Of the sender only fingerprints are kept, which nobody can undo, for two days; no address
/// is kept or logged anywhere.
/// </summary>
public sealed class SenderChecks(FingerprintStore fingerprints, FormTraps traps, TimeProvider time)
{
    /// <summary>Counts this sending, and says what to make of it. Ask once all else about the form is right, just before it is kept.</summary>
    /// <param name="form">A form with the traps of <see cref="FormTraps"/>; null for one without.</param>
    public async Task<SenderLook> LookAsync(HttpContext context, IFormCollection? form, SendingAct act, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var sender = await fingerprints.OfAsync(Network.Of(context.Connection.RemoteIpAddress), context.Request.Headers.UserAgent.ToString(), now, stop);
        var sending = await fingerprints.CountAsync(sender, act, now, stop);
        return new(sending.CountsAs, form is not null && traps.IsCaught(form) ? HoldReason.Hasty : null, sending.RetryAfter);
    }

    /// <summary>Says on <paramref name="response"/> when to try again, with status 429.</summary>
    /// <returns>The same as a sentence for the page.</returns>
    public static string Refuse(HttpResponse response, SiteText text, TimeSpan wait)
    {
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return wait <= TimeSpan.FromHours(1)
            ? text.Count("senders.tooMany.minutes", (long)Math.Ceiling(wait.TotalMinutes))
            : text.Count("senders.tooMany.hours", (long)Math.Ceiling(wait.TotalHours));
    }
}
