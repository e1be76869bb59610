using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models;
using Analytics.Models.Corrections;
using Analytics.Web.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Pages;

/// <summary>A request from the form to the receipt, and from the operator's answer to the log.</summary>
public sealed class CorrectionPagesTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Token = "__RequestVerificationToken";

    private CorrectionStore Store => site.Services.GetRequiredService<CorrectionStore>();

    [Theory]
    [InlineData("en", CorrectionWay.Error, "You have an answer within 14 days.")]
    [InlineData("en", CorrectionWay.Reply, "You have an answer within 7 days.")]
    [InlineData("en", CorrectionWay.TakeDown, "You have a decision within 3 days.")]
    [InlineData("id", CorrectionWay.Error, "Anda mendapat jawaban dalam 14 hari.")]
    [InlineData("id", CorrectionWay.Reply, "Anda mendapat jawaban dalam 7 hari.")]
    [InlineData("id", CorrectionWay.TakeDown, "Anda mendapat keputusan dalam 3 hari.")]
    public async Task Each_way_states_its_time_on_the_log_and_on_its_form(string lang, CorrectionWay way, string promise)
    {
        var log = await site.PageAsync($"/{lang}/corrections?about=/platforms/mturk");
        Assert.Contains(promise, SiteFixture.TextOf(log), StringComparison.Ordinal);
        var link = WebUtility.HtmlDecode(Regex.Match(log, $"href=\"(/{lang}/corrections/report/{Term.Of(way)}[^\"]*)\"").Groups[1].Value);
        var form = await site.PageAsync(link);
        Assert.Contains(promise, SiteFixture.TextOf(form), StringComparison.Ordinal);
        Assert.Contains(way == CorrectionWay.Reply ? "value=\"mturk\" selected" : "name=\"about\" value=\"/platforms/mturk\"", form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Received, not answered yet", "Refused for good reason.")]
    [InlineData("id", "Diterima, belum dijawab", "Ditolak dengan alasan.")]
    public async Task A_request_leads_to_a_receipt_that_tells_its_state_and_nothing_of_the_sender(string lang, string waiting, string answer)
    {
        using var browser = site.Browser();
        using var sent = await SendAsync(browser, $"/{lang}/corrections/report/error?currency=EUR", ("about", "http://localhost/en/platforms/mturk#f-1"), ("said", "A secret, told in <b>confidence</b>."), ("contact", "me@secret.example"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var address = sent.Headers.Location!.ToString();
        var receipt = Regex.Match(address, $"^/{lang}/corrections/([^?]+)\\?currency=EUR$").Groups[1].Value;
        var kept = (await Store.CasesAsync(openOnly: true, CancellationToken.None)).Single(c => c.Receipt == receipt);
        Assert.Equal(("/platforms/mturk#f-1", "A secret, told in <b>confidence</b>.", "me@secret.example", lang), (kept.Page, kept.Said, kept.Contact, kept.Language));

        using var shown = await browser.GetAsync(sent.Headers.Location);
        var html = await shown.Content.ReadAsStringAsync();
        var figures = SiteText.Of(SiteLanguage.Find(lang)!).Figures;
        Assert.Equal((HttpStatusCode.OK, "noindex", "no-store"), (shown.StatusCode, Assert.Single(shown.Headers.GetValues("X-Robots-Tag")), shown.Headers.CacheControl?.ToString()));
        Assert.All([receipt, waiting, figures.Date(DateOnly.FromDateTime(kept.DueAt.UtcDateTime))], words => Assert.Contains(words.Replace('\u00a0', ' '), SiteFixture.TextOf(html), StringComparison.Ordinal));
        Assert.DoesNotContain("secret", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(kept.Id, await site.PageAsync($"/{lang}/corrections"), StringComparison.Ordinal);

        await Store.AnswerAsync(receipt, new(CorrectionState.Refused, "Refused for good reason.", "Ditolak dengan alasan.", null, site.Release!.Head.Id, null), kept.DueAt, CancellationToken.None);
        Assert.Contains(answer, SiteFixture.TextOf(await site.PageAsync(address)), StringComparison.Ordinal);
        var log = await site.PageAsync($"/{lang}/corrections");
        var entry = Regex.Match(log, $"<li id=\"c-{kept.Id}\">.*?</li>", RegexOptions.Singleline).Value;
        Assert.Contains(answer, entry, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{lang}/platforms/mturk#f-1\"", entry, StringComparison.Ordinal);
        Assert.Contains(lang == "en" ? $"wrong since release 1 ({site.Release.Head.Id})" : $"keliru sejak rilis 1 ({site.Release.Head.Id})", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(receipt, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platforms_reply_is_published_word_for_word_and_harmless_once_it_is_answered()
    {
        using var browser = site.Browser();
        using var sent = await SendAsync(browser, "/en/corrections/report/reply", ("platform", "mturk"), ("said", "We <script>pay</script> more.\r\n\r\nAsk us."), ("contact", "press@mturk.example"));
        var receipt = sent.Headers.Location!.ToString().Split('/')[^1];
        await Store.AnswerAsync(receipt, new(CorrectionState.Answered, "Published.", "Dimuat.", null, null, null), TimeProvider.System.GetUtcNow(), CancellationToken.None);
        var log = await site.PageAsync("/id/corrections");
        Assert.Matches("<blockquote class=\"reply\" lang=\"en\">\\s*<p>We &lt;script&gt;pay&lt;/script&gt; more.</p>\\s*<p>Ask us.</p>\\s*</blockquote>", log);
        Assert.Contains("Hak jawab: Amazon Mechanical Turk", log, StringComparison.Ordinal);
        Assert.DoesNotContain("press@", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_form_comes_back_with_a_sentence_beside_each_field_and_what_was_typed()
    {
        var before = (await Store.CasesAsync(openOnly: true, CancellationToken.None)).Count;
        using var browser = site.Browser();
        using var sent = await SendAsync(browser, "/en/corrections/report/error", ("about", ""), ("said", "\"<wrong"), ("contact", new string('c', 201)), ("website", "gold"));
        var html = await sent.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        foreach (var field in new[] { "about", "said", "contact", "website" })
            Assert.Matches($"<li>\\s*<a href=\"#{field}\">", html);
        foreach (var (field, sentence) in new[] { ("about", "Say which page"), ("said", "Write at least 10 characters"), ("contact", "This has 201 characters; at most 200 fit.") })
        {
            Assert.Matches($"<p class=\"fault\" id=\"{field}-fault\">{sentence}", html);
            Assert.Matches($"id=\"{field}\"[^>]*aria-invalid=\"true\" aria-describedby=\"{field}-fault {field}-hint\"", html);
        }

        Assert.Contains(new string('c', 201), html, StringComparison.Ordinal);
        Assert.Contains("\n&quot;&lt;wrong</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("<title>Not sent yet: Report an error", html, StringComparison.Ordinal);
        // The trap is shown, so that a person whose browser filled it in can empty it.
        Assert.DoesNotContain("class=\"request-field trap\"", html, StringComparison.Ordinal);
        Assert.Equal(before, (await Store.CasesAsync(openOnly: true, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_form_without_its_token_is_not_taken_and_not_lost()
    {
        var before = (await Store.CasesAsync(openOnly: true, CancellationToken.None)).Count;
        using var browser = site.Browser();
        foreach (var token in new string?[] { null, "forged" })
        {
            using var form = new FormUrlEncodedContent([new("about", "/data"), new("said", "Eleven letters and more"), new(Token, token)]);
            using var sent = await browser.PostAsync(new Uri("/id/corrections/report/error", UriKind.Relative), form);
            var html = await sent.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
            Assert.Contains("Formulir terlalu lama terbuka", html, StringComparison.Ordinal);
            Assert.Contains("Eleven letters and more", html, StringComparison.Ordinal);
        }

        Assert.Equal(before, (await Store.CasesAsync(openOnly: true, CancellationToken.None)).Count);
    }

    [Theory]
    [InlineData("/en/corrections/report/error", "application/json", "{}", HttpStatusCode.BadRequest)]
    [InlineData("/en/corrections/report/error", "multipart/form-data; boundary=x", "--x\r\nbroken", HttpStatusCode.BadRequest)]
    [InlineData("/en/corrections/report/praise", "application/x-www-form-urlencoded", "said=a", HttpStatusCode.NotFound)]
    [InlineData("/en/corrections", "application/x-www-form-urlencoded", "said=a", HttpStatusCode.BadRequest)]
    public async Task What_is_no_form_is_refused(string address, string type, string body, HttpStatusCode status)
    {
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await site.Browser().PostAsync(new Uri(address, UriKind.Relative), content);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_flood_in_one_form_is_refused()
    {
        using var content = new FormUrlEncodedContent([new("said", new string('x', 70_000))]);
        using var answer = await site.Browser().PostAsync(new Uri("/en/corrections/report/error", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("/en/corrections?about=")]
    [InlineData("/en/corrections/report/error?about=")]
    public async Task A_page_named_at_too_great_length_is_refused(string address)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address + new string('a', 301), UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Only_the_form_sets_the_one_cookie_that_the_privacy_notice_names()
    {
        using var form = await site.Browser().GetAsync(new Uri("/en/corrections/report/error", UriKind.Relative));
        Assert.StartsWith("perjam-form=", Assert.Single(form.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Contains("no-store", form.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        foreach (var page in new[] { "/en/corrections", "/en/privacy", "/en/", "/feed.xml" })
        {
            using var answer = await site.Browser().GetAsync(new Uri(page, UriKind.Relative));
            Assert.False(answer.Headers.Contains("Set-Cookie"), page);
        }

        Assert.Contains("“perjam-form”", await site.PageAsync("/en/privacy"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        var form = await browser.GetStringAsync(new Uri(address, UriKind.Relative));
        var token = Regex.Match(form, $"name=\"{Token}\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        Assert.NotEmpty(token);
        var action = WebUtility.HtmlDecode(Regex.Match(form, "<form class=\"request\"[^>]*action=\"([^\"]+)\"").Groups[1].Value);
        using var content = new FormUrlEncodedContent(fields.Append((Token, token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await browser.PostAsync(new Uri(action, UriKind.Relative), content);
    }
}
