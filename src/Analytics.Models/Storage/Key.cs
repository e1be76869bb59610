using System.Buffers.Binary;
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
        Span<byte> length = stackalloc byte[sizeof(int)];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, part?.Length ?? -1);
            hash.AppendData(length);
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }

    /// <summary>The SHA-256 of <paramref name="content"/> in 64 hexadecimal digits.</summary>
    public static string OfContent(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
