using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Analytics.Ingest.Tests.Steps;

/// <summary>A web site on loopback with the pages it is given; any other path is gone (410).</summary>
internal sealed class StepSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private StepSite(WebApplication app) => this.app = app;

    /// <summary>Path → content type and text; may change while the site runs.</summary>
    public Dictionary<string, (string Type, string Text)> Pages { get; } = [];

    public string Host => new Uri(app.Urls.Single()).Authority;

    public static async Task<StepSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new StepSite(builder.Build());
        site.app.Run(site.AnswerAsync);
        await site.app.StartAsync();
        return site;
    }

    public Uri At(string path) => new($"http://{Host}{path}");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (!Pages.TryGetValue(context.Request.Path, out var page))
        {
            context.Response.StatusCode = context.Request.Path == "/robots.txt" ? 404 : 410;
            return Task.CompletedTask;
        }

        context.Response.ContentType = page.Type;
        return context.Response.WriteAsync(page.Text);
    }
}
