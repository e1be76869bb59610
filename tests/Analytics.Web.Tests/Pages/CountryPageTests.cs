using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Web.Http;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

public sealed class CountryPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task Every_country_that_anything_is_known_of_has_a_page_and_is_in_the_list_and_the_site_map()
    {
        var release = site.Release!;
        var known = release.Figures.Select(f => f.Country).Concat(release.MinimumWages.Select(w => w.Country)).OfType<string>().Where(c => Countries.Find(c) is not null).Distinct().ToList();
        Assert.True(known.Count > 150, $"{known.Count} countries");
        var pages = SiteMap.Pages(new ShownRelease(release));
        var (english, indonesian) = (await site.PageAsync("/en/countries"), await site.PageAsync("/id/countries"));
        foreach (var (i, code) in known.Select(c => c.ToLowerInvariant()).Index())
        {
            Assert.Contains($"/countries/{code}", pages);
            Assert.Contains($"href=\"/en/countries/{code}\"", english, StringComparison.Ordinal);
            Assert.Contains($"href=\"/id/countries/{code}\"", indonesian, StringComparison.Ordinal);
            // Each page, turn about in the two languages.
            var language = i % 2 == 0 ? "en" : "id";
            var name = Countries.Find(code)!;
            Assert.Contains(language == "en" ? name.English : name.Indonesian, First(await site.PageAsync($"/{language}/countries/{code}")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "A paid hour of gig work in Indonesia brings {pay} by the one figure measured ({name}).", "In local money that is {local} an hour.")]
    [InlineData("id", "Satu jam berbayar kerja lepas di Indonesia menghasilkan {pay} menurut satu-satunya angka yang terukur ({name}).", null)]
    public async Task The_first_sentence_tells_the_one_figure_and_the_next_the_same_in_local_money(string language, string sentence, string? local)
    {
        var figure = Assert.Single(site.Release!.Figures, f => f is { Country: "ID", PaidOnly: not null } && f.Kind.Coarse() == CoarseKind.Measured);
        var pay = figure.PaidOnly!.Value.Typical;
        var page = await site.PageAsync($"/{language}/countries/id");
        Assert.Equal(sentence.Replace("{pay}", Money(language, pay), StringComparison.Ordinal).Replace("{name}", figure.Pool, StringComparison.Ordinal), First(page));
        Assert.Contains($"/platforms#f-{figure.Id}", page, StringComparison.Ordinal);
        // In the money that the page is in anyway it is not said again.
        if (local is null)
            Assert.DoesNotContain("uang setempat", Lead(page), StringComparison.Ordinal);
        else
            Assert.Contains(local.Replace("{local}", Money(language, pay * Rate("IDR"), "IDR"), StringComparison.Ordinal), Lead(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The legal minimum wage differs within Indonesia, from {low} an hour in {least} to {high} in {most}, as of 2026. The pay just named is below the minimum wage: {from} to {to} of it.")]
    [InlineData("id", "Upah minimum resmi di Indonesia berbeda menurut wilayah, dari {low} per jam di {least} sampai {high} di {most}, keadaan 2026. Upah tadi lebih rendah daripada upah minimum: hanya {from} sampai {to} darinya.")]
    public async Task Pay_is_held_against_the_least_and_the_most_minimum_of_the_provinces(string language, string sentence)
    {
        // By hand: twelve months over 52 weeks of 40 hours, at the newest rate.
        var hourly = site.Release!.MinimumWages.Where(w => w is { Country: "ID", Region: not null, Effective.Year: 2026 }).Select(w => (w.Region, Rupiah: w.Amount * 12 / 2080)).OrderBy(w => w.Rupiah).ToList();
        Assert.Equal(38, hourly.Count);
        var pay = site.Release.Figures.Single(f => f is { Country: "ID", PaidOnly: not null } && f.Kind.Coarse() == CoarseKind.Measured).PaidOnly!.Value.Typical * Rate("IDR");
        string Both(decimal rupiah) => language == "id" ? Money("id", rupiah, "IDR") : $"{Money("en", rupiah / Rate("IDR"))} ({Money("en", rupiah, "IDR")})";
        string Times(decimal rupiah) => Figures(language).Number(pay / rupiah, 2);
        var expected = sentence.Replace("{low}", Both(hourly[0].Rupiah), StringComparison.Ordinal).Replace("{least}", hourly[0].Region, StringComparison.Ordinal)
            .Replace("{high}", Both(hourly[^1].Rupiah), StringComparison.Ordinal).Replace("{most}", hourly[^1].Region, StringComparison.Ordinal)
            .Replace("{from}", Times(hourly[^1].Rupiah), StringComparison.Ordinal).Replace("{to}", Times(hourly[0].Rupiah), StringComparison.Ordinal);
        Assert.True(pay < hourly[0].Rupiah);
        Assert.Contains(expected, Lead(await site.PageAsync($"/{language}/countries/id")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "A paid hour of gig work in the United Kingdom brings from {low} (CrowdFlower) to {high} (CrowdFlower) by {n} measured figures, of different workers and work.")]
    [InlineData("id", "Satu jam berbayar kerja lepas di Inggris Raya menghasilkan {low} (CrowdFlower) sampai {high} (CrowdFlower) menurut {n} angka terukur, yang pekerja dan pekerjaannya berbeda-beda.")]
    public async Task Several_figures_are_told_from_the_lowest_to_the_highest(string language, string sentence)
    {
        var pay = site.Release!.Figures.Where(f => f is { Country: "GB", PaidOnly: not null } && f.Kind.Coarse() == CoarseKind.Measured).Select(f => f.PaidOnly!.Value.Typical).ToList();
        Assert.True(pay.Count > 1);
        var page = await site.PageAsync($"/{language}/countries/gb");
        Assert.Equal(sentence.Replace("{low}", Money(language, pay.Min()), StringComparison.Ordinal).Replace("{high}", Money(language, pay.Max()), StringComparison.Ordinal)
            .Replace("{n}", $"{pay.Count}", StringComparison.Ordinal), First(page));
        var minimum = site.Release.MinimumWages.Where(w => w.Country == "GB").MaxBy(w => w.Effective)!;
        Assert.Equal("GBP", minimum.Currency);
        Assert.Contains($"({Money(language, minimum.Amount, "GBP")})", Lead(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/countries/ua", "What an hour of gig work in Ukraine pays has not been measured; what is known is {low} to {high} an hour on 2 platforms (Rate asked).")]
    [InlineData("/id/countries/ua", "Berapa upah satu jam kerja lepas di Ukraina belum pernah diukur; yang diketahui baru {low} sampai {high} per jam di 2 platform (Tarif yang diminta).")]
    public async Task What_is_only_asked_is_no_pay_and_is_not_held_against_the_minimum(string address, string sentence)
    {
        var language = address[1..3];
        var asked = site.Release!.Figures.Where(f => f.Country == "UA").ToList();
        Assert.All(asked, f => Assert.Equal(FigureKind.AskedRate, f.Kind));
        var page = await site.PageAsync(address);
        Assert.Equal(sentence.Replace("{low}", Money(language, asked.Min(f => f.PaidOnly!.Value.Typical)), StringComparison.Ordinal)
            .Replace("{high}", Money(language, asked.Max(f => f.PaidOnly!.Value.Typical)), StringComparison.Ordinal), First(page));
        Assert.DoesNotContain(language == "en" ? "the minimum wage:" : "upah minimum:", SiteFixture.TextOf(page), StringComparison.Ordinal);
        Assert.Contains("UAH", SiteFixture.TextOf(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/countries/ad", "Nothing is known yet of what an hour of gig work in Andorra pays.", "The legal minimum wage in Andorra is {both} an hour (as of 2019). That is too old to hold today’s pay against.", "Today’s minimum wage: the one listed is 7 years old.")]
    [InlineData("/id/countries/ad", "Belum ada yang diketahui tentang upah satu jam kerja lepas di Andorra.", "Upah minimum resmi di Andorra {both} per jam (keadaan 2019). Itu terlalu lama untuk dibandingkan dengan upah sekarang.", "Upah minimum sekarang: yang tercantum berumur 7 tahun.")]
    public async Task Where_only_the_minimum_is_known_that_is_told(string address, string first, string minimum, string old)
    {
        var (language, page) = (address[1..3], await site.PageAsync(address));
        var usd = site.Release!.MinimumWages.Single(w => w.Country == "AD").Amount;
        Assert.Equal(first, First(page));
        Assert.Contains(minimum.Replace("{both}", $"{Money(language, usd)} ({Money(language, usd * Rate("EUR"), "EUR")})", StringComparison.Ordinal), Lead(page), StringComparison.Ordinal);
        Assert.Contains(old, SiteFixture.TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_of_a_state_is_held_against_the_minimum_of_that_state()
    {
        var page = await site.PageAsync("/en/countries/us?measure=all-in");
        var apps = site.Release!.Figures.Where(f => f is { Country: "US", Region: "California" } && f.AllIn is not null).Select(f => f.AllIn!.Value.Typical).Max();
        var minimum = site.Release.MinimumWages.Where(w => w is { Country: "US", Region: "California" }).MaxBy(w => w.Effective)!.Amount;
        Assert.Contains($"{Money("en", apps)} {Figures("en").Number(apps / minimum, 2)} times the minimum wage", SiteFixture.TextOf(page), StringComparison.Ordinal);
        Assert.Contains("in places without one of their own", Lead(page), StringComparison.Ordinal);
        var places = site.Release.MinimumWages.Where(w => w.Country == "US").Select(w => w.Region).Distinct().Count();
        Assert.Contains($"All {places} places with their minimum wage", SiteFixture.TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_has_local_money_until_the_reader_chooses_it()
    {
        var dollars = SiteFixture.TextOf(await site.PageAsync("/en/countries/id"));
        var asked = site.Release!.Figures.Single(f => f is { Country: "ID", Platform: "freelancer" }).PaidOnly!.Value.Typical;
        Assert.Contains($"{Money("en", asked)} {Money("en", asked * Rate("IDR"), "IDR")} middle half", dollars, StringComparison.Ordinal);
        var rupiah = await site.PageAsync("/en/countries/id?currency=IDR");
        Assert.Contains($"{Money("en", asked * Rate("IDR"), "IDR")} middle half", SiteFixture.TextOf(rupiah), StringComparison.Ordinal);
        Assert.DoesNotContain("In local money", SiteFixture.TextOf(rupiah), StringComparison.Ordinal);
        Assert.DoesNotContain("$", SiteFixture.TextOf(Regex.Match(rupiah, "<table class=\"stack compare\">.*?</table>", RegexOptions.Singleline).Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statements_that_name_the_country_stand_there_and_those_that_name_only_others_stand_apart()
    {
        var indonesia = await site.PageAsync("/id/countries/id");
        foreach (var said in site.Release!.Statements.Where(s => s.Countries.Contains("ID")))
            Assert.Contains(said.Indonesian!, SiteFixture.TextOf(indonesia), StringComparison.Ordinal);
        Assert.Contains("/platforms/gojek", Section(indonesia, "payout"), StringComparison.Ordinal);
        Assert.Contains("/platforms/dataannotation", Section(indonesia, "elsewhere"), StringComparison.Ordinal);
        Assert.DoesNotContain("/platforms/dataannotation", Section(indonesia, "joining"), StringComparison.Ordinal);
        var britain = await site.PageAsync("/en/countries/gb");
        Assert.Contains("/platforms/dataannotation", Section(britain, "joining"), StringComparison.Ordinal);
        Assert.Equal("", Section(britain, "elsewhere"));
    }

    [Fact]
    public async Task The_minimum_of_every_province_stands_as_stated_with_its_source()
    {
        var section = SiteFixture.TextOf(Section(await site.PageAsync("/id/countries/id"), "minimum"));
        foreach (var wage in site.Release!.MinimumWages.Where(w => w is { Country: "ID", Region: not null, Effective.Year: 2026 }))
        {
            Assert.Contains($"{wage.Region} {Money("id", wage.Amount, "IDR")} per bulan {Money("id", wage.Amount * 12 / 2080, "IDR")} ", section, StringComparison.Ordinal);
            Assert.Contains(wage.SourceTitle, section, StringComparison.Ordinal);
        }

        Assert.Contains("40 jam kerja seminggu", section, StringComparison.Ordinal);
        Assert.DoesNotContain("Wikipedia", section, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "1 figure", "2 figures")]
    [InlineData("id", "1 angka", "2 angka")]
    public async Task The_list_tells_how_much_is_known(string language, string one, string two)
    {
        var counts = site.Release!.Figures.Where(f => f.Country is not null).CountBy(f => f.Country!).ToDictionary();
        var list = await site.PageAsync($"/{language}/countries");
        foreach (var (n, words) in new[] { (1, one), (2, two) })
        {
            var code = counts.First(c => c.Value == n).Key.ToLowerInvariant();
            Assert.Matches($"href=\"/{language}/countries/{code}\">[^<]*</a> <span class=\"quiet\">{words}</span>", list);
        }
    }

    [Theory]
    [InlineData("/en/countries/ID?measure=all-in", "/en/countries/id?measure=all-in")]
    [InlineData("/id/countries/Gb", "/id/countries/gb")]
    public async Task Another_case_leads_to_the_one_address(string address, string one)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(one, answer.Headers.Location!.OriginalString);
    }

    private decimal Rate(string currency) => site.Release!.ExchangeRates.Where(r => r.Currency == currency).MaxBy(r => r.Month)!.PerUsd;

    private static FigureText Figures(string language) => SiteText.Of(SiteLanguage.Find(language)!).Figures;

    private string Money(string language, decimal usd) => site.Usual(language, usd);

    private static string Money(string language, decimal amount, string currency) => Figures(language).Money(amount, currency).Replace('\u00a0', ' ');

    private static string Section(string page, string id) => Regex.Match(page, $"<h2 id=\"{id}\">.*?(?=<h2)", RegexOptions.Singleline).Value;

    private static string Lead(string page) => SiteFixture.TextOf(Regex.Match(page, "<section class=\"lead\">.*?</section>", RegexOptions.Singleline).Value);

    private static string First(string page) => Regex.Replace(SiteFixture.TextOf(Regex.Match(page, "<p class=\"standfirst\">.*?</p>", RegexOptions.Singleline).Value), @" \((evidence|bukti): [^()]*\)$", "");
}

/// <summary>What reports say of a country.</summary>
public sealed class CountryReportsTests(WorkSite site) : IClassFixture<WorkSite>
{
    [Theory]
    [InlineData("/en/countries/id", "Among workers who reported to us, a typical paid hour of gig work in Indonesia brings $3 (about 60 reports).")]
    [InlineData("/id/countries/id?currency=USD", "Menurut pekerja yang melapor kepada kami, satu jam berbayar kerja lepas di Indonesia biasanya menghasilkan $3 (sekitar 60 laporan).")]
    [InlineData("/en/countries/id", "All work Paid time only $3")]
    [InlineData("/en/countries/id", "Surveys Paid time only not shown: fewer than 10 contributors")]
    [InlineData("/en/countries", "Indonesia about 60 reports")]
    public async Task Reports_speak_first(string address, string words) =>
        Assert.Contains(words, SiteFixture.TextOf(await site.PageAsync(address)), StringComparison.Ordinal);
}
