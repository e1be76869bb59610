using System.Net;
using Analytics.Models.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Operations;

/// <summary>6.7: forms that another site, or another session, makes a browser send.</summary>
public sealed class ForgedFormTests(DoorSite site) : IClassFixture<DoorSite>
{
    private const string Sessions = "/en/operations/sessions";

    [Fact]
    public async Task A_form_without_a_token_or_with_that_of_another_session_changes_nothing()
    {
        var (victim, other) = (await site.InsideAsync(), await site.InsideAsync());
        foreach (var token in new[] { "", "forged", DoorBrowser.TokenOf(await other.PageAsync(Sessions)), DoorBrowser.TokenOf(await new DoorBrowser(site.Browser()).PageAsync("/en/operations/login")) })
        {
            using var answer = await victim.PostAsync(Sessions, ("act", "end"), ("session", ""), (DoorBrowser.Token, token));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await victim.GetAsync(Sessions)).StatusCode);
    }

    [Fact]
    public async Task A_token_from_before_the_login_is_not_taken_after_it()
    {
        var browser = await site.InsideAsync("fritz");
        using var fresh = site.Browser();
        var token = DoorBrowser.TokenOf(await new DoorBrowser(fresh).PageAsync("/en/operations/login"));
        using var done = await new DoorBrowser(fresh).LogInAsync("fritz", DoorSite.Password);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await new DoorBrowser(fresh).PostAsync(Sessions, ("act", "logout"), (DoorBrowser.Token, token))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Sessions)).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.SeeOther)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.SeeOther)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost:8080", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost", HttpStatusCode.SeeOther)]
    public async Task A_form_that_another_site_sends_is_refused_even_with_a_good_token(string header, string value, HttpStatusCode status)
    {
        var browser = await site.InsideAsync();
        browser.Headers[header] = value;
        using var answer = await browser.SendAsync(Sessions, ("act", "logout"));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.SeeOther ? HttpStatusCode.SeeOther : HttpStatusCode.OK, (await browser.GetAsync(Sessions)).StatusCode);
    }

    [Fact]
    public async Task Opening_an_address_never_does_anything()
    {
        var browser = await site.InsideAsync("gerda");
        var acts = (await site.ActsAsync()).Count;
        foreach (var address in new[] { $"{Sessions}?act=logout", $"{Sessions}?act=end&session=", $"{Sessions}?handler=logout", "/en/operations/reports/r1?act=accept" })
            using (await browser.GetAsync(address)) { }
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Sessions)).StatusCode);
        Assert.Equal(acts, (await site.ActsAsync()).Count);
        Assert.NotEmpty(await site.Services.GetRequiredService<SessionStore>().ListAsync("gerda", site.Clock.GetUtcNow(), CancellationToken.None));
    }
}
