using Analytics.Web.Releases;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace Analytics.Web.Http;

/// <summary>
/// Answers made from a release are kept until the next one: <c>[OutputCache(PolicyName = ReleaseCache.Policy)]</c>, or
/// <c>.CacheOutput(ReleaseCache.Policy)</c>. <c>Site:OutputCache=off</c> turns the keeping off.
/// </summary>
public static class ReleaseCache
{
    public const string Policy = "release";

    /// <summary>Every name in a query that some kept answer depends on.</summary>
    internal static readonly string[] Names =
        ["release", "currency", "lang", "theme", "page", "task", "platform", "experience", "expertise", "country", "region", "hours", "kind", "measure", "sort", "order", "about"];

    /// <summary>Drops every kept answer; called when a release has been published.</summary>
    public static ValueTask ForgetAsync(IOutputCacheStore store, CancellationToken stop) => store.EvictByTagAsync(Policy, stop);

    internal static WebApplicationBuilder AddReleaseCache(this WebApplicationBuilder builder)
    {
        var off = string.Equals(builder.Configuration["Site:OutputCache"], "off", StringComparison.OrdinalIgnoreCase);
        builder.Services.AddResponseCompression(options => options.MimeTypes =
            [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "application/ld+json"]);
        // An address in another case is answered by itself: it may lead to the one in the right case.
        builder.Services.AddOutputCache(options => options.UseCaseSensitivePaths = true);
        builder.Services.AddOutputCache(options => options.AddPolicy(Policy, policy =>
        {
            if (off)
            {
                policy.NoCache();
                return;
            }

            // The kept body is the compressed one: without this a client that asked for none would be sent gzip.
            // And by the release, so that an answer in the making while a new one comes cannot be kept as one of the new.
            // By what pages read and nothing else: an address with a name of its own shall not have its own copy made and kept.
            policy.Tag(Policy).SetVaryByQuery(Names).SetVaryByHeader("Accept-Encoding").Expire(TimeSpan.FromHours(1))
                .VaryByValue(context => new(Policy, context.RequestServices.GetRequiredService<LatestRelease>().Current?.Head.Id ?? ""));
        }));
        return builder;
    }
}
