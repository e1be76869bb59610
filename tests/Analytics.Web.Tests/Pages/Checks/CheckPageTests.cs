using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models.Sources;
using Analytics.Models.Storage;
using Analytics.Web.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Pages.Checks;

/// <summary>The claim checker as a reader without script meets it.</summary>
public sealed class CheckPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Unknown = "https://news.example.org/earn-200";

    [Theory]
    [InlineData("en", "Check a claim of pay", "A claim of pay", "Check")]
    [InlineData("id", "Cek janji upah", "Pernyataan upah", "Cek")]
    public async Task The_form_is_an_address_and_needs_no_script(string language, string title, string none, string button)
    {
        var page = await site.PageAsync($"/{language}/check");
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Matches($"<form class=\"filter paste\" method=\"get\" action=\"/{language}/check\">", page);
        Assert.Contains("maxlength=\"1000\"", page, StringComparison.Ordinal);
        Assert.Contains($"<button type=\"submit\">{button}</button>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("noindex", page, StringComparison.Ordinal);
        Assert.DoesNotContain(none, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "earn up to $15 an hour on Prolific", "up to $15 per hour", "4 survey figures for several platforms together, among them work on Prolific, all are lower than $15 an hour")]
    [InlineData("id", "penghasilan hingga $15 per jam dari Prolific", "hingga $15 per jam", "4 angka survei untuk beberapa platform bersama-sama, termasuk pekerjaan di Prolific, semuanya lebih rendah daripada $15 per jam")]
    public async Task A_sentence_is_answered_with_its_verdict_and_every_figure_leads_to_its_evidence(string language, string text, string stated, string verdict)
    {
        var page = await site.PageAsync(At(language, text) + "&currency=USD");
        var seen = SiteFixture.TextOf(page);
        Assert.Contains($"<h2>{stated}</h2>", page, StringComparison.Ordinal);
        Assert.Contains(verdict, seen, StringComparison.Ordinal);
        var links = Regex.Matches(page, "href=\"(/[^\"]*#f-[^\"]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        Assert.NotEmpty(links);
        foreach (var to in links.GroupBy(l => l.Split('#')[0]))
        {
            var evidence = await site.PageAsync(to.Key);
            Assert.All(to, l => Assert.Contains($"id=\"{l.Split('#')[1]}\"", evidence, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_numbers_of_a_verdict_are_those_of_the_release()
    {
        var surveys = site.Release!.Figures.Where(f => f.Kind == Models.Evidence.FigureKind.SurveyStatistic && f.PaidOnly is not null && (f.Platform == "prolific" || f.PooledPlatforms.Contains("prolific"))).ToList();
        Assert.True(surveys.Count > 2);
        var highest = SiteText.Of(SiteLanguage.English).Figures.Money(surveys.Max(f => f.PaidOnly!.Value.Typical), "USD");
        Assert.Contains($"Of the {surveys.Count} survey figures for several platforms together, among them work on Prolific, all are lower than $15 an hour; the highest is {highest}.",
            SiteFixture.TextOf(await CheckAsync("en", "earn up to $15 an hour on Prolific")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_claims_have_an_entry_each_and_a_story_is_added_up()
    {
        var page = await CheckAsync("id", "Seorang ahli menerima $200 per jam dari micro1, hampir $300.000 sejak Januari, bekerja 3,5 jam setiap malam.");
        Assert.Equal(["claim-1", "claim-2"], Regex.Matches(page, "<article class=\"claim\" id=\"([^\"]+)\"").Select(m => m.Groups[1].Value));
        Assert.Contains("sekitar 429 hari masing-masing 3,5 jam.", SiteFixture.TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_very_many_claims_the_first_are_checked_and_the_rest_is_told()
    {
        var page = await CheckAsync("en", string.Join(" ", Enumerable.Range(11, 25).Select(i => $"I earned ${i} an hour on Prolific.")));
        Assert.Equal(10, Regex.Count(page, "<article class=\"claim\""));
        Assert.Contains("Only the first 10 are checked.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Hello world", "The text names no amount of money that we can read.")]
    [InlineData("id", "Halo dunia", "Teks itu tidak menyebut jumlah uang yang bisa kami baca.")]
    [InlineData("en", "Our course costs $49.", "a price or a fee")]
    [InlineData("id", "Our course costs $49.", "harga atau biaya")]
    public async Task A_text_without_a_claim_says_what_one_would_be(string language, string text, string words)
    {
        var seen = SiteFixture.TextOf(await CheckAsync(language, text));
        Assert.Contains(words, seen, StringComparison.Ordinal);
        Assert.Contains("Rp 300.000 per hari mengantar makanan", seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "This is 1,001 characters long, and at most 1,000 are read.")]
    [InlineData("id", "Teks ini 1.001 karakter, padahal yang dibaca paling banyak 1.000.")]
    public async Task A_text_too_long_is_refused_with_its_length(string language, string words)
    {
        using var answer = await site.Browser().GetAsync(At(language, new string('9', 1_001)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, SiteFixture.TextOf(page), StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pasted_is_neither_indexed_nor_kept_and_can_do_no_harm()
    {
        const string Hostile = "<script>alert(1)</script>\"><img src=x onerror=alert(2)> earn \u202e$20\u202c an hour on Prolific \0{amount}";
        using var answer = await site.Browser().GetAsync(At("en", Hostile));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(["noindex"], answer.Headers.GetValues("X-Robots-Tag"));
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202e', page);
        Assert.Contains("$20 per hour", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/kerja-lepas?a=1&b=2")]
    [InlineData("http://www.example.org/kerja-lepas?a=1&utm_source=x&b=2#top")]
    [InlineData("HTTPS://EXAMPLE.ORG/kerja-lepas?a=1&b=2")]
    public async Task A_collected_page_is_answered_with_its_claims_however_its_address_is_spelt(string address)
    {
        var page = await CheckAsync("en", address);
        var seen = SiteFixture.TextOf(page);
        Assert.Contains("4 claims of pay were read from this page.", seen, StringComparison.Ordinal);
        Assert.Contains("Berapa hasil kerja lepas? &lt;b&gt;Dua&lt;/b&gt; cerita", page, StringComparison.Ordinal);
        Assert.Contains("more than $600 in total for 2,500 tasks", seen, StringComparison.Ordinal);
        Assert.Contains("Not used: no exchange rate is known for its currency", seen, StringComparison.Ordinal);
        Assert.Contains(SampleRelease.StatementQuote, seen, StringComparison.Ordinal);
        Assert.Contains("explain at least $43,800.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/", "is not of the public web")]
    [InlineData("http://2130706433/", "is not of the public web")]
    [InlineData("http://[::1]/", "is not of the public web")]
    [InlineData("http://169.254.169.254/latest", "is not of the public web")]
    [InlineData("http://server/", "is not of the public web")]
    [InlineData("https://printer.local/", "is not of the public web")]
    [InlineData("https://user:secret@example.org/", "carries a user name")]
    [InlineData("https://example.org:8080/", "usual ports")]
    [InlineData("http://", "not the address of a page")]
    public async Task An_address_that_is_no_public_page_cannot_be_asked_for(string address, string words)
    {
        var page = await CheckAsync("en", address);
        Assert.Contains(words, SiteFixture.TextOf(page), StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_page_is_asked_for_by_its_form_and_what_came_of_it_is_told()
    {
        var browser = site.Browser();
        var form = await browser.GetStringAsync(At("en", Unknown + "?utm_source=x"));
        Assert.Contains("This release has nothing that was read from this address.", form, StringComparison.Ordinal);
        Assert.Contains("tonight if its robots.txt lets us", form, StringComparison.Ordinal);

        using var answer = await PostAsync(browser, Unknown + "?utm_source=x", Token(form));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var waiting = await browser.GetStringAsync(answer.Headers.Location);
        Assert.Contains("It waits to be read, since", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\"", waiting, StringComparison.Ordinal);
        Assert.Contains("Halaman ini menunggu dibaca sejak", await browser.GetStringAsync(At("id", Unknown)), StringComparison.Ordinal);

        var store = site.Services.GetRequiredService<AskedAddressStore>();
        Assert.Equal(1, (await store.FindAsync(Unknown, CancellationToken.None))!.Times);
        foreach (var (outcome, english, indonesian) in ((string, string, string)[])[
            ("robots-disallow", "robots.txt does not let us read the page", "Robots.txt situs itu tidak mengizinkan"),
            ("gone", "It is not there.", "Halamannya tidak ada."),
            ("fetched", "We read the page on", "Halaman itu kami baca pada"),
            ("tls-failure", "The page could not be read", "Halamannya tidak bisa dibaca")])
        {
            await store.MarkAsync(Unknown, outcome, TimeProvider.System.GetUtcNow(), CancellationToken.None);
            Assert.Contains(english, await browser.GetStringAsync(At("en", Unknown)), StringComparison.Ordinal);
            Assert.Contains(indonesian, await browser.GetStringAsync(At("id", Unknown)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_the_forms_own_token_nothing_is_asked_for()
    {
        const string Other = "https://news.example.org/other";
        using var refused = await PostAsync(site.Browser(), Other, "");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Null(await site.Services.GetRequiredService<AskedAddressStore>().FindAsync(Other, CancellationToken.None));
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("earn $20 an hour")]
    [InlineData("")]
    public async Task A_form_that_asks_for_no_page_keeps_nothing(string text)
    {
        var browser = site.Browser();
        var token = Token(await browser.GetStringAsync(At("en", "https://news.example.org/third")));
        using var answer = await PostAsync(browser, text, token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var database = site.Services.GetRequiredService<Database>();
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await using var count = new Npgsql.NpgsqlCommand("select count(*) from perjam.asked_address where address <> all(array[$1])", connection);
        count.Parameters.Add(new() { Value = Unknown });
        Assert.Equal(0L, await count.ExecuteScalarAsync());
    }

    private async Task<string> CheckAsync(string language, string text) => await site.PageAsync(At(language, text).ToString());

    private static Uri At(string language, string text) => new($"/{language}/check?text={Uri.EscapeDataString(text)}", UriKind.Relative);

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string text, string token) => browser.PostAsync(
        new Uri("/en/check", UriKind.Relative), new FormUrlEncodedContent([new("text", text), new("__RequestVerificationToken", token)]));

    private static string Token(string page) => Regex.Match(page, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
}

/// <summary>The claim checker of the demonstration.</summary>
public sealed class DemoCheckTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("en", "$99 an hour is above what nine in ten reported ($12) for work on Prolific (about 60 reports).")]
    [InlineData("id", "$99 per jam lebih tinggi daripada yang dilaporkan sembilan dari sepuluh pelapor ($12) untuk pekerjaan di Prolific (sekitar 60 laporan).")]
    public async Task A_claim_stands_among_reports_and_the_page_says_that_they_are_simulated(string language, string sentence)
    {
        var page = await site.PageAsync($"/{language}/check?text=earn+%2499+an+hour+on+Prolific&currency=USD");
        Assert.Contains(sentence, SiteFixture.TextOf(page[page.IndexOf("<main", StringComparison.Ordinal)..]), StringComparison.Ordinal);
        Assert.Contains("class=\"simulated\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_takes_no_addresses()
    {
        var page = await site.PageAsync("/en/check?text=https%3A%2F%2Fnews.example.org%2Fa");
        Assert.Contains("This is the demonstration: it collects no pages.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\"", page, StringComparison.Ordinal);
    }
}
