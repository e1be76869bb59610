namespace Analytics.Models;

/// <summary>Addresses of pages. What was read elsewhere may hold anything; only web addresses are followed or become links.</summary>
public static class WebAddress
{
    /// <summary><paramref name="text"/> as an absolute http or https address; null when it is none.</summary>
    public static Uri? Find(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
