namespace Analytics.Web.Pages.Shared;

/// <summary>Addresses that pages may link to. What was read elsewhere may hold anything; only web addresses become links.</summary>
internal static class WebLink
{
    public static Uri? Find(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
