using System.Security.Cryptography;
using System.Text;
using Analytics.Models.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Web.Operations;

/// <summary>A key that is handed out once: 256 bits drawn by lot. What is kept of it is its hash.</summary>
internal static class SecretKey
{
    private const int Bytes = 32;

    public static string Make() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string key) => Key.OfContent(Encoding.UTF8.GetBytes(key));
}
