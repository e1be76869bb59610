using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Models.Reports;
using Analytics.Models.Reports.Trackers;
using Analytics.Models.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Pages;

/// <summary>A file from the upload to the receipt: what is shown, what is kept, what is refused.</summary>
public sealed class ImportPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Token = "__RequestVerificationToken";
    private const string Head = "Study,Reward,Bonus,Started At,Completed At,Completion Code,Status\n";

    private static string Study(string name, string month = "03") =>
        $"\"{name}\",$6.00,,2024-{month}-05 10:00:00,2024-{month}-05 10:30:00,SECRETCODE,APPROVED\n\"Next, <b>{name}</b>\",$3.00,$1.00,2024-{month}-05 10:40:00,2024-{month}-05 11:10:00,X,APPROVED\n";

    [Theory]
    [InlineData("en", "Agree and send these sums", "The sums that would be kept", "a gap of up to 12 minutes counts as searching", "Mar 2024")]
    [InlineData("id", "Setuju dan kirim jumlah ini", "Jumlah yang akan disimpan", "jeda sampai 12 menit dihitung", "Mar 2024")]
    public async Task A_file_is_shown_line_by_line_and_only_its_sums_are_kept_once_they_are_sent(string lang, string send, string sums, string gaps, string month)
    {
        using var browser = site.Browser();
        var (_, before) = await CountAsync();
        using var shown = await PreviewAsync(browser, lang, Head + Study("=HYPERLINK secret " + lang));
        var html = await shown.Content.ReadAsStringAsync();
        var text = SiteFixture.TextOf(html);
        Assert.Equal((HttpStatusCode.OK, "no-store, no-cache"), (shown.StatusCode, shown.Headers.CacheControl?.ToString()));
        Assert.All([send, sums, gaps, "Prolific", month.Split(' ')[1]], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, (await CountAsync()).Reports);

        using var sent = await SendAsync(browser, lang, html);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var key = Regex.Match(sent.Headers.Location!.ToString(), $"^/{lang}/receipt/([0-9A-Z-]{{34}})[?]sent=file$").Groups[1].Value;
        Assert.Equal("no-referrer", Assert.Single(sent.Headers.GetValues("Referrer-Policy")));
        var kept = await KeptAsync(key);
        Assert.Equal((10m, 1m, 1m, 0.167m, true, "prolific"), (kept.Pay, kept.Bonus!.Value, kept.PaidHours!.Value, kept.UnpaidHours!.Value, kept.UnpaidEstimated, kept.Platform));

        // The same preview once more is the same import; the same file is refused.
        using var again = await SendAsync(browser, lang, html);
        Assert.Equal(sent.Headers.Location, again.Headers.Location);
        Assert.Equal(before + 1, (await CountAsync()).Reports);
        using var file = await PreviewAsync(browser, lang, Head + Study("=HYPERLINK secret " + lang));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, file.StatusCode);
        Assert.Contains(lang == "en" ? "This very file has been imported before." : "Berkas yang persis sama sudah pernah dikirim.", SiteFixture.TextOf(await file.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_key_months_are_replaced_after_a_warning()
    {
        using var browser = site.Browser();
        using var first = await PreviewAsync(browser, "en", Head + Study("first", "05"));
        using var sent = await SendAsync(browser, "en", await first.Content.ReadAsStringAsync());
        var key = sent.Headers.Location!.ToString().Split('/')[^1].Split('?')[0];
        using var second = await PreviewAsync(browser, "en", Head + Study("second", "05") + Study("third", "06"), ("key", key.ToLowerInvariant()));
        var html = await second.Content.ReadAsStringAsync();
        Assert.Contains("You have imported these months from such a file before: May 2024.", SiteFixture.TextOf(html), StringComparison.Ordinal);
        using var replaced = await SendAsync(browser, "en", html);
        Assert.Contains(key, replaced.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal([5, 6], (await ReportsAsync(key)).Select(r => r.Month.Month).Order());
    }

    [Theory]
    [InlineData("nothing here", "This is none of the layouts known here.")]
    [InlineData("PK\u0003\u0004zip", "This is a packed file or a spreadsheet.")]
    [InlineData("date,pay\n2024-03-05,$3", "The file does not say which platform the work is of.")]
    [InlineData("date,pay,platform\n2024-03-05,soon,Prolific", "No row of the file could be counted.")]
    [InlineData("[{\"id\":1,]", "Line 1, column 10")]
    [InlineData("", "Choose a file first.")]
    public async Task What_is_wrong_with_a_file_is_said_in_a_sentence(string content, string said)
    {
        using var browser = site.Browser();
        using var answer = await PreviewAsync(browser, "en", content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains(said, SiteFixture.TextOf(html), StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"file-fault file-hint\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_could_not_be_read_is_told_with_line_and_column_and_the_rest_can_be_sent()
    {
        using var browser = site.Browser();
        using var answer = await PreviewAsync(browser, "en", Head + Study("good", "08") + "Bad,ten,,2024-08-09 10:00,2024-08-09 11:00,,APPROVED\n");
        var text = SiteFixture.TextOf(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Line 4, column 2: This is not an amount.", text, StringComparison.Ordinal);
        Assert.Contains("2 of 3 rows are in the sums below.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_answered_413_with_a_sentence()
    {
        using var browser = site.Browser();
        using var answer = await PreviewAsync(browser, "en", Head + new string('a', 22 << 20));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("The file is larger than 20 MB.", SiteFixture.TextOf(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_below_the_limit_of_upload_is_read()
    {
        using var browser = site.Browser();
        var rows = new StringBuilder(Head);
        for (var i = 0; rows.Length < 15 << 20; i++)
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"Study {i} {new string('x', 400)},$1.00,,2024-09-{i % 28 + 1:00} 10:00:{i % 60:00},2024-09-{i % 28 + 1:00} 10:30:00,C{i},APPROVED\n");
        using var answer = await PreviewAsync(browser, "en", rows.ToString());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("The first 50 of", SiteFixture.TextOf(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sums_that_were_not_shown_here_are_not_taken()
    {
        using var browser = site.Browser();
        var (_, before) = await CountAsync();
        using var shown = await PreviewAsync(browser, "en", Head + Study("forged", "10"));
        var html = await shown.Content.ReadAsStringAsync();
        var sums = Regex.Match(html, "name=\"sums\" value=\"([^\"]+)\"").Groups[1].Value;
        foreach (var forged in new[] { "nonsense", sums[..^4] + "AAAA", sums[..^20], "" + sums[0] })
        {
            using var answer = await PostAsync(browser, "en", TokenOf(html), ("sums", forged));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        using var withoutToken = await PostAsync(browser, "en", "", ("sums", sums));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withoutToken.StatusCode);
        Assert.Equal(before, (await CountAsync()).Reports);
    }

    [Theory]
    [InlineData("key", "7KQ2", "There are no reports with this key.")]
    [InlineData("key", "0000-0000-0000-0000-0000-0000-0000", "There are no reports with this key.")]
    [InlineData("currency", "XXQ", "This is no currency that is known here")]
    [InlineData("platform", "<script>", "This platform is not known here")]
    [InlineData("task", "singing", "This kind of work is not known here")]
    [InlineData("dates", "year", "Choose whether day or month comes first.")]
    public async Task What_is_wrong_with_a_choice_is_said(string field, string value, string said)
    {
        using var browser = site.Browser();
        using var answer = await PreviewAsync(browser, "en", Head + Study("choice", "11"), (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains(said, SiteFixture.TextOf(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html.Replace("<script src", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string TokenOf(string html) => Regex.Match(html, $"name=\"{Token}\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;

    private static async Task<HttpResponseMessage> PreviewAsync(HttpClient browser, string lang, string file, params (string Name, string Value)[] fields)
    {
        var form = await browser.GetStringAsync(new Uri($"/{lang}/report/import", UriKind.Relative));
        using var body = new MultipartFormDataContent { { new StringContent(TokenOf(form)), Token } };
        foreach (var (name, value) in fields)
            body.Add(new StringContent(value), name);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        body.Add(content, "file", "../../secret-name.csv");
        return await browser.PostAsync(new Uri($"/{lang}/report/import", UriKind.Relative), body);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string lang, string html) =>
        PostAsync(browser, lang, TokenOf(html), ("sums", Regex.Match(html, "name=\"sums\" value=\"([^\"]+)\"").Groups[1].Value));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string lang, string token, params (string Name, string Value)[] fields)
    {
        using var body = new MultipartFormDataContent { { new StringContent(token), Token } };
        foreach (var (name, value) in fields)
            body.Add(new StringContent(value), name);
        return await browser.PostAsync(new Uri($"/{lang}/report/import", UriKind.Relative), body);
    }

    private async Task<(long All, long Reports)> CountAsync()
    {
        var (all, simulated) = await new ReportStore(site.Services.GetRequiredService<Database>()).CountAsync(CancellationToken.None);
        return (all, all - simulated);
    }

    private async Task<Report> KeptAsync(string key) => Assert.Single(await ReportsAsync(key));

    private async Task<IReadOnlyList<Report>> ReportsAsync(string key) =>
        [.. (await new ReportStore(site.Services.GetRequiredService<Database>()).OfKeyAsync(key, CancellationToken.None))!.Select(r => r.Report)];
}
