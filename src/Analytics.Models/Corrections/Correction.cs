using System.Text.RegularExpressions;
using Analytics.Models.Storage;

namespace Analytics.Models.Corrections;

/// <summary>A request to put something right, as the operator sees it. <see cref="Said"/>, <see cref="About"/> and <see cref="Contact"/> are private.</summary>
public sealed partial record Correction
{
    /// <summary>The sender's number for it (<see cref="Corrections.Receipt"/>).</summary>
    public required string Receipt { get; init; }

    /// <summary>Its public name, in the log and the feed; the receipt cannot be found from it.</summary>
    public required string Id { get; init; }

    public required CorrectionWay Way { get; init; }

    /// <summary>The page or figure it is about, in the sender's words.</summary>
    public required string About { get; init; }

    /// <summary>The page it is about, as an address of the site without language; null where <see cref="About"/> names none.</summary>
    public string? Page { get; init; }

    /// <summary>Slug of the platform that replies; null for the other ways.</summary>
    public string? Platform { get; init; }

    /// <summary>The sender's text; null once it has been deleted.</summary>
    public string? Said { get; init; }

    /// <summary>How the sender can be reached; null where not given or deleted.</summary>
    public string? Contact { get; init; }

    /// <summary>Language of the form it came by, and of the answer.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>By when an answer was promised.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public CorrectionState State { get; init; }

    /// <summary>When the case ended; null while it is open.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When the answer was last put otherwise.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The public sentence in English.</summary>
    public string? English { get; init; }

    /// <summary>The public sentence in Indonesian.</summary>
    public string? Indonesian { get; init; }

    /// <summary>Id of the first release that had it wrong; null where not known.</summary>
    public string? SinceRelease { get; init; }

    /// <summary>Id of the first release that has it right; null where nothing was corrected.</summary>
    public string? InRelease { get; init; }

    /// <summary>Whether the promised time is over and there is no answer.</summary>
    public bool IsOverdue(DateTimeOffset now) => State == CorrectionState.Received && DueAt < now;

    /// <summary>A request as it comes in, with a receipt of its own.</summary>
    public static Correction Receive(CorrectionWay way, string about, string said, string language, DateTimeOffset now)
    {
        var receipt = Corrections.Receipt.Make();
        return new()
        {
            Receipt = receipt,
            Id = Key.Of("correction", receipt)[..10],
            Way = way,
            About = about,
            Page = PageOf(about),
            Said = said,
            Language = language,
            ReceivedAt = now,
            DueAt = now.AddDays(way.Days()),
        };
    }

    /// <summary>The page that <paramref name="about"/> names as an address on this site, without language and query: <c>/platforms/mturk#f-1</c>; null for other words.</summary>
    public static string? PageOf(string about) => PageAddress().Match(about.Trim()) is { Success: true } found
        ? (found.Groups["path"].Value is { Length: > 0 } path ? path : "/") + found.Groups["place"].Value
        : null;

    [GeneratedRegex(@"^(?=/)(?:/(?:en|id)(?=[/?#]|$))?(?<path>(?:/[a-z0-9.-]+)*)/?(?:\?[^\s#]*)?(?<place>#[A-Za-z0-9_-]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PageAddress();
}
