using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models.Operations;
using Analytics.Tests.Storage;
using Analytics.Web.Operations;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Operations;

/// <summary>The set-up link, and the sessions behind the login.</summary>
public sealed class DoorTests(DoorSite site, PostgresFixture postgres) : IClassFixture<DoorSite>
{
    private OperatorStore Operators => site.Services.GetRequiredService<OperatorStore>();

    [Fact]
    public async Task The_first_start_prints_a_link_that_sets_up_one_operator_and_no_start_after_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var operators = new OperatorStore(database);
        using var link = new StringWriter();
        await SetUpLink.PrintFirstAsync(operators, "https://pay.example", site.Clock, link, CancellationToken.None);
        Assert.True(await operators.SetUpAsync(SecretKey.HashOf(link.ToString().Trim().Split("key=")[1]), DoorSite.Name, "hash", site.Clock.GetUtcNow(), CancellationToken.None));
        using var later = new StringWriter();
        await SetUpLink.PrintFirstAsync(operators, "https://pay.example", site.Clock, later, CancellationToken.None);
        Assert.Matches(@"^To set up an operator, open this once within 24 hours: https://pay\.example/operations/set-up\?key=[\w-]{43}\n$", link.ToString());
        Assert.Equal("", later.ToString());
    }

    [Fact]
    public async Task A_link_is_used_up_by_the_form_and_not_by_opening_it_and_lets_its_operator_in()
    {
        var link = await site.LinkAsync();
        var browser = new DoorBrowser(site.Browser());
        await browser.PageAsync(link);
        foreach (var (name, password, again, sentence) in new[]
        {
            ("two words", DoorSite.Password, DoorSite.Password, "This cannot be a name"),
            ("berta", "eleven char", "eleven char", "use at least 12 characters"),
            ("berta", DoorSite.Password, DoorSite.Password + "!", "The two passwords differ"),
        })
        {
            using var faulty = await browser.SendAsync(link, ("name", name), ("password", password), ("again", again));
            var html = await faulty.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.StatusCode);
            Assert.Contains(sentence, SiteFixture.TextOf(html), StringComparison.Ordinal);
            Assert.DoesNotContain(password, html, StringComparison.Ordinal);
        }

        // Twelve characters, of which some are several units, and nothing else is asked of it.
        using var done = await browser.SendAsync(link, ("name", " Berta "), ("password", "🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑"), ("again", "🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑"));
        Assert.Equal("/en/operations", done.Headers.Location?.ToString());
        Assert.Contains("Logged in as berta", await browser.PageAsync("/en/operations"), StringComparison.Ordinal);
        using var used = await new DoorBrowser(site.Browser()).GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);
        Assert.Contains("--new-operator-link", await used.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_of_yesterday_or_of_nobody_opens_nothing()
    {
        var link = await site.LinkAsync();
        var before = site.Clock.Ahead;
        site.Clock.Ahead += TimeSpan.FromHours(24);
        var browser = new DoorBrowser(site.Browser());
        foreach (var address in new[] { link, "/en/operations/set-up", "/id/operations/set-up?key=guess" })
        {
            using var opened = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, opened.StatusCode);
            using var sent = await browser.PostAsync(address, ("name", "thief"), ("password", DoorSite.Password), ("again", DoorSite.Password),
                (DoorBrowser.Token, DoorBrowser.TokenOf(await browser.PageAsync("/en/operations/login"))));
            Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        }

        site.Clock.Ahead = before;
        Assert.Null(await Operators.PasswordHashAsync("thief", CancellationToken.None));
    }

    [Theory]
    [InlineData("/en/operations")]
    [InlineData("/en/operations/reports")]
    [InlineData("/en/operations/reports/some")]
    [InlineData("/id/operations/corrections")]
    [InlineData("/en/operations/sessions")]
    [InlineData("/en/operations/log")]
    public async Task Who_is_not_in_is_led_to_the_login_and_who_is_gets_a_page_that_nobody_keeps(string address)
    {
        using var outside = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((HttpStatusCode.SeeOther, $"{address[..3]}/operations/login"), (outside.StatusCode, outside.Headers.Location?.ToString()));
        Assert.Equal("", await outside.Content.ReadAsStringAsync());
        using var posted = await new DoorBrowser(site.Browser()).PostAsync(address, ("act", "end"));
        Assert.Equal((HttpStatusCode.SeeOther, $"{address[..3]}/operations/login"), (posted.StatusCode, posted.Headers.Location?.ToString()));

        using var inside = await (await site.InsideAsync()).GetAsync(address);
        Assert.Contains("no-store", inside.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("noindex", Assert.Single(inside.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal("same-origin", Assert.Single(inside.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("Disallow: /*/operations", await site.PageAsync("/robots.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("operations", await site.PageAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_without_a_language_leads_to_the_readers_own()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/operations/set-up?key=a-b_c");
        request.Headers.TryAddWithoutValidation("Accept-Language", "id");
        using var answer = await site.Browser().SendAsync(request);
        Assert.Equal("/id/operations/set-up?key=a-b_c", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_key_from_before_the_login_is_worth_nothing_after_it()
    {
        await site.InsideAsync();
        var client = site.CreateDefaultClient();
        // An attacker has put a cookie of their own making into the browser, then that of a session that has ended.
        const string Planted = "perjam-operator=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        var first = await LogInWithAsync(client, Planted);
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.OK], [await OpenAsync(client, Planted), await OpenAsync(client, first)]);
        await site.Services.GetRequiredService<SessionStore>().EndAsync(DoorSite.Name, null, site.Clock.GetUtcNow(), CancellationToken.None);
        var second = await LogInWithAsync(client, first);
        Assert.Equal(3, new[] { Planted, first, second }.Distinct().Count());
        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.OK], [await OpenAsync(client, Planted), await OpenAsync(client, first), await OpenAsync(client, second)]);

        // What is kept cannot be made into a cookie.
        await using var connection = await site.Database.ConnectAsync(CancellationToken.None);
        await using var query = connection.CreateCommand();
        query.CommandText = "select string_agg(s::text, ' ') from perjam.operator_session s";
        Assert.DoesNotContain(second.Split('=')[1], (string)(await query.ExecuteScalarAsync())!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "perjam-operator=", false)]
    [InlineData("https://localhost", "__Host-perjam-operator=", true)]
    [InlineData("https://elsewhere.example", "perjam-operator=", false)]
    public async Task The_cookie_is_for_this_site_alone_and_no_script(string? address, string name, bool secure)
    {
        await site.InsideAsync();
        await using var host = site.WithWebHostBuilder(builder => builder.UseSetting("Site:Address", address));
        using var done = await new DoorBrowser(host.CreateClient(new() { AllowAutoRedirect = false })).LogInAsync(DoorSite.Name, DoorSite.Password);
        var cookie = done.Headers.GetValues("Set-Cookie").Single(c => c.Contains("perjam-operator", StringComparison.Ordinal));
        Assert.StartsWith(name, cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/;", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_ends_when_it_is_told_to_and_all_with_one_press()
    {
        var name = "carla";
        var (here, there, third) = (await site.InsideAsync(name), await site.InsideAsync(name), await site.InsideAsync(name));
        var sessions = site.Services.GetRequiredService<SessionStore>();
        var own = await Task.WhenAll(new[] { here, there, third }.Select(async b => Regex.Match(await b.PageAsync("/en/operations/sessions"), @"<th scope=""row"">(\w+)\s*<span class=""quiet""> \(this one\)").Groups[1].Value));
        var oldest = Assert.Single((await sessions.ListAsync(name, site.Clock.GetUtcNow(), CancellationToken.None)).Select(s => s.Id).Except(own));
        Assert.Contains($"value=\"{oldest}\"", await there.PageAsync("/en/operations/sessions"), StringComparison.Ordinal);

        // The fourth is that of the set-up itself.
        Assert.Equal(HttpStatusCode.SeeOther, (await there.SendAsync("/en/operations/sessions", ("act", "end"), ("session", oldest))).StatusCode);
        Assert.DoesNotContain(oldest, await there.PageAsync("/en/operations/sessions"), StringComparison.Ordinal);
        Assert.Equal("/en/operations/login", (await third.SendAsync("/en/operations/sessions", ("act", "logout"))).Headers.Location?.ToString());
        Assert.Equal("True True False", string.Join(' ', await Task.WhenAll(new[] { here, there, third }.Select(IsInAsync))));
        await there.SendAsync("/en/operations/sessions", ("act", "end"), ("session", ""));
        Assert.Equal("False False False", string.Join(' ', await Task.WhenAll(new[] { here, there, third }.Select(IsInAsync))));
        Assert.Equal([OperatorAct.SessionEnded, OperatorAct.SessionEnded, OperatorAct.Logout, OperatorAct.SessionEnded], (await site.ActsAsync()).Where(a => a.Operator == name).Take(4).Select(a => a.Act));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_operator()
    {
        var (mine, theirs) = (await site.InsideAsync(), await site.InsideAsync("dora"));
        var id = (await site.Services.GetRequiredService<SessionStore>().ListAsync("dora", site.Clock.GetUtcNow(), CancellationToken.None))[0].Id;
        await mine.SendAsync("/en/operations/sessions", ("act", "end"), ("session", id));
        Assert.True(await IsInAsync(theirs));
    }

    [Fact]
    public async Task A_password_is_changed_by_whoever_knows_the_old_one_and_the_other_sessions_end()
    {
        const string Next = "quite another sentence";
        var (here, there) = (await site.InsideAsync("emma"), await site.InsideAsync("emma"));
        using var wrong = await here.SendAsync("/en/operations/sessions", ("act", "password"), ("current", "not my password"), ("password", Next), ("again", Next));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var changed = await here.SendAsync("/en/operations/sessions", ("act", "password"), ("current", DoorSite.Password), ("password", Next), ("again", Next));
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.True(await IsInAsync(here));
        Assert.False(await IsInAsync(there));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await there.LogInAsync("emma", DoorSite.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await there.LogInAsync("emma", Next)).StatusCode);
    }

    private static async Task<bool> IsInAsync(DoorBrowser browser) => (await browser.GetAsync("/en/operations")).StatusCode == HttpStatusCode.OK;

    private static async Task<string> LogInWithAsync(HttpClient client, string cookie)
    {
        using var open = await SendAsync(client, HttpMethod.Get, "/en/operations/login", cookie, null);
        var form = open.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("perjam-form=", StringComparison.Ordinal)).Split(';')[0];
        using var fields = new FormUrlEncodedContent([new("name", DoorSite.Name), new("password", DoorSite.Password), new(DoorBrowser.Token, DoorBrowser.TokenOf(await open.Content.ReadAsStringAsync()))]);
        using var done = await SendAsync(client, HttpMethod.Post, "/en/operations/login", $"{form}; {cookie}", fields);
        return DoorBrowser.SessionOf(done) ?? throw new InvalidOperationException($"{done.StatusCode}");
    }

    private static async Task<HttpStatusCode> OpenAsync(HttpClient client, string cookie)
    {
        using var answer = await SendAsync(client, HttpMethod.Get, "/en/operations", cookie, null);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string cookie, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Add("Cookie", cookie);
        return client.SendAsync(request);
    }
}
