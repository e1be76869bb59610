using System.Security.Cryptography;
using System.Text;

namespace Analytics.Models.Reports;

/// <summary>
/// The key that the receipt of a first report carries, 140 bits in seven groups of four: with it alone its reports are seen, corrected and taken back. It is shown once;
/// what is kept of it is its SHA-256, from which it cannot be found.
/// </summary>
public static class ContributorKey
{
    private const int Length = 28;

    /// <summary>
    /// The key that a form makes where it brings none: worked out from the form's own random token, so that the same form sent twice has the same key and nothing of it
    /// needs to be kept.
    /// </summary>
    public static string Of(FormToken token) => Crockford.Of(SHA256.HashData(Encoding.UTF8.GetBytes("contributor key " + token.Value)), Length);

    /// <summary>The key as it is written, from how somebody typed it; null when it is none.</summary>
    public static string? Find(string? typed) => Crockford.Find(typed, Length);

    /// <summary>What is kept of a key.</summary>
    public static string Hash(string key) => Storage.Key.OfContent(Encoding.UTF8.GetBytes(key));
}
