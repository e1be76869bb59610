using System.Net;

namespace Analytics.Ingest.Fetching;

/// <summary>
/// Reads public web pages with good manners and under guard (METHOD.md §7): robots.txt, one request at a time and a pause per host,
/// limits on time, size, ratio and type, no address that is not public, also behind redirects. Make one and keep it:
/// it holds the queues and the robots files.
/// </summary>
public sealed class PoliteFetcher : IDisposable
{
    private readonly FetchRules rules;
    private readonly HostPace pace;
    private readonly PageRequest request;
    private readonly RobotsCache robots;

    /// <param name="rules">Limits and manners.</param>
    /// <param name="time">Clock of pauses, limits and caches.</param>
    /// <param name="resolve">How names become addresses; the system's way when null.</param>
    public PoliteFetcher(FetchRules rules, TimeProvider time, NameResolver? resolve = null)
        : this(rules, time, resolve ?? Dns.GetHostAddressesAsync, GuardedConnection.ConnectTcpAsync) { }

    internal PoliteFetcher(FetchRules rules, TimeProvider time, NameResolver resolve, Connector connect)
    {
        this.rules = rules;
        pace = new HostPace(rules, time);
        request = new PageRequest(rules, time, resolve, connect);
        robots = new RobotsCache(rules, time, pace, request);
    }

    /// <summary>Reads <paramref name="address"/>. Every failure that the web makes ordinary is a result with its sentence.</summary>
    /// <param name="address">An http or https address; its fragment is ignored.</param>
    /// <param name="previous">What the last answer said of the page's version; null the first time.</param>
    /// <param name="stop">Ends the fetch.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public Task<FetchResult> FetchAsync(Uri address, Validators? previous, CancellationToken stop) => FetchAsync(address, previous, BodyRule.Page, stop);

    /// <summary>Reads a feed or sitemap at <paramref name="address"/>, packed or not, as <see cref="FetchAsync(Uri, Validators?, CancellationToken)"/> reads a page.</summary>
    public Task<FetchResult> FetchListAsync(Uri address, Validators? previous, CancellationToken stop) => FetchAsync(address, previous, BodyRule.List, stop);

    public void Dispose() => request.Dispose();

    private async Task<FetchResult> FetchAsync(Uri address, Validators? previous, BodyRule body, CancellationToken stop)
    {
        try
        {
            return await FollowAsync(address, previous, body, stop);
        }
        catch (RefusedException e)
        {
            return new FetchResult.Refused(address, e.Reason, $"{address} is not read: {e.Message}.") { Status = e.Status, Until = e.Until };
        }
    }

    private async Task<FetchResult> FollowAsync(Uri address, Validators? previous, BodyRule body, CancellationToken stop)
    {
        var passed = new List<Uri>();
        var at = address;
        while (passed.Count <= rules.MostRedirects)
        {
            if (AddressText.Check(at, rules) is { } refused)
                return passed.Count == 0 ? refused : Behind(address, refused);
            var answer = await AskAsync(at, previous, body, stop);
            if (!answer.IsRedirect)
                return Result(address, at, answer, passed);
            passed.Add(at);
            at = answer.Location!;
        }

        throw new RefusedException(RefusalReason.TooManyRedirects, $"it redirects more than {rules.MostRedirects} times");
    }

    private async Task<PageAnswer> AskAsync(Uri address, Validators? previous, BodyRule body, CancellationToken stop)
    {
        var known = await robots.ForAsync(address, stop);
        if (!known.File.Allows(FetchRules.ProductToken, address))
            throw new RefusedException(RefusalReason.RobotsDisallow, $"{known.Why} ({address.Host})");
        using var turn = await pace.TakeAsync(address, stop);
        if (known.File.CrawlDelay(FetchRules.ProductToken) is { } delay)
            turn.AskLongerPause(delay);
        var answer = await request.SendAsync(address, previous, body, stop);
        if (answer.RetryAt is { } moment)
            turn.LeaveAloneUntil(moment);
        return answer;
    }

    private static FetchResult.Refused Behind(Uri address, FetchResult.Refused refused) =>
        new(address, refused.Reason, $"{address} is not read: it redirects to an address that is refused. {refused.Sentence}");

    private static FetchResult Result(Uri address, Uri at, PageAnswer answer, List<Uri> passed) => answer.Status switch
    {
        _ when answer.IsSuccess => new FetchResult.Fetched(
            address, answer.Content, answer.ContentType, answer.Charset, answer.Validators, at, answer.Status, passed),
        304 => new FetchResult.NotModified(address, at),
        404 or 410 => new FetchResult.Gone(address, answer.Status),
        _ when answer.RetryAt is { } moment => new FetchResult.Refused(address, RefusalReason.RetryLater,
            $"{address} is not read: its server asked to be asked again after {moment:u}.")
        { Status = answer.Status, Until = moment },
        _ => new FetchResult.Refused(address, RefusalReason.HttpError,
            $"{address} is not read: its server answered {answer.Status}.")
        { Status = answer.Status },
    };
}
