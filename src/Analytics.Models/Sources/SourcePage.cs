using Analytics.Models.Storage;

namespace Analytics.Models.Sources;

/// <summary>A page as it was fetched, byte for byte.</summary>
public sealed record SourcePage
{
    /// <summary>How long the bytes are kept for reading again; then quote and hash remain.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(180);

    /// <summary>Key of address and content hash.</summary>
    public string Id => Key.Of(Address, ContentHash);

    /// <summary>The address it is cited by.</summary>
    public required string Address { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, hexadecimal.</summary>
    public string ContentHash => Key.OfContent(Content);

    public required byte[] Content { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Charset as the server named it.</summary>
    public string? Charset { get; init; }

    public string? ETag { get; init; }

    /// <summary>The server's own string.</summary>
    public string? LastModified { get; init; }

    /// <summary>Date the operator gave for a file, where it states none itself.</summary>
    public DateOnly? StatedDate { get; init; }

    /// <summary>Language the operator or the source list gave.</summary>
    public string? StatedLanguage { get; init; }
}
