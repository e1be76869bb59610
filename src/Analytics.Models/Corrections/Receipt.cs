using System.Security.Cryptography;

namespace Analytics.Models.Corrections;

/// <summary>The number by which a sender asks after a request: <c>7KQ2-XD9M-40TB</c>. Drawn by lot, so that nobody finds another's.</summary>
public static class Receipt
{
    // Crockford's: no letter that is read as a digit.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;
    private const int Group = 4;

    public static string Make() => Written(RandomNumberGenerator.GetString(Letters, Length));

    /// <summary>The receipt as it is written, from how somebody typed it; null when it is none.</summary>
    public static string? Find(string? typed)
    {
        var letters = string.Concat((typed ?? "").ToUpperInvariant().Where(c => c is not ('-' or ' '))).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return letters.Length == Length && letters.All(Letters.Contains) ? Written(letters) : null;
    }

    private static string Written(string letters) => string.Join('-', letters.Chunk(Group).Select(part => new string(part)));
}
