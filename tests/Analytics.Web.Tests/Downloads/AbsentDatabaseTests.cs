using System.Net;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Downloads;

/// <summary>What of the dataset is there while its files cannot be had from the database: what is in memory, and else a plain refusal that nobody keeps.</summary>
public sealed class AbsentDatabaseTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/s/{release}")]
    [InlineData("/s/{release}/rates.csv")]
    [InlineData("/s/{release}/rates.csv?platform=mturk")]
    [InlineData("/s/{release}/citation.bib?table=rates&platform=mturk")]
    [InlineData("/api/v1/releases/{release}")]
    [InlineData("/api/v1/releases/{release}.csv")]
    public async Task What_needs_it_is_refused_and_not_kept(string address)
    {
        await using var away = Away();
        using var answer = await Browser(away).GetAsync(new Uri(address.Replace("{release}", site.Release!.Head.Id, StringComparison.Ordinal), UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json", "no-store"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
    }

    [Theory]
    [InlineData("/api/v1/rates?platform=mturk", HttpStatusCode.OK)]
    [InlineData("/api/v1/openapi.json", HttpStatusCode.OK)]
    [InlineData("/d/perjam", HttpStatusCode.Redirect)]
    [InlineData("/en/data", HttpStatusCode.OK)]
    [InlineData("/id/data/rates", HttpStatusCode.OK)]
    [InlineData("/en/data/api", HttpStatusCode.OK)]
    public async Task What_is_in_memory_is_answered(string address, HttpStatusCode expected)
    {
        await using var away = Away();
        using var answer = await Browser(away).GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(expected, answer.StatusCode);
    }

    private static HttpClient Browser(WebApplicationFactory<Program> away) => away.CreateClient(new() { AllowAutoRedirect = false });

    private WebApplicationFactory<Program> Away() => site.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        services.AddSingleton(new ReleaseFileStore(Database.Open("Host=127.0.0.1;Port=1;Username=none;Database=none;Timeout=1")))));
}
