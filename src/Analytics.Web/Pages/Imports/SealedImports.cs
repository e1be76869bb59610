using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Analytics.Models.Reports.Trackers;
using Analytics.Models.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.Web.Pages.Imports;

/// <summary>The sums of a preview on their way through the reader's browser: encrypted and signed, so that what is sent is what was shown, and nothing is kept here meanwhile.</summary>
/// <param name="Form">The token of the form: sent twice, it is one import.</param>
/// <param name="Key">The key of an earlier receipt; null for none.</param>
internal sealed record SealedImport(TrackerImport Import, string Form, string? Key);

/// <summary>Seals and opens them.</summary>
internal sealed class SealedImports(IDataProtectionProvider protection)
{
    /// <summary>How long a preview can be sent.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int MostBytes = 1024 * 1024;

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("PerJam import preview").ToTimeLimitedDataProtector();

    public string Seal(SealedImport preview)
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(pack, preview, Rows.Json);
        return WebEncoders.Base64UrlEncode(protector.Protect(packed.ToArray(), Lifetime));
    }

    /// <summary>What was sealed; null where it is too old, or not ours.</summary>
    public SealedImport? Open(string text)
    {
        try
        {
            using var packed = new MemoryStream(protector.Unprotect(WebEncoders.Base64UrlDecode(text)));
            using var open = new BrotliStream(packed, CompressionMode.Decompress);
            var json = new byte[MostBytes];
            return JsonSerializer.Deserialize<SealedImport>(json.AsSpan(0, open.ReadAtLeast(json, MostBytes, throwOnEndOfStream: false)), Rows.Json);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or InvalidDataException or JsonException)
        {
            return null;
        }
    }
}
