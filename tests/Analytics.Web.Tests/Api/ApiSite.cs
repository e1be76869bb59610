using System.Net;
using System.Text.Json.Nodes;
using Analytics.Models.Releases;
using Analytics.Tests.Storage;
using Analytics.Web.Http;
using Analytics.Web.Tests.Embeds;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Api;

/// <summary>The site with simulated reports, a clock that can be moved on, and a quota counted by the day: however slowly a machine asks, what it asks falls into one window.</summary>
public sealed class ApiSite(PostgresFixture postgres) : SiteFixture(postgres)
{
    public static readonly TimeSpan Window = TimeSpan.FromDays(1);

    public MovedClock Clock { get; } = new();

    /// <summary>The answer to GET.</summary>
    /// <param name="headers">Headers to send.</param>
    public async Task<HttpResponseMessage> AskAsync(string address, params (string Name, string Value)[] headers) => await SendAsync(HttpMethod.Get, address, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.RelativeOrAbsolute));
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return await Browser().SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The JSON of an answer that must be 200.</summary>
    public async Task<JsonObject> JsonAsync(string address, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(address, headers);
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {answer.StatusCode}: {said}");
        return JsonNode.Parse(said)!.AsObject();
    }

    /// <summary>Publishes a release and lets the site see it.</summary>
    public async Task ShowAsync(Release release)
    {
        await PublishAsync(release);
        Clock.Advance(TimeSpan.FromSeconds(3));
    }

    protected override Release? Make() => SampleRelease.Make(simulated: true, [.. SampleRelease.Reports()]);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock).AddSingleton(new ReadingQuota(Clock, Window)));
    }
}
