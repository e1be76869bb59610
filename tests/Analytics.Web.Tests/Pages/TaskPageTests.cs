using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models;
using Analytics.Models.Estimates;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Http;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

public sealed class TaskPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    public static TheoryData<TaskType, string> Every() =>
        [.. Enum.GetValues<TaskType>().SelectMany(task => new TheoryDataRow<TaskType, string>[] { new(task, "en"), new(task, "id") })];

    [Theory, MemberData(nameof(Every))]
    public async Task Every_kind_of_work_has_a_page_with_what_it_is_and_is_in_the_site_map(TaskType task, string language)
    {
        var page = await site.PageAsync($"/{language}/tasks/{Term.Of(task)}");
        var text = SiteFixture.TextOf(page);
        var description = WorkDescriptions.Of(task);
        Assert.Contains(language == "id" ? description.Work.Indonesian : description.Work.English, text, StringComparison.Ordinal);
        Assert.Contains(language == "id" ? description.Sought.Indonesian : description.Sought.English, text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{language}/estimate?task={Term.Of(task)}\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{language}/?task={Term.Of(task)}\"", page, StringComparison.Ordinal);
        Assert.Contains($"/tasks/{Term.Of(task)}", SiteMap.Pages(new ShownRelease(site.Release!)));
        Assert.Contains(SiteText.Of(SiteLanguage.Find(language)!).Word(task), SiteFixture.TextOf(await site.PageAsync($"/{language}/tasks")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "A paid hour of answering surveys brings about {pay}: that is the middle one of {n} study figures, which run from {low} to {high}.")]
    [InlineData("id", "Satu jam berbayar mengisi survei menghasilkan sekitar {pay}: itu angka yang di tengah dari {n} angka studi, dari {low} sampai {high}.")]
    public async Task The_first_sentence_tells_what_studies_measured(string language, string sentence)
    {
        var cell = Whole(TaskType.Survey, PayMeasure.PaidOnly);
        Assert.True(cell.FigureIds.Count > 1);
        Assert.Equal(Filled(sentence, language, cell), First(await site.PageAsync($"/{language}/tasks/survey")));
    }

    [Theory]
    [InlineData("en", "With unpaid time counted, an hour of riding and delivering brings about {pay}: the middle one of {n} study figures, which run from {low} to {high}. All of these are from one country: United States.")]
    [InlineData("id", "Bila waktu tak dibayar dihitung, satu jam mengemudi ojek dan mengantar menghasilkan sekitar {pay}: angka yang di tengah dari {n} angka studi, dari {low} sampai {high}. Semuanya dari satu negara: Amerika Serikat.")]
    public async Task Unpaid_time_is_counted_in_the_next_and_a_single_country_is_named(string language, string sentence)
    {
        var cell = Whole(TaskType.RideDelivery, PayMeasure.AllIn);
        Assert.All(cell.FigureIds, id => Assert.Equal("US", Figure(id).Country));
        Assert.Contains(Filled(sentence, language, cell), Lead(await site.PageAsync($"/{language}/tasks/ride-delivery")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "By {n} study figures, what a paid hour of riding and delivering brings depends on the country: United States {us}; Indonesia {id}.", "{low} to {high}")]
    [InlineData("id", "Menurut {n} angka studi, hasil satu jam berbayar mengemudi ojek dan mengantar bergantung pada negaranya: Amerika Serikat {us}; Indonesia {id}.", "{low} sampai {high}")]
    public async Task Studies_of_single_countries_stand_by_country(string language, string sentence, string range)
    {
        var figures = Whole(TaskType.RideDelivery, PayMeasure.PaidOnly).FigureIds.Select(Figure).ToLookup(f => f.Country, f => f.PaidOnly!.Value.Typical);
        Assert.Equal(["ID", "US"], figures.Select(g => g.Key).Order());
        string Span(IEnumerable<decimal> pay) => pay.Count() == 1 ? Money(language, pay.Single())
            : range.Replace("{low}", Money(language, pay.Min()), StringComparison.Ordinal).Replace("{high}", Money(language, pay.Max()), StringComparison.Ordinal);
        var expected = sentence.Replace("{n}", $"{figures.Sum(g => g.Count())}", StringComparison.Ordinal)
            .Replace("{us}", Span(figures["US"]), StringComparison.Ordinal).Replace("{id}", Span(figures["ID"]), StringComparison.Ordinal);
        Assert.Equal(expected, First(await site.PageAsync($"/{language}/tasks/ride-delivery")));
    }

    [Theory]
    [InlineData("/en/tasks/image-video-labelling", "A paid hour of labelling images and video brings {pay} by the one figure measured ({name}).")]
    [InlineData("/id/tasks/image-video-labelling", "Satu jam berbayar melabeli gambar dan video menghasilkan {pay} menurut satu-satunya angka yang terukur ({name}).")]
    public async Task One_figure_is_said_to_be_one(string address, string sentence)
    {
        var figure = Figure(Assert.Single(Whole(TaskType.ImageVideoLabelling, PayMeasure.PaidOnly).FigureIds));
        var page = await site.PageAsync(address);
        Assert.StartsWith(sentence.Replace("{pay}", Money(address[1..3], figure.PaidOnly!.Value.Typical), StringComparison.Ordinal)
            .Replace("{name}", site.Release!.Platform(figure.Platform!)!.Name, StringComparison.Ordinal), First(page), StringComparison.Ordinal);
        Assert.Contains($"/platforms/{figure.Platform}#f-{figure.Id}", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/tasks/ai-training-expert", "What an hour of AI training as an expert usually pays has not been measured; single cases tell of $200 an hour on micro1.")]
    [InlineData("/id/tasks/ai-training-expert?currency=USD", "Berapa biasanya upah satu jam melatih AI sebagai ahli belum pernah diukur; yang ada baru kasus perorangan: $200 per jam di micro1.")]
    [InlineData("/en/tasks/coding", "What an hour of freelance coding pays has not been measured; what is known is {pay} an hour on Upwork (Offered in a listing).")]
    [InlineData("/id/tasks/coding", "Berapa upah satu jam menulis kode sebagai pekerja lepas belum pernah diukur; yang diketahui baru {pay} per jam di Upwork (Ditawarkan di lowongan).")]
    public async Task What_nobody_measured_is_said_to_be_so_before_a_case_or_a_promise_is_told(string address, string sentence)
    {
        var page = await site.PageAsync(address);
        var told = Comparison.Of(new ShownRelease(site.Release!), new CompareChoice { Task = TaskType.Coding }).Rows.Single(r => r.Platform == "upwork");
        Assert.Equal(sentence.Replace("{pay}", Money(address[1..3], told.Typical!.Value), StringComparison.Ordinal), First(page));
    }

    [Theory]
    [InlineData("survey", PayMeasure.PaidOnly)]
    [InlineData("survey", PayMeasure.AllIn)]
    [InlineData("ai-training-expert", PayMeasure.PaidOnly)]
    public async Task The_table_has_the_rows_of_the_comparison_and_the_chart_its_pay(string task, PayMeasure measure)
    {
        var page = await site.PageAsync($"/en/tasks/{task}?measure={Term.Of(measure)}");
        var choice = new CompareChoice { Task = Term.Parse<TaskType>(task), Measure = measure };
        var comparison = Comparison.Of(new ShownRelease(site.Release!), choice);
        var rows = Regex.Matches(page, "<tr>.*?</tr>", RegexOptions.Singleline).Select(m => m.Value).Where(r => r.Contains("row-subject", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(comparison.Rows.Select(r => r.Figure!.Id), rows.Select(r => Regex.Match(r, "#f-([^\"]+)\"").Groups[1].Value));
        Assert.All(comparison.Rows.Zip(rows).Where(r => r.First.Typical is not null), r => Assert.Contains(Money("en", r.First.Typical!.Value), SiteFixture.TextOf(r.Second), StringComparison.Ordinal));
        // Drawn twice, for wide and for narrow screens.
        Assert.Equal(2 * comparison.Telling(choice).Count, Regex.Count(page, "<title>[^<]*, [^<]*</title>"));
    }

    [Fact]
    public async Task The_hours_counted_are_switched_by_a_link_that_keeps_the_currency()
    {
        var page = WebUtility.HtmlDecode(await site.PageAsync("/en/tasks/survey?measure=all-in&currency=IDR"));
        Assert.Contains("<a href=\"/en/tasks/survey?currency=IDR#pay\" aria-current=\"false\">Paid time only</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/en/tasks/survey?measure=all-in&currency=IDR#pay\" aria-current=\"true\">All time, paid and unpaid</a>", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"measure\" value=\"all-in\">", page, StringComparison.Ordinal);
        Assert.Contains("hreflang=\"id\" href=\"http://localhost/id/tasks/survey?measure=all-in\"", page, StringComparison.Ordinal);
        Assert.Contains("/charts/interval.svg?task=survey&measure=all-in&lang=en&currency=IDR", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Platforms_that_offer_it_are_named_and_it_is_said_of_which_no_pay_is_known()
    {
        var offering = site.Release!.Platforms.Where(p => p.TaskTypes.Contains(TaskType.Transcription)).ToList();
        var page = await site.PageAsync("/en/tasks/transcription");
        Assert.All(offering, p => Assert.Contains($"href=\"/en/platforms/{p.Slug}\"", page, StringComparison.Ordinal));
        var known = Comparison.Of(new ShownRelease(site.Release), new CompareChoice { Task = TaskType.Transcription }).Rows.Where(r => r.HasPay).Select(r => r.Platform).ToHashSet();
        var without = offering.Count(p => !known.Contains(p.Slug));
        Assert.Contains($"What an hour pays on {without} of the {offering.Count} platforms that offer such work.", SiteFixture.TextOf(page), StringComparison.Ordinal);
        Assert.Equal(without, Regex.Count(page, "pay not known"));
    }

    [Fact]
    public async Task Gaps_between_adverts_and_pay_are_those_of_this_work()
    {
        var gaps = site.Release!.AdvertGaps.Where(g => g.TaskType == TaskType.RideDelivery).ToList();
        Assert.NotEmpty(gaps);
        var section = Regex.Match(await site.PageAsync("/en/tasks/ride-delivery"), "id=\"advert-gap\".*?</table>", RegexOptions.Singleline).Value;
        Assert.Equal(gaps.Count, Regex.Count(section, "scope=\"row\""));
    }

    [Theory]
    [InlineData("/en/tasks/AI-Training-Expert?measure=all-in", "/en/tasks/ai-training-expert?measure=all-in")]
    [InlineData("/id/tasks/Survey", "/id/tasks/survey")]
    public async Task Another_case_leads_to_the_one_address(string address, string one)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(one, answer.Headers.Location!.OriginalString);
    }

    private CellRow Whole(TaskType task, PayMeasure measure)
    {
        var cell = site.Release!.Cells.Single(c => c.Cell == new Cell(null, task, null, null, null) && c.Measure == measure);
        Assert.Equal(EstimateBasis.Studies, cell.Basis);
        return cell;
    }

    private FigureRow Figure(string id) => site.Release!.Figures.Single(f => f.Id == id);

    private string Filled(string sentence, string language, CellRow cell) => sentence
        .Replace("{pay}", Money(language, cell.Typical!.Value), StringComparison.Ordinal).Replace("{n}", $"{cell.FigureIds.Count}", StringComparison.Ordinal)
        .Replace("{low}", Money(language, cell.Low!.Value), StringComparison.Ordinal).Replace("{high}", Money(language, cell.High!.Value), StringComparison.Ordinal);

    private string Money(string language, decimal usd) => site.Usual(language, usd);

    private static string Lead(string page) => SiteFixture.TextOf(Regex.Match(page, "<section class=\"lead\">.*?</section>", RegexOptions.Singleline).Value);

    /// <summary>The first sentence, without the link to its evidence.</summary>
    private static string First(string page) => Regex.Replace(SiteFixture.TextOf(Regex.Match(page, "<p class=\"standfirst\">.*?</p>", RegexOptions.Singleline).Value), @" \([^()]*\)$", "");
}

/// <summary>What reports say of a kind of work.</summary>
public sealed class TaskReportsTests(WorkSite site) : IClassFixture<WorkSite>
{
    [Theory]
    [InlineData("/en/tasks/survey", "Among workers who reported to us, a typical paid hour of answering surveys brings $8 (about 80 reports).")]
    [InlineData("/en/tasks/survey", "With unpaid time counted, a typical hour of answering surveys brings $6 (about 80 reports). The unpaid time is partly assumed, from studies of such work.")]
    [InlineData("/id/tasks/survey?currency=USD", "Menurut pekerja yang melapor kepada kami, satu jam berbayar mengisi survei biasanya menghasilkan $8 (sekitar 80 laporan).")]
    [InlineData("/id/tasks/survey?currency=USD", "Bila waktu tak dibayar dihitung, satu jam mengisi survei biasanya menghasilkan $6 (sekitar 80 laporan). Waktu tak dibayar itu sebagian diandaikan")]
    [InlineData("/en/tasks/survey", "All countries Paid time only $8")]
    [InlineData("/en/tasks/survey", "Indonesia Paid time only not shown: fewer than 10 contributors")]
    [InlineData("/en/tasks/survey", "Under 1 month Paid time only $7")]
    public async Task Reports_speak_before_studies(string address, string words) =>
        Assert.Contains(words, SiteFixture.TextOf(await site.PageAsync(address)), StringComparison.Ordinal);

    [Fact]
    public async Task What_reports_tell_is_not_said_to_be_unknown()
    {
        var page = SiteFixture.TextOf(await site.PageAsync("/en/tasks/survey"));
        Assert.DoesNotContain("nobody’s report is shown", page, StringComparison.Ordinal);
        Assert.DoesNotContain("How much experience changes the pay.", page, StringComparison.Ordinal);
        Assert.Contains("nobody’s report is shown", SiteFixture.TextOf(await site.PageAsync("/en/tasks/coding")), StringComparison.Ordinal);
    }
}
