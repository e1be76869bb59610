using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Analytics.Ingest.Fetching;

/// <summary>What one request was answered with. The body is empty unless the status is 2xx.</summary>
internal sealed record PageAnswer(
    int Status, Uri? Location, byte[] Content, string? ContentType, string? Charset, Validators Validators, DateTimeOffset? RetryAt)
{
    public bool IsSuccess => Status is >= 200 and <= 299;

    public bool IsRedirect => Status is 301 or 302 or 303 or 307 or 308 && Location is not null;
}

/// <summary>
/// One HTTP request under the limits on time, size, type and address. Follows nothing, remembers nothing:
/// no cookies, no credentials, no proxy.
/// </summary>
internal sealed class PageRequest : IDisposable
{
    private readonly FetchRules rules;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    public PageRequest(FetchRules rules, TimeProvider time, NameResolver resolve, Connector connect)
    {
        (this.rules, this.time) = (rules, time);
        client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = new GuardedConnection(rules, resolve, connect).OpenAsync,
            ConnectTimeout = rules.ConnectLimit,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            MaxConnectionsPerServer = 1,
            MaxResponseDrainSize = 0,
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", rules.UserAgent);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
    }

    /// <param name="address">An address whose text has been checked.</param>
    /// <param name="previous">What the last answer said of its version.</param>
    /// <param name="body">Which bodies are wanted.</param>
    /// <param name="stop">Ends the request.</param>
    /// <exception cref="RefusedException">The answer could not be had or is not one we read.</exception>
    public async Task<PageAnswer> SendAsync(Uri address, Validators? previous, BodyRule body, CancellationToken stop)
    {
        using var whole = new CancellationTokenSource(rules.TotalLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, stop);
        using var request = Message(address, previous, body);
        try
        {
            using var response = await HeadersAsync(request, either.Token);
            return await AnswerAsync(response, body, either.Token);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new RefusedException(RefusalReason.TimedOut, $"its server did not answer in time ({rules.FirstByteLimit.TotalSeconds:0.#} s "
                + $"to begin, {rules.TotalLimit.TotalSeconds:0.#} s for the whole)", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Reason(e);
        }
    }

    public void Dispose() => client.Dispose();

    private static HttpRequestMessage Message(Uri address, Validators? previous, BodyRule body)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", body.Accept);
        // A server that gave a tag ignores the date beside it (RFC 9110 §13.1.3), so the date goes only without a tag.
        if (previous?.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        else if (previous?.LastModified is { } date)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        return request;
    }

    private async Task<HttpResponseMessage> HeadersAsync(HttpRequestMessage request, CancellationToken stop)
    {
        using var firstByte = new CancellationTokenSource(rules.FirstByteLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(firstByte.Token, stop);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
    }

    private async Task<PageAnswer> AnswerAsync(HttpResponseMessage response, BodyRule body, CancellationToken stop)
    {
        var type = MediaTypeHeaderValue.TryParse(Header(response, "Content-Type"), out var parsed) ? parsed : null;
        var media = type?.MediaType?.ToLowerInvariant();
        var status = (int)response.StatusCode;
        var content = response.IsSuccessStatusCode ? await BodyAsync(response, media, body, stop) : [];
        return new PageAnswer(status, Location(response), content, media, type?.CharSet?.Trim('"', '\''),
            new Validators(Header(response, "ETag"), Header(response, "Last-Modified")),
            status is 429 or 503 ? Retry.After(Header(response, "Retry-After"), time.GetUtcNow()) : null);
    }

    private async Task<byte[]> BodyAsync(HttpResponseMessage response, string? media, BodyRule body, CancellationToken stop)
    {
        if (media is not null && !body.Takes(media))
            throw new RefusedException(RefusalReason.WrongType, $"it is {media}, and only web pages, feeds, JSON, CSV and plain text are read");
        if (body.CutAt is null && response.Content.Headers.ContentLength > rules.LargestBody)
            throw Unpacking.TooLarge(rules);
        await using var wire = await response.Content.ReadAsStreamAsync(stop);
        var packed = await new WireReader(rules, time).ReadAsync(wire, body.CutAt, stop);
        return Unpacking.Unpack(packed, string.Join(",", response.Content.Headers.ContentEncoding), rules);
    }

    private static Uri? Location(HttpResponseMessage response) =>
        Uri.TryCreate(response.RequestMessage!.RequestUri!, Header(response, "Location"), out var to) ? to : null;

    // As the server wrote it: validators must go back untouched.
    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.FirstOrDefault()
            : null;

    private static RefusedException Reason(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException!)
        {
            if (e is RefusedException ours)
                return ours;
            if (e is AuthenticationException)
                return new RefusedException(RefusalReason.TlsFailure, "its server's certificate or encryption is not in order", failure);
        }

        return new RefusedException(RefusalReason.BrokenBody, "its server broke off or did not speak HTTP", failure);
    }
}

/// <summary>Which bodies a request takes.</summary>
/// <param name="Accept">The Accept header.</param>
/// <param name="Takes">Whether a media type is read.</param>
/// <param name="CutAt">Bytes after which the rest does not matter; null where a longer body is refused.</param>
internal sealed record BodyRule(string Accept, Func<string, bool> Takes, int? CutAt)
{
    private static readonly HashSet<string> PageTypes =
    [
        "text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/rss+xml", "application/atom+xml",
        "application/json", "application/feed+json", "text/csv", "text/plain",
    ];

    public static BodyRule Page { get; } = new(
        "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.8,text/csv;q=0.8,text/plain;q=0.7",
        PageTypes.Contains, null);

    // Feeds and sitemaps come under every name; what they are shows in their content.
    private static readonly HashSet<string> ListTypes =
        [.. PageTypes, "application/rdf+xml", "application/gzip", "application/x-gzip", "application/octet-stream"];

    public static BodyRule List { get; } = new(
        "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,application/gzip;q=0.8,*/*;q=0.1",
        ListTypes.Contains, null);

    public static BodyRule Robots { get; } = new("text/plain,*/*;q=0.1", _ => true, RobotsFile.ParsedBytes);
}
