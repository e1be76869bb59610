using System.Security.Cryptography;

namespace Analytics.Models;

/// <summary>Numbers that people read, copy and type, in Crockford's letters, of which none is read as a digit; in groups of four: <c>7KQ2-XD9M-40TB</c>.</summary>
internal static class Crockford
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Group = 4;
    private const int BitsEach = 5;

    /// <summary>A number drawn by lot, of five bits a letter.</summary>
    public static string Make(int length) => Grouped(RandomNumberGenerator.GetString(Letters, length));

    /// <summary>The first <paramref name="length"/> times five bits of <paramref name="bytes"/>.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, int length)
    {
        var letters = new char[length];
        for (var i = 0; i < length; i++)
        {
            var (at, value) = (i * BitsEach, 0);
            for (var bit = at; bit < at + BitsEach; bit++)
                value = (value << 1) | ((bytes[bit / 8] >> (7 - (bit % 8))) & 1);
            letters[i] = Letters[value];
        }

        return Grouped(new string(letters));
    }

    /// <summary>The number as it is written, from how somebody typed it; null when it is none of <paramref name="length"/> letters.</summary>
    public static string? Find(string? typed, int length)
    {
        var letters = string.Concat((typed ?? "").ToUpperInvariant().Where(c => c is not ('-' or ' '))).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return letters.Length == length && letters.All(Letters.Contains) ? Grouped(letters) : null;
    }

    private static string Grouped(string letters) => string.Join('-', letters.Chunk(Group).Select(part => new string(part)));
}
