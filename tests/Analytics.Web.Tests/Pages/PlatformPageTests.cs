using System.Text.RegularExpressions;
using Analytics.Models.Estimates;
using Analytics.Models.Rollups;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

public sealed class PlatformPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("en", "An hour of paid time on Amazon Mechanical Turk pays about {pay}")]
    [InlineData("id", "Satu jam berbayar di Amazon Mechanical Turk menghasilkan sekitar {pay}")]
    public async Task The_first_sentence_answers_with_the_figure_of_the_release(string language, string sentence)
    {
        var cell = site.Release!.Cells.Single(c => c.Cell == new Cell("mturk", null, null, null, null) && c.Measure == PayMeasure.PaidOnly);
        Assert.Equal(EstimateBasis.Studies, cell.Basis);
        var pay = site.Usual(language, cell.Typical!.Value);
        var page = SiteFixture.TextOf(await site.PageAsync($"/{language}/platforms/mturk"));
        Assert.Contains(sentence.Replace("{pay}", pay, StringComparison.Ordinal), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "would close Mechanical Turk for good on 30 September 2026. (seen 21 November 2026) An hour of paid time")]
    [InlineData("id", "akan menutup Mechanical Turk selamanya pada 30 September 2026. (dilihat 21 November 2026) Satu jam berbayar")]
    public async Task That_a_platform_has_closed_stands_before_its_pay(string language, string sentences)
    {
        var page = await site.PageAsync($"/{language}/platforms/mturk");
        Assert.Contains(sentences, SiteFixture.TextOf(Lead(page)), StringComparison.Ordinal);
        Assert.Contains("id=\"fact-availability\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("(seen", SiteFixture.TextOf(Lead(await site.PageAsync("/en/platforms/prolific"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_sentence_of_the_answer_that_has_a_figure_leads_to_it_with_its_age()
    {
        foreach (var platform in new[] { "mturk", "micro1", "mercor", "grab" })
        {
            var page = await site.PageAsync($"/en/platforms/{platform}");
            var links = Regex.Matches(Lead(page), "href=\"#(f-[^\"]+)\">\\(([^<]+)\\)</a>").ToList();
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.Contains($"id=\"{link.Groups[1].Value}\"", page, StringComparison.Ordinal));
            Assert.All(links, link => Assert.StartsWith("evidence: ", link.Groups[2].Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_words_of_a_claim_are_marked_in_their_sentence()
    {
        var page = await site.PageAsync("/en/platforms/mturk");
        Assert.Contains($"Sejak tahun lalu seorang mahasiswa menerima <mark>{SampleRelease.TotalQuote}</mark>.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Indonesian_page_has_the_words_of_the_catalogue_in_Indonesian()
    {
        var page = await site.PageAsync("/id/platforms/micro1");
        Assert.Contains("Sejak Januari 2025, termasuk bonus", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"quiet\" lang=\"en\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paid_and_all_time_stand_in_one_sentence_only_where_one_study_counted_both()
    {
        var page = SiteFixture.TextOf(await site.PageAsync("/en/platforms/mturk"));
        Assert.Contains("One study counted unpaid time too: $3.76 for an hour of paid time became $2.83 for an hour of all time.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_total_without_hours_is_told_per_task_with_its_quote_and_no_pay_per_hour()
    {
        var figure = site.Release!.Figures.Single(f => f.Platform == "mturk" && f.Tasks == 2500);
        var entry = Entry(await site.PageAsync("/en/platforms/mturk"), figure.Id);
        var text = SiteFixture.TextOf(entry);
        Assert.Contains("about $0.24 a task", text, StringComparison.Ordinal);
        Assert.Contains("more than $600 in total for 2,500 tasks", text, StringComparison.Ordinal);
        Assert.Contains("not known the hours are not stated", text, StringComparison.Ordinal);
        Assert.Contains($"<blockquote lang=\"id\" cite=\"{SampleRelease.PageAddress.Replace("&", "&amp;", StringComparison.Ordinal)}\">", entry, StringComparison.Ordinal);
        Assert.Contains(SampleRelease.TotalQuote, text, StringComparison.Ordinal);
        Assert.DoesNotContain("per hour = ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_names_who_saw_the_document_and_what_is_not_known()
    {
        var figure = site.Release!.Figures.Single(f => f.Platform == "micro1" && f.DocumentSeenBy is not null && f.PaidOnly is not null);
        var text = SiteFixture.TextOf(Entry(await site.PageAsync("/id/platforms/micro1"), figure.Id));
        Assert.Contains("$200 per jam", text, StringComparison.Ordinal);
        Assert.Contains("Bukti D", text, StringComparison.Ordinal);
        Assert.Contains("slip gaji yang dilihat penulis", text, StringComparison.Ordinal);
        Assert.Contains("belum diketahui waktu yang tak dibayar tidak diketahui", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_of_a_story_is_written_from_its_numbers()
    {
        var english = SiteFixture.TextOf(await site.PageAsync("/en/platforms/micro1"));
        Assert.Contains("The total stated, almost $300,000, needs 1,500 hours at $200 an hour: about 429 days of 3.5 hours.", english, StringComparison.Ordinal);
        Assert.Contains("A calendar year has at most 366 days, which bring $256,200.", english, StringComparison.Ordinal);
        Assert.Contains("explain at least $43,800.", english, StringComparison.Ordinal);
        var indonesian = SiteFixture.TextOf(await site.PageAsync("/id/platforms/micro1"));
        Assert.Contains("membutuhkan 1.500 jam dengan $200 per jam: sekitar 429 hari masing-masing 3,5 jam.", indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_page_says_stands_in_its_own_language_with_its_source_and_the_rest_is_unknown()
    {
        var page = await site.PageAsync("/en/platforms/micro1");
        var facts = string.Concat(Regex.Matches(page, "<dl class=\"facts\">.*?</dl>", RegexOptions.Singleline).Select(m => m.Value));
        Assert.Contains($"<q lang=\"id\">{SampleRelease.StatementQuote}</q>", facts, StringComparison.Ordinal);
        Assert.Contains("published 5 May 2026", SiteFixture.TextOf(facts), StringComparison.Ordinal);
        var topics = Enum.GetValues<Models.Platforms.StatementTopic>();
        var known = site.Release!.Statements.Where(s => s.Platform == "micro1").Select(s => s.Topic).Distinct().Count();
        Assert.Equal(topics.Length - known, Regex.Count(facts, "<dd class=\"unknown\">unknown</dd>"));
    }

    [Fact]
    public async Task A_claim_that_was_refused_is_shown_with_its_reason_and_can_do_no_harm()
    {
        var page = await site.PageAsync("/en/platforms/mturk");
        Assert.Contains("Not used : no exchange rate is known for its currency", SiteFixture.TextOf(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Dua</b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_of_a_platform_is_on_its_page()
    {
        foreach (var platform in new[] { "peopleperhour", "mercor", "grab" })
        {
            var page = await site.PageAsync($"/en/platforms/{platform}");
            var figures = site.Release!.Figures.Where(f => f.Platform == platform).ToList();
            Assert.NotEmpty(figures);
            Assert.All(figures, f => Assert.Contains($"id=\"f-{f.Id}\"", page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_platform_of_which_nothing_is_known_says_so_first()
    {
        var known = site.Release!.Figures.Select(f => f.Platform).ToHashSet();
        var platform = site.Release.Platforms.First(p => !known.Contains(p.Slug));
        var page = await site.PageAsync($"/en/platforms/{platform.Slug}");
        Assert.Contains($"Nothing is known yet of what an hour on {platform.Name} pays.", SiteFixture.TextOf(page), StringComparison.Ordinal);
        Assert.Contains("No figure of pay yet", page, StringComparison.Ordinal);
    }

    private static string Lead(string page) => Regex.Match(page, "<section class=\"lead\">.*?</section>", RegexOptions.Singleline).Value;

    private static string Entry(string page, string id) =>
        Regex.Match(page, $"<article class=\"entry\" id=\"f-{Regex.Escape(id)}\">.*?</article>", RegexOptions.Singleline).Value;
}
