using System.IO.Compression;
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

    /// <summary>Bytes of answers that are kept in memory at most.</summary>
    public const long MostKept = 96 << 20;

    /// <summary>Drops every kept answer; called when a release has been published.</summary>
    public static ValueTask ForgetAsync(IOutputCacheStore store, CancellationToken stop) => store.EvictByTagAsync(Policy, stop);

    internal static WebApplicationBuilder AddReleaseCache(this WebApplicationBuilder builder)
    {
        var off = string.Equals(builder.Configuration["Site:OutputCache"], "off", StringComparison.OrdinalIgnoreCase);
        builder.Services.AddResponseCompression(options => options.MimeTypes =
            [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "application/ld+json"]);
        // Kept answers are compressed once and sent often.
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        builder.Services.AddOutputCache(options =>
        {
            // An address in another case is answered by itself: it may lead to the one in the right case.
            options.UseCaseSensitivePaths = true;
            // Of whatever is asked for, this much is kept in memory, and nothing on disk; what was not asked for longest gives way.
            options.SizeLimit = MostKept;
            options.MaximumBodySize = 4 << 20;
            options.AddPolicy(Policy, new ReleasePolicy(off));
        });
        return builder;
    }
}
