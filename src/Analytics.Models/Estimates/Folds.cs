using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Models.Estimates;

/// <summary>Five folds by contributor, the same everywhere.</summary>
public static class Folds
{
    public const int Count = 5;

    /// <summary>The first 8 bytes, big-endian, of SHA-256 of <c>seed:contributor</c>, modulo 5.</summary>
    public static int Of(int seed, string contributor)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{contributor}")), hash);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % Count);
    }
}
