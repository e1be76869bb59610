namespace Analytics.Web.Downloads;

/// <summary>The digest of what a file or extract is, whichever part of it is sent: RFC 9530.</summary>
internal static class ReprDigest
{
    public const string Header = "Repr-Digest";

    public static string Of(ReadOnlySpan<byte> sha256) => $"sha-256=:{Convert.ToBase64String(sha256)}:";

    /// <param name="sha256">In hexadecimal digits.</param>
    public static string Of(string sha256) => Of(Convert.FromHexString(sha256));
}
