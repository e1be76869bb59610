using System.Security.Cryptography;
using System.Text;

namespace Analytics.Models.Storage;

/// <summary>
/// Row keys made from content: the same thing read twice has the same key, on any machine. That is what makes every step safe to repeat.
/// </summary>
public static class Key
{
    /// <summary>
    /// The first 96 bits of the SHA-256 of the parts, in 24 hexadecimal digits. Parts are length-prefixed, so that
    /// ("ab", "c") and ("a", "bc") differ; a null part differs from an empty one.
    /// </summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(BitConverter.GetBytes(part is null ? -1 : part.Length));
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }

    /// <summary>The SHA-256 of <paramref name="content"/> in 64 hexadecimal digits.</summary>
    public static string OfContent(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
