using System.Collections.Concurrent;
using Analytics.Ingest.Discovery;
using Analytics.Ingest.Fetching;
using Analytics.Ingest.Tests.Fetching;
using Analytics.Models.Sources;
using Microsoft.AspNetCore.Http;

namespace Analytics.Ingest.Tests.Steps;

/// <summary>A web on loopback, a database, and nights that pass when they are told to.</summary>
internal sealed class NightlyWeb : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string Type, byte[] Content, int Status)> answers = new();
    private readonly ConcurrentQueue<string> asked = new();
    private readonly Nights nights = new();
    private readonly string connection;
    private LocalSite site = null!;

    private NightlyWeb(string connection) => this.connection = connection;

    public NightBounds Bounds { get; set; } = new();

    public DateTimeOffset Now => nights.GetUtcNow();

    public static async Task<NightlyWeb> StartAsync(string connection, string robots = "")
    {
        var web = new NightlyWeb(connection);
        web.site = await LocalSite.StartAsync(web.AnswerAsync, robots);
        return web;
    }

    public string At(string path) => new Uri(site.Root, path).AbsoluteUri;

    /// <summary>What stands at <paramref name="path"/>; <c>{site}</c> in it is where this web is.</summary>
    public void Put(string path, string text, string type = "text/html; charset=utf-8", int status = 200) =>
        Put(path, System.Text.Encoding.UTF8.GetBytes(text.Replace("{site}", At("/").TrimEnd('/'), StringComparison.Ordinal)), type, status);

    public void Put(string path, byte[] content, string type, int status = 200) => answers[path] = (type, content, status);

    public void Remove(string path) => answers.TryRemove(path, out _);

    /// <summary>What was asked for since the last call, in order, as path and status.</summary>
    public string Asked()
    {
        var all = string.Join(' ', asked);
        asked.Clear();
        return all;
    }

    public Task WatchAsync(string path, SourceKind kind, string? words = null, bool otherHosts = false) => DoAsync(session => session.Sources.WatchAsync(
        new(At(path), kind, "en", null, SourceOrigin.Operator) { Words = words, OtherHosts = otherHosts }, Now, CancellationToken.None));

    /// <summary>A day passes, then <paramref name="steps"/> run as a process of their own would run them.</summary>
    public async Task<IReadOnlyList<Ingest.Steps.StepResult>> NightAsync(params string[] steps)
    {
        nights.Passed += TimeSpan.FromDays(1);
        var results = new List<Ingest.Steps.StepResult>();
        await DoAsync(async session =>
        {
            foreach (var step in steps)
                results.Add(await session.Step(step)!.RunAsync(new Progress<Ingest.Steps.StepProgress>(), CancellationToken.None));
        });
        return results;
    }

    public async Task<Ingest.Steps.StepResult> CollectAsync() => (await NightAsync("collect"))[0];

    public async Task DoAsync(Func<Session, Task> work)
    {
        await using var session = await Session.OpenAsync(
            new IngestOptions
            {
                Storage = new() { ConnectionString = connection },
                Fetch = new FetchRules { Contact = "https://test.example/", AllowedHosts = [site.Authority], AllowedHostPause = TimeSpan.Zero },
                SourceList = [],
                Night = Bounds,
                Time = nights,
            },
            CancellationToken.None);
        await work(session);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        var (type, content, status) = answers.GetValueOrDefault(path, ("text/plain", [], 404));
        var tag = $"\"{Models.Storage.Key.OfContent(content)}\"";
        status = status == 200 && context.Request.Headers.IfNoneMatch == tag ? 304 : status;
        asked.Enqueue($"{path} {status}");
        context.Response.StatusCode = status;
        if (status != 200)
            return Task.CompletedTask;
        (context.Response.ContentType, context.Response.Headers.ETag) = (type, tag);
        return context.Response.Body.WriteAsync(content).AsTask();
    }

    private sealed class Nights : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Passed;
    }
}
