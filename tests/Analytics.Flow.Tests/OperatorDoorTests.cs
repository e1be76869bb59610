using System.Net;
using System.Text.RegularExpressions;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>The site as its operator starts it: what it prints, and that another process prints a new link beside it.</summary>
public sealed partial class OperatorDoorTests(PostgresFixture postgres)
{
    private const string Password = "a sentence that is long";

    [Fact]
    public async Task The_first_start_prints_a_link_that_lets_an_operator_in_and_the_next_start_prints_none()
    {
        var database = await postgres.CreateConnectionStringAsync();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true });
        Uri link;
        using (var site = await SiteProgram.StartAsync(database))
        {
            link = new Uri(Assert.Single(Link().Matches(site.Notes)).Value);
            Assert.Equal(site.Address.Authority, link.Authority);
            var (status, page) = await SetUpAsync(browser, link, "anna");
            Assert.Equal((HttpStatusCode.OK, true), (status, page.Contains("Logged in as anna", StringComparison.Ordinal)));

            // Beside the running site, whose port is taken: the link comes to standard output, alone, and gives the same operator a new password.
            var printed = await RunningProgram.RunAsync(Checkout.WebProgram, new Dictionary<string, string> { ["ConnectionStrings__Analytics"] = database },
                "--new-operator-link", "--port", site.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal((0, ""), (printed.Code, printed.Notes));
            var next = new Uri(Assert.Single(Link().Matches(printed.Answers)).Value);
            using var outside = await browser.GetAsync(new Uri(site.Address, "/en/operations"));
            Assert.Equal("/en/operations", outside.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Equal(HttpStatusCode.OK, (await SetUpAsync(browser, next, "anna")).Status);
        }

        using var again = await SiteProgram.StartAsync(database);
        Assert.DoesNotContain("operations", again.Notes, StringComparison.Ordinal);
        using var used = await browser.GetAsync(new Uri(again.Address, link.PathAndQuery));
        Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/operations/set-up\?key=[\w-]{43}")]
    private static partial Regex Link();

    private static async Task<(HttpStatusCode Status, string Page)> SetUpAsync(HttpClient browser, Uri link, string name)
    {
        using var opened = await browser.GetAsync(link);
        var form = await opened.Content.ReadAsStringAsync();
        var token = Regex.Match(form, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var fields = new FormUrlEncodedContent([new("name", name), new("password", Password), new("again", Password), new("__RequestVerificationToken", token)]);
        using var done = await browser.PostAsync(opened.RequestMessage!.RequestUri, fields);
        return (done.StatusCode, await done.Content.ReadAsStringAsync());
    }
}
