namespace Analytics.Web.Http;

/// <summary>Headers of pages that belong to one reader: kept by nobody, found by nobody, and their address told to nobody.</summary>
internal static class PrivateAnswer
{
    public static void BelongsToOneReader(this HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
