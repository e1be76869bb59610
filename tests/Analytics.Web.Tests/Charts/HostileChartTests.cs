using System.Net;

namespace Analytics.Web.Tests.Charts;

/// <summary>Addresses of chart files that nobody asks for in good faith: refused with what is wrong, and kept by nobody.</summary>
public sealed class HostileChartTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("svg?width=1000000000000", "width")]
    [InlineData("svg?width=-320", "width")]
    [InlineData("png?width=1e3", "width")]
    [InlineData("png?size=100x", "size")]
    [InlineData("svg?size=2x", "size")]
    [InlineData("csv?width=400", "width")]
    [InlineData("svg?theme=%3Csvg%20onload%3Dalert(1)%3E", "theme")]
    [InlineData("svg?task=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", "task")]
    [InlineData("json?platform=..%2F..%2Fetc%2Fpasswd", "platform")]
    [InlineData("svg?country=%00", "country")]
    [InlineData("zip?unknown=1", "unknown")]
    [InlineData("svg?lang=%2e%2e", "lang")]
    [InlineData("svg?currency=ZZZ", "currency")]
    public async Task A_value_that_is_not_known_is_refused_by_name(string file, string name)
    {
        using var answer = await GetAsync($"/charts/interval.{file}");
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{name}\"", said, StringComparison.Ordinal);
        IsHarmless(answer, said);
    }

    [Theory]
    [InlineData("/charts/interval.svg?release=none")]
    [InlineData("/charts/interval.png?release=%27%20or%201%3D1")]
    [InlineData("/charts/none.svg")]
    [InlineData("/charts/%3Cscript%3E.svg")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        IsHarmless(answer, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_values_and_long_ones_are_refused()
    {
        foreach (var query in new[] { string.Join('&', Enumerable.Repeat("platform=mturk", 1000)), $"platform={new string('x', 5000)}", $"{new string('k', 5000)}=1" })
        {
            using var answer = await GetAsync($"/charts/interval.svg?{query}");
            var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            // What is told of it is no longer than a reader can use.
            Assert.InRange(said.Length, 50, 2_000);
            IsHarmless(answer, said);
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string address) => await site.Browser().GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    // What was asked is told again, as data that no browser runs.
    private static void IsHarmless(HttpResponseMessage answer, string said)
    {
        Assert.StartsWith("{", said, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl is { NoStore: true }, $"kept: {answer.Headers.CacheControl}");
        Assert.Equal("nosniff", string.Join(',', answer.Headers.GetValues("X-Content-Type-Options")));
    }
}
