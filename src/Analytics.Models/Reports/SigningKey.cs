using System.Security.Cryptography;
using System.Text;

namespace Analytics.Models.Reports;

/// <summary>A key that signs deletion receipts: ECDSA on P-256 over SHA-256, signatures in DER, as <c>openssl dgst -sha256</c> makes and checks them.</summary>
/// <param name="Id">The first digits of the public key's SHA-256; its address is <c>/keys/{id}.pem</c>.</param>
/// <param name="PrivateKey">PKCS #8.</param>
/// <param name="PublicKey">PEM.</param>
public sealed record SigningKey(string Id, byte[] PrivateKey, string PublicKey)
{
    private const int IdDigits = 16;

    /// <summary>A new key, drawn by lot.</summary>
    public static SigningKey Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = Storage.Key.OfContent(key.ExportSubjectPublicKeyInfo())[..IdDigits];
        return new(id, key.ExportPkcs8PrivateKey(), key.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    /// <summary>The signature of a text as it stands in its file, UTF-8.</summary>
    public byte[] Sign(string text)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(PrivateKey, out _);
        return key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Whether <paramref name="signature"/> was made over <paramref name="content"/> with the key that <paramref name="publicKey"/> (PEM) belongs to.</summary>
    /// <exception cref="ArgumentException">The text is no public key in PEM.</exception>
    /// <exception cref="CryptographicException">It is one of another sort.</exception>
    public static bool Verifies(string publicKey, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(publicKey);
        return key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
