using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Analytics.Models.Reports;
using Microsoft.AspNetCore.HttpOverrides;

namespace Analytics.Web.Http;

/// <summary>What stands before everything that is sent: the sender's address as the proxy before the site tells it, and a limit in memory that floods break on before they reach the database.</summary>
internal static class Senders
{
    /// <summary>Forms of one network and browser a minute; what is kept has limits of its own (<see cref="SendingLimit"/>).</summary>
    public const int FormsAMinute = 120;

    /// <summary>Forms of one network a minute, whatever browsers it names: a mobile carrier has many customers in one.</summary>
    public const int FormsOfANetworkAMinute = 600;

    /// <summary>Uploads at once of one network. Each is held in memory.</summary>
    public const int UploadsOfANetwork = 2;

    /// <summary>Uploads at once of everybody.</summary>
    public const int Uploads = 6;

    // Of this process alone: what a partition is called says nothing of an address, also in a dump of the memory of another.
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static WebApplicationBuilder AddSenders(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FingerprintStore>();
        builder.Services.AddSingleton<FormTraps>();
        builder.Services.AddSingleton<SenderChecks>();
        // The site listens on this machine alone, so that whoever connects is a proxy here; by default only such a one is believed.
        builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = Limits(TimeSpan.FromMinutes(1));
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
        });
        return builder;
    }

    public static void UseSenders(this WebApplication app)
    {
        app.UseRateLimiter();
    }

    /// <summary>What is let in.</summary>
    /// <param name="minute">After which forms are counted anew.</param>
    // The network first: what it refuses counts for no browser, and its browsers are not remembered.
    internal static PartitionedRateLimiter<HttpContext> Limits(TimeSpan minute) => PartitionedRateLimiter.CreateChained(
        In(minute, FormsOfANetworkAMinute, NetworkOf), In(minute, FormsAMinute, BrowserOf), AtOnce(UploadsOfANetwork, NetworkOf), AtOnce(Uploads, _ => "all"));

    // The page that says so is made of the same request.
    private static bool Sends(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && !context.Request.Path.StartsWithSegments("/error");

    // A page that takes larger bodies than others is one for files.
    private static bool Uploading(HttpContext context) => Sends(context) && SentLimits.MostFor(context) > SentLimits.MostBytes;

    private static PartitionedRateLimiter<HttpContext> In(TimeSpan minute, int most, Func<HttpContext, string> whose) => PartitionedRateLimiter.Create<HttpContext, string>(context => Sends(context)
        ? RateLimitPartition.GetFixedWindowLimiter(whose(context), _ => new() { PermitLimit = most, Window = minute })
        : RateLimitPartition.GetNoLimiter(""));

    private static PartitionedRateLimiter<HttpContext> AtOnce(int most, Func<HttpContext, string> whose) => PartitionedRateLimiter.Create<HttpContext, string>(context => Uploading(context)
        ? RateLimitPartition.GetConcurrencyLimiter(whose(context), _ => new() { PermitLimit = most })
        : RateLimitPartition.GetNoLimiter(""));

    /// <summary>The network that a request comes from, under a name that tells nobody which.</summary>
    internal static string NetworkOf(HttpContext context) => Hash(Network.Of(context.Connection.RemoteIpAddress));

    private static string BrowserOf(HttpContext context) => Hash($"{Network.Of(context.Connection.RemoteIpAddress)}\n{context.Request.Headers.UserAgent}");

    private static string Hash(string of) => Convert.ToHexString(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(of)).AsSpan(0, 16));
}
