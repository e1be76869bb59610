using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models.Operations;

namespace Analytics.Web.Tests.Operations;

/// <summary>6.7: what somebody tries who is not let in.</summary>
public sealed class LoginAttackTests(DoorSite site) : IClassFixture<DoorSite>
{
    private const string Wrong = "not the password at all";
    private static int sources;

    [Fact]
    public async Task Guessing_at_a_name_is_made_to_wait_longer_and_longer_from_wherever_it_comes()
    {
        await site.InsideAsync("guessed");
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync("guessed", Wrong));
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 7; i++)
        {
            var checks = site.Hasher.Checks;
            using var refused = await NewBrowser().LogInAsync("guessed", DoorSite.Password);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            // Not even the right password is looked at meanwhile.
            Assert.Equal(checks, site.Hasher.Checks);
            waits.Add(refused.Headers.RetryAfter!.Delta!.Value);
            site.Clock.Ahead += waits[^1];
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync("guessed", Wrong));
        }

        Assert.Equal([30, 60, 120, 240, 480, 900, 900], waits.Select(w => (int)w.TotalSeconds));
        site.Clock.Ahead += TimeSpan.FromMinutes(15);
        Assert.Equal(HttpStatusCode.SeeOther, await TryAsync("guessed", DoorSite.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync("guessed", Wrong));
        Assert.Equal(12 + 1, (await site.ActsAsync()).Count(a => a is { Act: OperatorAct.FailedLogin, Object: "guessed", Operator: null }));
    }

    [Fact]
    public async Task One_source_is_made_to_wait_whatever_names_it_tries()
    {
        var source = NewBrowser();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await source.LogInAsync($"spray{i}", Wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await source.LogInAsync("spray5", Wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync("spray5", Wrong));
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_way_round()
    {
        await site.InsideAsync("flooded");
        var browsers = Enumerable.Range(0, 30).Select(_ => NewBrowser()).ToList();
        var tokens = await Task.WhenAll(browsers.Select(async b => DoorBrowser.TokenOf(await b.PageAsync("/en/operations/login"))));
        var checks = site.Hasher.Checks;
        var answers = await Task.WhenAll(browsers.Select((b, i) => b.PostAsync("/en/operations/login", ("name", "flooded"), ("password", $"{Wrong} {i}"), (DoorBrowser.Token, tokens[i]))));
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(25, answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.Equal(5, site.Hasher.Checks - checks);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("no name at all, with <b>signs</b>")]
    public async Task A_name_of_nobody_gets_the_same_answer_after_the_same_work_and_the_same_waits(string nobody)
    {
        await site.InsideAsync("somebody");
        foreach (var status in Enumerable.Repeat(HttpStatusCode.UnprocessableEntity, 5).Append(HttpStatusCode.TooManyRequests))
        {
            var (known, unknown) = (await AnswerAsync("somebody"), await AnswerAsync(nobody));
            Assert.Equal((status, status), (known.Status, unknown.Status));
            Assert.Equal(known.Page, unknown.Page);
            Assert.Equal((known.Checks, known.Headers), (unknown.Checks, unknown.Headers));
            Assert.Equal(status == HttpStatusCode.UnprocessableEntity ? 1 : 0, known.Checks);
        }

        // People type passwords into the wrong field: what is no operator's name is not kept.
        Assert.DoesNotContain(await site.ActsAsync(), a => a.Object == nobody);
        site.Clock.Ahead += TimeSpan.FromDays(1);
    }

    [Fact]
    public async Task The_wait_is_counted_by_source_and_not_by_what_a_client_writes_before_the_proxys_word()
    {
        var browser = NewBrowser();
        var own = browser.Headers["X-Forwarded-For"];
        for (var i = 0; i < 5; i++)
        {
            browser.Headers["X-Forwarded-For"] = $"198.51.100.{i}, {own}";
            await browser.LogInAsync($"forger{i}", Wrong);
        }

        browser.Headers["X-Forwarded-For"] = $"198.51.100.77, {own}";
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.LogInAsync("forger6", Wrong)).StatusCode);
    }

    [Fact]
    public async Task Nothing_of_a_guess_is_kept_but_that_it_failed()
    {
        var browser = NewBrowser();
        await browser.LogInAsync("guesser-who-is-nobody", "guessed-password-1234");
        foreach (var table in new[] { "operator", "operator_link", "operator_session", "audit" })
        {
            await using var connection = await site.Database.ConnectAsync(CancellationToken.None);
            await using var query = connection.CreateCommand();
            query.CommandText = $"select coalesce(string_agg(t::text, ' '), '') from perjam.{table} t";
            var all = (string)(await query.ExecuteScalarAsync())!;
            Assert.DoesNotMatch("guesser-who|guessed-password|" + Regex.Escape(browser.Headers["X-Forwarded-For"]), all);
        }
    }

    private async Task<HttpStatusCode> TryAsync(string name, string password)
    {
        using var answer = await NewBrowser().LogInAsync(name, password);
        return answer.StatusCode;
    }

    private async Task<(HttpStatusCode Status, string Page, string Headers, int Checks)> AnswerAsync(string name)
    {
        var checks = site.Hasher.Checks;
        using var answer = await NewBrowser().LogInAsync(name, Wrong);
        var page = await answer.Content.ReadAsStringAsync();
        var plain = Regex.Replace(page, $"name=\"{DoorBrowser.Token}\"[^>]*>", "").Replace(WebUtility.HtmlEncode(name), "NAME", StringComparison.Ordinal);
        return (answer.StatusCode, plain, string.Join('|', answer.Headers.Where(h => h.Key is not ("Set-Cookie" or "Date")).Select(h => $"{h.Key}: {string.Join(',', h.Value)}")), site.Hasher.Checks - checks);
    }

    /// <summary>A browser on a network of its own.</summary>
    private DoorBrowser NewBrowser()
    {
        var browser = new DoorBrowser(site.Browser());
        browser.Headers["X-Forwarded-For"] = $"203.{Interlocked.Increment(ref sources)}.113.7";
        return browser;
    }
}
