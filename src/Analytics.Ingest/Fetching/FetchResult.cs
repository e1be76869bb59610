namespace Analytics.Ingest.Fetching;

/// <summary>Why an address was not read.</summary>
public enum RefusalReason
{
    RobotsDisallow,
    ForbiddenAddress,
    WrongScheme,
    ForbiddenPort,
    TooLarge,
    TooSlow,
    TimedOut,
    RatioTooHigh,
    WrongType,
    TooManyRedirects,
    TlsFailure,
    NameNotFound,
    ConnectFailed,

    /// <summary>The body could not be read to its end: cut off, or not what its encoding says.</summary>
    BrokenBody,
    HttpError,
    RetryLater,
}

/// <summary>What the server said of a page's version last time; sent back so that an unchanged page is not sent again.</summary>
/// <param name="ETag">The server's own tag, with its quotes.</param>
/// <param name="LastModified">The server's own date string, never reformatted.</param>
public sealed record Validators(string? ETag, string? LastModified);

/// <summary>
/// How a fetch ended. One of <see cref="Fetched"/>, <see cref="NotModified"/>, <see cref="Gone"/> and <see cref="Refused"/>;
/// failures that the outer web makes ordinary are results, never exceptions.
/// </summary>
public abstract record FetchResult
{
    private FetchResult(Uri address, string sentence) => (Address, Sentence) = (address, sentence);

    /// <summary>The address asked for.</summary>
    public Uri Address { get; }

    /// <summary>What happened, in plain English, with the address.</summary>
    public string Sentence { get; }

    /// <summary>The page is here.</summary>
    /// <param name="Address">The address asked for.</param>
    /// <param name="Content">The body as bytes, decompressed.</param>
    /// <param name="ContentType">Media type without parameters, lower case; null when the server sent none.</param>
    /// <param name="Charset">The charset the HTTP header names; null when it names none.</param>
    /// <param name="Validators">ETag and Last-Modified for the next time.</param>
    /// <param name="FinalAddress">Where the page was after all redirects.</param>
    /// <param name="Status">HTTP status, 2xx.</param>
    /// <param name="Redirects">The addresses passed on the way, in order, without the final one.</param>
    public sealed record Fetched(
        Uri Address, byte[] Content, string? ContentType, string? Charset, Validators Validators,
        Uri FinalAddress, int Status, IReadOnlyList<Uri> Redirects)
        : FetchResult(Address, $"{Address} was read: {Content.Length} bytes.");

    /// <summary>The server says that the version we hold is still the newest.</summary>
    public sealed record NotModified(Uri Address, Uri FinalAddress)
        : FetchResult(Address, $"{Address} has not changed since it was last read.");

    /// <summary>The page is not there (404) or no longer there (410).</summary>
    public sealed record Gone(Uri Address, int Status)
        : FetchResult(Address, $"{Address} is not there: the server answered {Status}.");

    /// <summary>The page was not read.</summary>
    public sealed record Refused(Uri Address, RefusalReason Reason, string Sentence) : FetchResult(Address, Sentence)
    {
        /// <summary>HTTP status behind <see cref="RefusalReason.HttpError"/> and <see cref="RefusalReason.RetryLater"/>.</summary>
        public int? Status { get; init; }

        /// <summary>Before this moment the host should not be asked again; with <see cref="RefusalReason.RetryLater"/>.</summary>
        public DateTimeOffset? Until { get; init; }
    }
}
