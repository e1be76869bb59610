using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Analytics.Flow.Tests;

/// <summary>A web server on loopback that serves pages from memory, with entity tags, and counts what it is asked. An unknown address is 404.</summary>
internal sealed class SavedWeb : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new();

    private SavedWeb(WebApplication app) => this.app = app;

    public ConcurrentQueue<string> Requests { get; } = new();

    public Uri Address => new(app.Urls.Single());

    public string HostAndPort => Address.Authority;

    public static async Task<SavedWeb> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var web = new SavedWeb(app);
        app.Run(web.AnswerAsync);
        await app.StartAsync();
        return web;
    }

    public Uri Page(string path, string html) => Serve(path, async context =>
    {
        var tag = $"\"{html.GetHashCode(StringComparison.Ordinal):x}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html);
    });

    public Uri Serve(string path, RequestDelegate answer)
    {
        answers[path] = answer;
        return new Uri(Address, path);
    }

    public void Remove(string path) => answers.TryRemove(path, out _);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue(context.Request.Path);
        if (answers.TryGetValue(context.Request.Path, out var answer))
            return answer(context);
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
