using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Storage;

namespace Analytics.Web.Api;

/// <summary>Where the next page begins. It holds the release, so that reading goes on in the one it began with although a newer one has come.</summary>
/// <param name="Place">How many rows that the filter lets through come before.</param>
/// <param name="Of">What the pages are of; a cursor is good for nothing else.</param>
internal sealed record ApiCursor(string Release, int Place, string Of)
{
    // An id is 32 characters or fewer; what is longer than this is none of ours.
    private const int Longest = 200;

    /// <summary>What pages of <paramref name="filter"/> are of.</summary>
    public static string Subject(DatasetFilter filter) => Key.Of(filter.Table.Name, filter.Query)[..12];

    /// <summary>The cursor as it stands in addresses: letters, digits, <c>-</c> and <c>_</c>.</summary>
    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Release}.{Place}.{Of}")));

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    public static ApiCursor? Read(string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text))
            return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('.') is [{ Length: > 0 } release, var place, var of]
            && release.All(char.IsAsciiLetterOrDigit)
            && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && new ApiCursor(release, number, of) is var cursor
            // The same in one spelling only.
            && cursor.Write() == text
            ? cursor
            : null;
    }
}
