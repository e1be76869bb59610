using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Analytics.Web.Api;

namespace Analytics.Web.Tests.Api;

/// <summary>Addresses that are wrong, in good faith or bad: refused by name, kept by nobody.</summary>
public sealed class ApiFaultsTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Theory]
    [InlineData("rates?platfrom=prolific", "platfrom")]
    [InlineData("rates?platform=prolifik", "platform")]
    [InlineData("rates?platform=prolific&platform=nobody", "platform")]
    [InlineData("rates?task=surveys", "task")]
    [InlineData("rates?experience=long", "experience")]
    [InlineData("rates?country=ZZ", "country")]
    [InlineData("rates?quarter=2026-Q3", "quarter")]
    [InlineData("rates?kind=rumour", "kind")]
    [InlineData("rates?measure=net", "measure")]
    [InlineData("estimates?quarter=2026Q3", "quarter")]
    [InlineData("platforms?measure=all-in", "measure")]
    [InlineData("rates?limit=0", "limit")]
    [InlineData("rates?limit=1001", "limit")]
    [InlineData("rates?limit=-1", "limit")]
    [InlineData("rates?limit=1e2", "limit")]
    [InlineData("rates.csv?currency=IDR", "currency")]
    [InlineData("rates?cursor=hello", "cursor")]
    [InlineData("rates?cursor=%00", "cursor")]
    [InlineData("rates?platform=..%2F..%2Fetc%2Fpasswd", "platform")]
    [InlineData("claims?country=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "country")]
    [InlineData("claims?platform=%27%20or%201%3D1%20--", "platform")]
    [InlineData("releases?limit=1", "limit")]
    public async Task What_is_not_known_is_refused_by_name(string address, string name)
    {
        using var answer = await site.AskAsync($"/api/v1/{address}");
        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest);
        Assert.Contains(problem["errors"]!.AsObject(), e => e.Key == name);
        Assert.InRange(((string)problem["detail"]!).Length, 20, 1_000);
    }

    [Theory]
    [InlineData("rates?release=none")]
    [InlineData("rates?release=%27%20or%201%3D1")]
    [InlineData("none")]
    [InlineData("reports")]
    [InlineData("releases/none")]
    [InlineData("releases/..%2F..%2Fetc")]
    [InlineData("rates.xml")]
    [InlineData("")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var answer = await site.AskAsync($"/api/v1/{address}");
        await ProblemAsync(answer, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Many_values_and_long_ones_are_refused_shortly()
    {
        foreach (var query in new[] { string.Join('&', Enumerable.Repeat("platform=mturk", 500)), $"platform={new string('x', 5000)}", $"{new string('k', 5000)}=1", $"cursor={new string('A', 99)}" })
        {
            using var answer = await site.AskAsync($"/api/v1/rates?{query}");
            Assert.InRange((await ProblemAsync(answer, HttpStatusCode.BadRequest)).ToJsonString().Length, 50, 2_000);
        }
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_table_filter_and_release_alone()
    {
        var next = (string)(await site.JsonAsync("/api/v1/rates?platform=prolific&limit=1"))["next"]!;
        var cursor = next.Split("cursor=")[1];
        // The limit may change from page to page, and the filter be written in another order.
        Assert.NotEmpty((await site.JsonAsync($"/api/v1/rates?limit=7&cursor={cursor}&platform=prolific"))["data"]!.AsArray());
        foreach (var other in new[] { $"rates?cursor={cursor}", $"rates?platform=mturk&cursor={cursor}", $"estimates?platform=prolific&cursor={cursor}", $"rates?platform=prolific&release=R0&cursor={cursor}" })
        {
            using var answer = await site.AskAsync($"/api/v1/{other}");
            Assert.Contains((await ProblemAsync(answer, HttpStatusCode.BadRequest))["errors"]!.AsObject(), e => e.Key == "cursor");
        }

        // A release that there is not, and a place behind the last row.
        var subject = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor)).Split('.')[2];
        using var gone = await site.AskAsync($"/api/v1/rates?platform=prolific&cursor={new ApiCursor("R0", 1, subject).Write()}");
        await ProblemAsync(gone, HttpStatusCode.NotFound);
        var behind = await site.JsonAsync($"/api/v1/rates?platform=prolific&cursor={new ApiCursor(site.Release!.Head.Id, int.MaxValue, subject).Write()}");
        Assert.Empty(behind["data"]!.AsArray());
        Assert.Null(behind["next"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("R1.5")]
    [InlineData("R1.-5.abc")]
    [InlineData("R1.5.abc.d")]
    [InlineData("R 1.5.abc")]
    [InlineData(".5.abc")]
    [InlineData("R1.99999999999.abc")]
    public void What_is_no_cursor_is_not_read_as_one(string inside) => Assert.Null(ApiCursor.Read(System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(inside))));

    [Fact]
    public void A_cursor_is_read_as_it_was_written()
    {
        var cursor = new ApiCursor("7Q2K", 1200, "0a1b2c3d4e5f");
        Assert.Equal(cursor, ApiCursor.Read(cursor.Write()));
        Assert.Null(ApiCursor.Read(cursor.Write() + "="));
        Assert.Null(ApiCursor.Read(cursor.Write() + "\n"));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Whatever_does_not_read_is_refused(string method)
    {
        using var answer = await site.SendAsync(new(method), "/api/v1/rates");
        await ProblemAsync(answer, HttpStatusCode.MethodNotAllowed);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow.Order());
    }

    private static async Task<JsonObject> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == answer.StatusCode, $"{answer.RequestMessage?.RequestUri} answered {answer.StatusCode}: {said}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", string.Join(',', answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("*", string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(answer.Headers.CacheControl is { Public: true }, $"kept: {answer.Headers.CacheControl}");
        var problem = JsonNode.Parse(said)!.AsObject();
        Assert.Equal((int)status, (int)problem["status"]!);
        return problem;
    }
}
