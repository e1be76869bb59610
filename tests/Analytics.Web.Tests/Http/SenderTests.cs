using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Tests.Pages;
using Analytics.Web.Text;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Http;

/// <summary>The site with minutes of a day: however slowly a machine sends, what it sends falls into one.</summary>
public sealed class LongMinuteSite(PostgresFixture postgres) : SiteFixture(postgres)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.PostConfigure<RateLimiterOptions>(options => options.GlobalLimiter = Senders.Limits(TimeSpan.FromDays(1))));
    }
}

/// <summary>Who sends a form: limits, traps, and nothing of the sender kept.</summary>
public sealed class SenderTests(LongMinuteSite site) : IClassFixture<LongMinuteSite>
{
    private const string Form = "/en/corrections/report/error";

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.200", true)]
    [InlineData("203.0.113.7", "203.0.114.7", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.9", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:ffff::4", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:2:2::3", false)]
    public void A_network_is_the_first_24_or_48_bits(string one, string other, bool same) =>
        Assert.Equal(same, Network.Of(IPAddress.Parse(one)) == Network.Of(IPAddress.Parse(other)));

    [Fact]
    public void A_form_filled_in_by_a_person_passes_and_one_by_a_program_does_not()
    {
        var clock = new Clock();
        var traps = new FormTraps(new EphemeralDataProtectionProvider(), clock);
        var stamp = traps.Stamp();
        IFormCollection Sent(string? made, string bait = "") => new FormCollection(new() { [FormTraps.Made] = made, [FormTraps.Bait] = bait });

        clock.Now += TimeSpan.FromSeconds(2.9);
        Assert.True(traps.IsCaught(Sent(stamp)));
        // Shown again with a fault, it keeps its time.
        Assert.Equal(stamp, traps.Stamp(Sent(stamp)));
        clock.Now += TimeSpan.FromSeconds(0.1);
        Assert.False(traps.IsCaught(Sent(stamp)));
        clock.Now += TimeSpan.FromDays(3);
        Assert.False(traps.IsCaught(Sent(stamp)));
        Assert.True(traps.IsCaught(Sent(stamp, "https://cheap.example")));
        Assert.All(new string?[] { null, "", "1", stamp[..^2] + "AA" }, made => Assert.True(traps.IsCaught(Sent(made))));
        Assert.NotEqual("1", traps.Stamp(Sent("1")));
    }

    [Fact]
    public async Task The_part_of_a_form_hides_its_trap_from_everybody_who_reads()
    {
        var part = await site.PartAsync("_FormTraps", new FormTrap(SiteText.Of(SiteLanguage.English), "sealed<"));
        Assert.Matches("<div class=\"trap\" aria-hidden=\"true\">", part);
        Assert.Matches("<input id=\"website\" name=\"website\" tabindex=\"-1\" autocomplete=\"off\">", part);
        Assert.Contains("name=\"made\" value=\"sealed&lt;\"", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_sender_meets_a_limit_and_keeps_the_words_while_another_gets_through()
    {
        using var one = site.Browser();
        for (var i = 0; i < SendingLimit.Of(SendingAct.Correction).AnHour; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(one, $"Case number {i} of one sender.")).StatusCode);

        using var refused = await SendAsync(one, "What I still have to say.");
        var page = SiteFixture.TextOf(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
        Assert.Matches("please try again in (5[0-9]|60) minutes", page);
        Assert.Contains("What I still have to say.", page, StringComparison.Ordinal);
        using var other = site.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(other, "A case of another sender.")).StatusCode);

        await using var connection = await site.Services.GetRequiredService<Database>().ConnectAsync(CancellationToken.None);
        var rows = await connection.ExecuteScalarAsync<string>("select string_agg(f::text, '|') from perjam.fingerprint f");
        Assert.DoesNotContain("198.", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_is_met_in_memory_and_told_in_a_sentence()
    {
        using var browser = site.Browser();
        HttpResponseMessage? refused = null;
        for (var i = 0; i <= Senders.FormsAMinute * 2 && refused is null; i++)
        {
            using var body = new StringContent("");
            var answer = await browser.PostAsync(new Uri("/id/corrections/report/none", UriKind.Relative), body);
            refused = answer.StatusCode == HttpStatusCode.TooManyRequests ? answer : null;
        }

        Assert.NotNull(refused);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("<h1>Terlalu banyak sekaligus</h1>", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var other = site.Browser();
        using var passed = await other.PostAsync(new Uri("/id/corrections/report/none", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.NotFound, passed.StatusCode);
    }

    [Fact]
    public async Task Another_user_agent_for_each_form_meets_the_limits_of_the_network()
    {
        using var program = site.Browser();
        var limit = SendingLimit.OfNetwork(SendingAct.Correction).AnHour;
        for (var i = 0; i < limit; i++)
        {
            Named(program, $"Program/{i}");
            Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(program, $"Case number {i} of one network.")).StatusCode);
        }

        Named(program, "Program/new");
        using var refused = await SendAsync(program, "One case more.");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));

        HttpResponseMessage? flood = null;
        for (var i = 0; i <= Senders.FormsOfANetworkAMinute * 2 && flood is null; i++)
        {
            Named(program, $"Flood/{i}");
            var answer = await program.PostAsync(new Uri("/id/corrections/report/none", UriKind.Relative), null);
            flood = answer.StatusCode == HttpStatusCode.TooManyRequests ? answer : null;
        }

        Assert.NotNull(flood);
        using var other = site.Browser();
        using var passed = await other.PostAsync(new Uri("/id/corrections/report/none", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.NotFound, passed.StatusCode);
    }

    [Fact]
    public async Task Few_files_are_taken_at_once_of_a_network_and_of_everybody()
    {
        var networks = Enumerable.Range(0, Senders.Uploads / Senders.UploadsOfANetwork).Select(_ => site.Browser()).ToList();
        var waiting = new List<(SlowUpload Body, Task<HttpResponseMessage> Answer)>();
        foreach (var network in networks)
        {
            for (var i = 0; i < Senders.UploadsOfANetwork; i++)
            {
                var body = new SlowUpload();
                // Written otherwise, it is the same page.
                waiting.Add((body, network.PostAsync(new Uri(i == 0 ? "/en/report/import" : "/en/Report/Import/", UriKind.Relative), body)));
                await body.Begun;
            }

            await RefusedAsync(network);
        }

        using var other = site.Browser();
        await RefusedAsync(other);
        // Other forms, and looking at the page, are not held up.
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(new Uri("/en/report/import", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(other, "A case beside the uploads.")).StatusCode);

        foreach (var (body, answer) in waiting)
        {
            body.End();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await answer).StatusCode);
        }

        using var small = new SlowUpload();
        small.End();
        using var taken = await other.PostAsync(new Uri("/en/report/import", UriKind.Relative), small);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);

        static async Task RefusedAsync(HttpClient browser)
        {
            using var small = new SlowUpload();
            small.End();
            using var refused = await browser.PostAsync(new Uri("/en/report/import", UriKind.Relative), small);
            Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
            Assert.Contains("More is being sent just now than the site takes at once.", SiteFixture.TextOf(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    private static void Named(HttpClient browser, string agent)
    {
        browser.DefaultRequestHeaders.UserAgent.Clear();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string said)
    {
        var form = await browser.GetStringAsync(new Uri(Form, UriKind.Relative));
        var token = Regex.Match(form, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent([new("about", "/platforms/mturk"), new("said", said), new("__RequestVerificationToken", token)]);
        return await browser.PostAsync(new Uri(Form, UriKind.Relative), content);
    }

    /// <summary>A file without a token that comes to its end when told.</summary>
    private sealed class SlowUpload : HttpContent
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowUpload() => Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=part");

        /// <summary>When the site is reading: more has gone than fits between it and here.</summary>
        public Task Begun => begun.Task;

        public void End() => end.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"u8.ToArray());
            await stream.WriteAsync(new byte[1 << 20]);
            await stream.FlushAsync();
            begun.TrySetResult();
            await end.Task;
            await stream.WriteAsync("\r\n--part--\r\n"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
