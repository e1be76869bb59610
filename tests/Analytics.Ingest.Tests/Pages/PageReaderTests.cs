using System.Text;
using Analytics.Ingest.Pages;
using Analytics.Models.Claims;
using Analytics.Models.Sources;
using Xunit;

namespace Analytics.Ingest.Tests.Pages;

/// <summary>What a page says about itself, and the shapes of its blocks.</summary>
public sealed class PageReaderTests
{
    [Fact]
    public async Task Facts_come_from_metadata()
    {
        var article = await SavedPageTests.ReadAsync("news-sidebars");
        Assert.Equal("Riders count the cost of a wet season", article.Title);
        Assert.Equal(("Ana Pratt", "The Harbour Post", new DateOnly(2025, 3, 4), "en"), (article.Author, article.Site, article.Published, article.Language));
        Assert.Equal(new Uri("https://harbourpost.example/2025/riders"), article.Canonical);
    }

    [Fact]
    public async Task Facts_come_from_a_JSON_LD_graph()
    {
        var article = await SavedPageTests.ReadAsync("json-ld-body-hint");
        Assert.Equal(("Ana Pratt", "The Harbour Post", new DateOnly(2025, 3, 4)), (article.Author, article.Site, article.Published));
    }

    [Fact]
    public async Task An_offer_is_read_from_a_job_posting()
    {
        var offer = Assert.Single((await SavedPageTests.ReadAsync("job-posting")).Offers);
        Assert.Equal(("French language reviewer", "Larkfield", 18m, 24m, "USD", "HOUR"),
            (offer.Title, offer.Employer, offer.AmountMin, offer.AmountMax, offer.Currency, offer.Unit));
        Assert.Equal(new DateOnly(2025, 6, 30), offer.ValidThrough);
        Assert.Equal(["FR", "CA"], offer.Countries);
        Assert.Contains("\"minValue\":18", offer.Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"@type":"JobPosting","title":"T","baseSalary":25,"salaryCurrency":"EUR"}""", 25, 25, "EUR", null)]
    [InlineData("""{"@type":"JobPosting","title":"T","baseSalary":{"@type":"MonetaryAmount","currency":"IDR","value":{"value":"1,500,000","unitText":"MONTH"}}}""", 1_500_000, 1_500_000, "IDR", "MONTH")]
    [InlineData("""{"@type":["JobPosting"],"title":"T","baseSalary":{"currency":"USD","minValue":10,"maxValue":12,"unitText":"HOUR"}}""", 10, 12, "USD", "HOUR")]
    [InlineData("""[{"@graph":[{"@type":"https://schema.org/JobPosting","title":"T"}]}]""", null, null, null, null)]
    public async Task Pay_is_written_in_many_ways(string json, int? low, int? high, string? currency, string? unit)
    {
        var offer = Assert.Single((await ReadAsync($"<script type='application/ld+json'>{json}</script>")).Offers);
        Assert.Equal((low, high, currency, unit), (offer.AmountMin, offer.AmountMax, offer.Currency, offer.Unit));
    }

    [Fact]
    public async Task A_table_is_read_row_by_row_with_its_headers()
    {
        var rows = (await SavedPageTests.ReadAsync("rates-table")).Blocks.Where(b => b.Kind == BlockKind.TableRow).ToList();
        Assert.Equal(6, rows.Count);
        Assert.Empty(rows[0].Headers);
        Assert.Equal(["Task", "Unit", "Rate", "Typical time"], rows[1].Headers);
        Assert.Equal(["Receipt transcription", "receipt", "$0.03", "35 seconds"], rows[1].Cells);
        Assert.Equal("Receipt transcription | receipt | $0.03 | 35 seconds", rows[1].Text);
    }

    [Fact]
    public async Task Cells_that_span_are_given_to_every_row()
    {
        var article = await ReadAsync("""
            <table><tr><td>Platform</td><td>Task</td><td>Rate</td></tr>
            <tr><td rowspan=2>Larkfield</td><td>Survey</td><td>$2</td></tr><tr><td>Review</td><td>$3</td></tr>
            <tr><td colspan=2>All others</td><td>$1</td></tr></table>
            """);
        Assert.Equal(["Larkfield", "Review", "$3"], article.Blocks[2].Cells);
        Assert.Equal("Review | $3", article.Blocks[2].Text);
        Assert.Equal(["All others", "All others", "$1"], article.Blocks[3].Cells);
        Assert.Equal(["Platform", "Task", "Rate"], article.Blocks[3].Headers);
    }

    [Fact]
    public async Task Blocks_say_what_they_are()
    {
        var article = await SavedPageTests.ReadAsync("wordpress-blog-en");
        Assert.Equal(
            [BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.ListItem, BlockKind.ListItem,
                BlockKind.Heading, BlockKind.Paragraph, BlockKind.Quote, BlockKind.Paragraph],
            article.Blocks.Select(b => b.Kind));
        Assert.Equal(2, article.Blocks[2].Level);
    }

    [Theory]
    [InlineData("forum-phpbb-like")]
    [InlineData("forum-discourse-like")]
    [InlineData("forum-reddit-like")]
    public async Task A_thread_is_read_post_by_post(string name)
    {
        var article = await SavedPageTests.ReadAsync(name);
        Assert.Equal(["mandolin77", "oldowl", "pepperjam", "mandolin77"], article.Blocks.Where(b => b.Kind == BlockKind.Post).Select(b => b.Author));
        Assert.Equal("oldowl", article.Blocks.Single(b => b.Text.StartsWith("No, the limit is the limit", StringComparison.Ordinal)).Author);
    }

    [Theory]
    [InlineData("<html lang=id-ID>", "id")]
    [InlineData("<html lang=in>", "id")]
    [InlineData("<html lang=en_US>", "en")]
    [InlineData("<meta property=og:locale content=id_ID>", "id")]
    [InlineData("<meta name=DC.language content=es>", "es")]
    [InlineData("", "en")]
    public async Task The_language_is_stated_or_recognised(string head, string language) =>
        Assert.Equal(language, (await ReadAsync(head + "<p>This is what I was paid for the work that they gave to me in the month of May.")).Language);

    [Theory]
    [InlineData("https://kabar.co.id/a", "", "ID")]
    [InlineData("https://news.co.uk/a", "", "GB")]
    [InlineData("https://larkfield.io/a", "", null)]
    [InlineData("https://news.co.in/a", "", "IN")]
    [InlineData("https://larkfield.example/a", "<html lang=en-PH>", "PH")]
    public async Task The_country_is_told_by_the_address(string address, string head, string? country) =>
        Assert.Equal(country, (await ReadAsync(head + "<p>Twelve dollars an hour for the work.", new Uri(address))).Country);

    [Theory]
    [InlineData("<title>A day of small tasks - Larkfield News</title>", "A day of small tasks")]
    [InlineData("<title>Pay - Larkfield</title>", "Pay - Larkfield")]
    [InlineData("<title>A day of small tasks | Larkfield</title><meta property=og:site_name content=Larkfield>", "A day of small tasks")]
    [InlineData("<title>x</title><meta property=og:title content='Small tasks | Larkfield'><meta property=og:site_name content=Larkfield>", "Small tasks")]
    [InlineData("<title>A day of small tasks - The Long Harbour Evening Review</title><h1>A day of small tasks</h1><h1>Another day of large ones</h1>", "A day of small tasks")]
    [InlineData("", null)]
    public async Task The_title_is_without_the_site(string head, string? title) =>
        Assert.Equal(title, (await ReadAsync(head + "<p>Twelve dollars an hour for the work.")).Title);

    [Theory]
    [InlineData("<p class=byline>By Ida Crane - May 4, 2025 8:02 pm", "Ida Crane")]
    [InlineData("<p class=byline>By: Ida Crane | 4 May 2025", "Ida Crane")]
    [InlineData("<span class=page-byline>Oleh: Rara Ayu, Rabu 14 Mei 2025", "Rara Ayu")]
    [InlineData("<p class=byline>By June Sunday on June 26, 2024 at 9:00a @junesunday", "June Sunday")]
    [InlineData("<meta name=author content=harbourpost.example><p class=byline>By Ida Crane", "Ida Crane")]
    [InlineData("<p class=byline>4 May 2025", null)]
    public async Task An_author_is_a_name(string markup, string? author) =>
        Assert.Equal(author, (await ReadAsync(markup + "</p></span><p>Twelve dollars an hour for the work that nobody else would take.")).Author);

    [Fact]
    public async Task A_relative_canonical_address_needs_the_page_s_own_and_else_the_stated_one_is_taken()
    {
        const string head = "<link rel=canonical href=/a><meta property=og:url content=https://harbourpost.example/b><p>Twelve dollars an hour.";
        Assert.Equal("https://harbourpost.example/b", (await ReadAsync(head)).Canonical?.AbsoluteUri);
        Assert.Equal("https://quayside.example/a", (await ReadAsync(head, new Uri("https://quayside.example/x"))).Canonical?.AbsoluteUri);
    }

    [Fact]
    public async Task A_pull_quote_is_read_once_and_a_refrain_as_often_as_it_stands()
    {
        const string line = "The queue is dry and the desk is cold, and nobody pays for the waiting that I do.";
        var article = await ReadAsync($"<h1>Song</h1><p>{line}</p><blockquote>{line}</blockquote><p>I sorted the fish and I sorted the signs until the morning came.</p><p>{line}</p>");
        Assert.Equal(2, article.Blocks.Count(b => b.Text == line));
        Assert.DoesNotContain(article.Blocks, b => b.Kind == BlockKind.Quote);
    }

    [Fact]
    public async Task Plain_text_is_read_line_by_line_and_wrapped_lines_are_joined()
    {
        var text = "First paragraph on one line.\nSecond on the next.\n\nThis paragraph was wrapped by an editor that breaks all lines at\ncolumn seventy or so, as mail programs did for many years, and it\nends here.";
        var reading = await new PageReader(TimeProvider.System).ReadAsync(Encoding.UTF8.GetBytes(text), "text/plain", null, null, default);
        var blocks = Assert.IsType<PageReading.Read>(reading).Article.Blocks;
        Assert.Equal(3, blocks.Count);
        Assert.EndsWith("and it ends here.", blocks[2].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.example/b?utm_source=x&id=3&utm_medium=y#part", "https://a.example/b?id=3")]
    [InlineData("https://a.example/b?fbclid=x", "https://a.example/b")]
    [InlineData("https://a.example/b?q=%C3%A9+x&a=%2F", "https://a.example/b?q=%C3%A9+x&a=%2F")]
    [InlineData("https://a.example:443/", "https://a.example/")]
    public void Addresses_lose_what_only_tracks(string address, string canonical) =>
        Assert.Equal(canonical, PageAddress.Canonicalise(new Uri(address)).AbsoluteUri);

    [Theory]
    [InlineData("HTTPS://A.Example:443/x/../b?mtm_campaign=1&id=3#part", "https://a.example/b?id=3")]
    [InlineData("https://a.example/%7euser/%c3%a9?q=%2b", "https://a.example/~user/%C3%A9?q=%2B")]
    [InlineData("https://a.example/jalan raya/é?q=é", "https://a.example/jalan%20raya/%C3%A9?q=%C3%A9")]
    [InlineData("https://a.example", "https://a.example/")]
    [InlineData("https://a.example/%252F%2F", "https://a.example/%252F%2F")]
    [InlineData("mailto:a@a.example", "mailto:a@a.example")]
    public void A_page_has_one_spelling_and_keeps_it(string address, string spelt)
    {
        Assert.Equal(spelt, PageAddress.Spell(new Uri(address)));
        Assert.Equal(spelt, PageAddress.Spell(new Uri(spelt)));
    }

    private static async Task<Article> ReadAsync(string markup, Uri? address = null) =>
        Assert.IsType<PageReading.Read>(await new PageReader(TimeProvider.System).ReadAsync(Encoding.UTF8.GetBytes("<!doctype html>" + markup), "text/html", null, address, default)).Article;
}
