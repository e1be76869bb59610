using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Analytics.Ingest.Tests.Fetching;

/// <summary>A web site on loopback that answers as a test says and remembers what it was asked.</summary>
internal sealed class LocalSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalSite(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Path, DateTimeOffset At)> Asked { get; } = new();

    public Uri Root { get; private set; } = new("http://localhost");

    public string Authority => Root.Authority;

    /// <param name="answer">Answers everything but /robots.txt, unless <paramref name="robots"/> is null.</param>
    /// <param name="robots">Text of /robots.txt.</param>
    public static async Task<LocalSite> StartAsync(RequestDelegate answer, string? robots = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0));
        var site = new LocalSite(builder.Build());
        site.app.Run(context =>
        {
            site.Asked.Enqueue((context.Request.Path, TimeProvider.System.GetUtcNow()));
            return robots is not null && context.Request.Path == "/robots.txt" ? context.Response.WriteAsync(robots) : answer(context);
        });
        await site.app.StartAsync();
        site.Root = new Uri(site.app.Urls.Single());
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }
}
