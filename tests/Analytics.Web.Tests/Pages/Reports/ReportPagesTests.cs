using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Models.Reports;
using Analytics.Web.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Pages.Reports;

/// <summary>A report from the form to the receipt, corrected and taken back, as a browser without script does it.</summary>
public sealed class ReportPagesTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly (string, string)[] Typed =
        [("platform", "MTurk"), ("task", "survey"), ("amount", "41"), ("currency", "USD"), ("unit", "total"), ("hours", "10"), ("unpaid", "30"), ("month", "2026-10"), ("country", "ID")];

    [Theory]
    [InlineData("en", "That is $4.10 an hour on paid time, $2.73 all-in.", "No group of 10 contributors or more can be shown for this work yet (Surveys)", "three days")]
    [InlineData("id", "Itu $4,10 per jam kerja yang dibayar, $2,73 bila semua waktu dihitung.", "Untuk pekerjaan ini (Survei) belum ada kelompok berisi sedikitnya 10 pelapor", "tiga hari")]
    public async Task A_report_leads_to_a_receipt_and_the_same_form_again_to_the_same(string lang, string hourly, string standing, string waits)
    {
        using var browser = site.Browser();
        var form = await OpenAsync(browser, $"/{lang}/report");
        Assert.True(form.IndexOf("id=\"consent\"", StringComparison.Ordinal) is > 0 and var consent && consent < form.IndexOf("<button type=\"submit\">", consent, StringComparison.Ordinal));
        using var sent = await SendAsync(browser, $"/{lang}/report", form, Typed);
        using var again = await SendAsync(browser, $"/{lang}/report", form, Typed);
        Assert.Equal((HttpStatusCode.SeeOther, sent.Headers.Location), (sent.StatusCode, again.Headers.Location));
        var key = Regex.Match(sent.Headers.Location!.ToString(), $"^/{lang}/receipt/([0-9A-Z-]{{34}})[?]sent=").Groups[1].Value;

        using var shown = await browser.GetAsync(sent.Headers.Location);
        var receipt = await shown.Content.ReadAsStringAsync();
        Assert.Equal((true, "no-referrer", "noindex"), (shown.Headers.CacheControl!.NoStore, Assert.Single(shown.Headers.GetValues("Referrer-Policy")), Assert.Single(shown.Headers.GetValues("X-Robots-Tag"))));
        Assert.All([hourly, standing, waits, key], said => Assert.Contains(said, SiteFixture.TextOf(receipt), StringComparison.Ordinal));
        // The key is written out once; opened again, only the address has it.
        Assert.DoesNotContain(key, SiteFixture.TextOf(await site.PageAsync($"/{lang}/receipt/{key}")), StringComparison.Ordinal);
        Assert.Single((await site.Services.GetRequiredService<ReportStore>().OfKeyAsync(key, CancellationToken.None))!);
    }

    [Fact]
    public async Task A_faulty_form_comes_back_with_a_sentence_at_each_field_and_what_was_typed()
    {
        using var browser = site.Browser();
        var form = await OpenAsync(browser, "/en/report");
        using var answer = await SendAsync(browser, "/en/report", form, ("platform", "My <b>own</b>"), ("task", ""), ("amount", "many"), ("currency", "IDR"), ("unit", "day"), ("hours", "30"), ("month", "2026-10"), ("days", "x"), ("key", "nonsense"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        foreach (var field in new[] { "task", "amount", "hours", "days", "key" })
        {
            Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
            Assert.Contains($"id=\"{field}-fault\"", page, StringComparison.Ordinal);
        }

        Assert.All(["value=\"My &lt;b&gt;own&lt;/b&gt;\"", "value=\"many\"", "<option value=\"IDR\" selected", "<option value=\"day\" selected", "value=\"nonsense\"", "<details class=\"more\" open"],
            kept => Assert.Contains(kept, page, StringComparison.Ordinal));
        // The same form goes on being the same.
        Assert.Equal(Hidden(form, "form"), Hidden(page, "form"));
    }

    [Fact]
    public async Task Without_its_token_nothing_is_kept()
    {
        using var browser = site.Browser();
        var form = await OpenAsync(browser, "/en/report");
        using var stranger = site.Browser();
        using var sent = await SendAsync(stranger, "/en/report", form, Typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Null(await site.Services.GetRequiredService<ReportStore>().OfKeyAsync(ContributorKey.Of(FormToken.Find(Hidden(form, "form"))!), CancellationToken.None));
    }

    [Fact]
    public async Task A_further_report_joins_by_the_key_and_another_key_is_refused()
    {
        using var browser = site.Browser();
        var key = await ReportAsync(browser);
        using var joined = await SendAsync(browser, "/en/report", await OpenAsync(browser, "/en/report"), [.. Typed, ("key", key.ToLowerInvariant())]);
        Assert.StartsWith($"/en/receipt/{key}?sent=", joined.Headers.Location!.ToString(), StringComparison.Ordinal);
        var more = await OpenAsync(browser, $"/id/receipt/{key}/report/new");
        Assert.DoesNotContain("name=\"key\"", more, StringComparison.Ordinal);
        using var third = await SendAsync(browser, $"/id/receipt/{key}/report/new", more, Typed);
        var reports = (await site.Services.GetRequiredService<ReportStore>().OfKeyAsync(key, CancellationToken.None))!;
        Assert.Equal([false, false, true], reports.Select(f => f.Report.Keyless).Order());

        using var refused = await SendAsync(browser, "/en/report", await OpenAsync(browser, "/en/report"), [.. Typed, ("key", ContributorKey.Of(FormToken.Make()))]);
        Assert.Contains("id=\"key-fault\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var found = await SendAsync(browser, "/en/receipt", await OpenAsync(browser, "/en/receipt"), ("key", key.Replace("-", " ", StringComparison.Ordinal)));
        Assert.Equal($"/en/receipt/{key}", found.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_report_is_corrected_and_taken_back_with_a_receipt_that_verifies()
    {
        using var browser = site.Browser();
        var key = await ReportAsync(browser);
        var own = await site.PageAsync($"/en/receipt/{key}");
        var correct = Regex.Match(own, $"href=\"(/en/receipt/{key}/report/[0-9a-f]+)\"").Groups[1].Value;
        var form = await OpenAsync(browser, correct);
        Assert.Contains("value=\"Amazon Mechanical Turk\"", form, StringComparison.Ordinal);
        using var corrected = await SendAsync(browser, correct, form, [.. Typed.Where(t => t.Item1 != "amount"), ("amount", "55")]);
        Assert.Contains("$5.50 an hour", SiteFixture.TextOf(await site.PageAsync(corrected.Headers.Location!.ToString())), StringComparison.Ordinal);

        var ask = await OpenAsync(browser, $"/en/receipt/{key}/withdraw/all");
        using var done = await SendAsync(browser, $"/en/receipt/{key}/withdraw/all", ask);
        var page = await done.Content.ReadAsStringAsync();
        var removed = Convert.FromBase64String(WebUtility.HtmlDecode(Regex.Match(page, "base64,([^\"]+)\"").Groups[1].Value));
        var (text, signature, pem) = (await BytesAsync(browser, Link(page, ".txt")), await BytesAsync(browser, Link(page, ".sig")), await BytesAsync(browser, Link(page, ".pem")));
        Assert.True(SigningKey.Verifies(Encoding.ASCII.GetString(pem), text, signature));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(removed)), Encoding.UTF8.GetString(text), StringComparison.Ordinal);
        using var again = await SendAsync(browser, $"/en/receipt/{key}/withdraw/all", ask);
        Assert.Equal(Link(page, ".txt"), Link(await again.Content.ReadAsStringAsync(), ".txt"));
        var address = Regex.Match(page, "href=\"(/en/withdrawals/[0-9A-Z-]+)\"").Groups[1].Value;
        Assert.Contains("Signing key:", await site.PageAsync(address.Replace("/en/", "/id/", StringComparison.Ordinal)), StringComparison.Ordinal);
        foreach (var gone in new[] { $"/en/receipt/{key}", $"/en/receipt/{key}/withdraw/all", correct, "/en/receipt/x", "/en/withdrawals/x", "/withdrawals/x/deletion-receipt.txt", "/keys/x.pem" })
        {
            using var answer = await browser.GetAsync(new Uri(gone, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<string> ReportAsync(HttpClient browser)
    {
        using var sent = await SendAsync(browser, "/en/report", await OpenAsync(browser, "/en/report"), Typed);
        return sent.Headers.Location!.ToString().Split('/', '?')[3];
    }

    private static async Task<string> OpenAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    // As somebody who took a minute over it.
    private async Task<HttpResponseMessage> SendAsync(HttpClient browser, string address, string form, params (string Name, string Value)[] typed)
    {
        string[] hidden = ["form", "__RequestVerificationToken"];
        var made = new FormTraps(site.Services.GetRequiredService<IDataProtectionProvider>(), new MinuteAgo()).Stamp();
        using var body = new FormUrlEncodedContent(hidden.Where(n => Hidden(form, n).Length > 0).Select(n => KeyValuePair.Create(n, Hidden(form, n)))
            .Concat(typed.Append((FormTraps.Made, made)).Select(t => KeyValuePair.Create(t.Item1, t.Item2))));
        return await browser.PostAsync(new Uri(address, UriKind.Relative), body);
    }

    private static string Hidden(string form, string name) => WebUtility.HtmlDecode(Regex.Match(form, $"name=\"{name}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value);

    private static string Link(string page, string ending) => Regex.Match(page, $"href=\"(/(?:withdrawals|keys)/[^\"]+{Regex.Escape(ending)})\"").Groups[1].Value;

    private static async Task<byte[]> BytesAsync(HttpClient browser, string address) => await browser.GetByteArrayAsync(new Uri(address, UriKind.Relative));

    private sealed class MinuteAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddMinutes(-1);
    }
}
