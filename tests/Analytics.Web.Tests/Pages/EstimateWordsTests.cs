using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Estimates;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

/// <summary>Every sentence of "what would I earn" against its figures, in both languages.</summary>
public sealed class EstimateWordsTests
{
    private static readonly EstimateChoice Surveys = new() { Task = TaskType.Survey, Hours = 15 };

    [Theory]
    [InlineData("en", "Of 100 such people, 80 make between $2 and $9.")]
    [InlineData("id", "Dari 100 orang seperti ini, 80 mendapat antara $2 dan $9.")]
    public void The_range(string language, string sentence)
    {
        var row = PersonalPay.Of(EstimateSample.Release, PayMeasure.PaidOnly, Surveys)!.Row;
        Assert.Equal(sentence, Asked(language).Range(row));
        Assert.Equal(SiteText.Of(SiteLanguage.Find(language)!)["estimate.noRange"], Asked(language).Range(row with { Low = null, High = null }));
    }

    [Theory]
    // 28 hours at $4, of 65 wished; 80 of 100 between 28 × 2 and 28 × 9.
    [InlineData("en", PayMeasure.PaidOnly, 15, "15 hours a week would be about 65 hours a month. There may not be that much work: half of those who report get 28 paid hours or fewer. 28 hours would bring about $110."
        + "|For 80 of 100 people it would be between $56 and $250.|About 85 people told how many paid hours a month they get: half of them 28 or fewer, a quarter 23 or fewer, a quarter 36 or more.")]
    [InlineData("id", PayMeasure.PaidOnly, 15, "15 jam seminggu berarti kira-kira 65 jam sebulan. Pekerjaannya mungkin tidak sebanyak itu: separuh pelapor mendapat 28 jam berbayar atau kurang. 28 jam menghasilkan sekitar $110."
        + "|Bagi 80 dari 100 orang, hasilnya antara $56 dan $250.|Sekitar 85 orang menyebut berapa jam berbayar yang mereka dapat sebulan: separuh mendapat 28 jam atau kurang, seperempat 23 atau kurang, seperempat 36 atau lebih.")]
    // 37.3 hours at $3.
    [InlineData("en", PayMeasure.AllIn, 15, "half of those who report get so few paid hours that, with the usual unpaid ones, it comes to 37 or fewer. 37 hours would bring about $110.|between $52 and $240.")]
    [InlineData("id", PayMeasure.AllIn, 15, "separuh pelapor mendapat jam berbayar begitu sedikit sehingga, bersama jam tak berbayar yang lazim, jumlahnya 37 jam atau kurang. 37 jam menghasilkan sekitar $110.|antara $52 dan $240.")]
    // 1.5 hours a week are 6.5 a month, which there are.
    [InlineData("en", PayMeasure.PaidOnly, 1.5, "1.5 hours a week are about 6.5 hours a month. They would bring about $26.")]
    [InlineData("id", PayMeasure.PaidOnly, 1.5, "1,5 jam seminggu kira-kira 6,5 jam sebulan. Hasilnya sekitar $26.")]
    public void A_month(string language, PayMeasure measure, double weekly, string said)
    {
        var choice = Surveys with { Hours = (decimal)weekly };
        var row = PersonalPay.Of(EstimateSample.Release, measure, choice)!.Row;
        var sentences = string.Join(' ', Asked(language).Month(row, MonthlyPay.Of(EstimateSample.Release, measure, choice), choice.Hours));
        Assert.All(said.Split('|'), part => Assert.Contains(part, sentences, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "15 hours a week are about 65 hours a month. If there is that much work, which nobody has reported, they would bring about $1,000.")]
    [InlineData("id", "15 jam seminggu kira-kira 65 jam sebulan. Bila pekerjaannya memang sebanyak itu, dan ini belum ada yang melaporkan, hasilnya sekitar $1.000.")]
    public void A_month_of_work_whose_hours_nobody_told(string language, string sentence)
    {
        var choice = Surveys with { Task = TaskType.Coding };
        var row = PersonalPay.Of(EstimateSample.Release, PayMeasure.PaidOnly, choice)!.Row;
        Assert.Equal(sentence, Asked(language).Month(row, MonthlyPay.Of(EstimateSample.Release, PayMeasure.PaidOnly, choice), choice.Hours).First());
    }

    [Theory]
    // The state's minimum is $16.
    [InlineData("en", "US", "California", 32, "The legal minimum wage in California is $16 an hour (as of 2024). This pay is above the minimum wage: 2 times as much. Gig work is rarely covered by it")]
    [InlineData("id", "US", "California", 32, "Upah minimum resmi di California $16 per jam (keadaan 2024). Upah ini lebih tinggi daripada upah minimum: 2 kali lipatnya. Kerja lepas jarang dilindungi")]
    [InlineData("en", "ID", null, 4, "as of 2026. This pay is above the minimum wage: 2 to 5.1 times as much. Choose your province or state above for your own. Gig work")]
    [InlineData("id", "ID", null, 4, "Upah ini lebih tinggi daripada upah minimum: 2 sampai 5,1 kali lipatnya. Pilih provinsi atau negara bagian Anda di atas. Kerja lepas")]
    // Of 2019, and so held against nothing.
    [InlineData("en", "PH", null, 4, "(as of 16 March 2019). That is too old to hold today’s pay against. Gig work is rarely covered by it")]
    [InlineData("en", "AQ", null, 4, "We know of no minimum wage by the hour for Antarctica.")]
    [InlineData("id", "AQ", null, 4, "Kami tidak mengetahui upah minimum per jam untuk Antarktika.")]
    public void Pay_against_the_minimum_wage(string language, string country, string? region, double hourly, string said)
    {
        var against = AgainstWage.Of(Asked(language), Surveys with { Country = country, Region = region }, (decimal)hourly)!;
        Assert.Contains(said, Plain(against.Sentence), StringComparison.Ordinal);
        Assert.Equal(country == "AQ", against.Minimum is null);
        Assert.Null(AgainstWage.Of(Asked(language), Surveys, (decimal)hourly));
    }

    [Fact]
    public void A_monthly_wage_is_divided_by_the_hours_of_a_month()
    {
        var wage = LocalMinimum.Of(EstimateSample.Release, "ID", "DI Yogyakarta")!;
        Assert.Equal(Math.Round(wage.Wage.Amount / (40 * 52 / 12m), 3), Math.Round(wage.Hourly, 3));
        Assert.Equal(Math.Round(wage.Hourly / EstimateSample.Release.NewestRate("IDR")!.PerUsd, 4), Math.Round(wage.HourlyUsd, 4));
        // The newest of a province, and the country's where a region has none.
        Assert.Equal(2026, wage.Wage.Effective.Year);
        Assert.Null(LocalMinimum.Of(EstimateSample.Release, "ID", "Atlantis")!.Wage.Region);
        Assert.Null(LocalMinimum.Of(EstimateSample.Release, "AQ"));
    }

    [Theory]
    [InlineData("en", "Other work, Coding, typically brings $20 an hour, 6.7 times as much; not everybody is let in.|With more experience (Over 24 months) people typically make $6 an hour, 2 times as much.|The same work on Clickworker typically brings $4.50 an hour, 1.5 times as much.")]
    [InlineData("id", "Pekerjaan lain, Pemrograman, biasanya menghasilkan $20 per jam, 6,7 kali lipatnya; tidak semua orang diterima.|Dengan pengalaman lebih lama (Lebih dari 24 bulan) orang biasanya mendapat $6 per jam, 2 kali lipatnya.|Pekerjaan yang sama di Clickworker biasanya menghasilkan $4,50 per jam, 1,5 kali lipatnya.")]
    public void What_would_change_it(string language, string sentences) => Assert.Equal(
        sentences.Split('|'), PersonalPay.Of(EstimateSample.Release, PayMeasure.PaidOnly, Surveys with { Country = "ID" })!.Changes.Select(Asked(language).Change));

    [Theory]
    [InlineData("en", "Too few have reported this work on Toloka|Too few have reported this work at this stage (1 to 6 months)|Too few have reported this work from Kenya|Reports do not name a field of expertise")]
    [InlineData("id", "Terlalu sedikit yang melaporkan pekerjaan ini di Toloka|Terlalu sedikit yang melaporkan pekerjaan ini pada tahap tersebut (1 sampai 6 bulan)|Terlalu sedikit yang melaporkan pekerjaan ini dari Kenya|Laporan tidak menyebut bidang keahlian")]
    public void What_plays_no_part(string language, string beginnings)
    {
        var choice = Surveys with { Platform = "toloka", Country = "KE", Experience = ExperienceBand.OneToSixMonths, Expertise = Expertise.Law };
        var said = Asked(language).NotMet(choice, PersonalPay.Of(EstimateSample.Release, PayMeasure.PaidOnly, choice)!).ToList();
        Assert.Equal(beginnings.Split('|').Length, said.Count);
        Assert.All(beginnings.Split('|').Zip(said), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    // Riding: three figures of the United States and one of Indonesia.
    [InlineData("en", "ID", "Only 1 survey figure is known: $0.69 for an hour of paid work.|10 hours a week")]
    [InlineData("id", "ID", "Hanya 1 angka survei yang diketahui: $0,69 per jam kerja yang dibayar.|10 jam seminggu")]
    [InlineData("en", null, "4 figures of surveys and studies are known, of different countries: they run from $0.69 to $23.33 for an hour of paid work, and none stands for the others.|!a month")]
    [InlineData("id", null, "4 angka survei dan studi diketahui, dari negara yang berbeda: rentangnya dari $0,69 sampai $23,33 per jam kerja yang dibayar|!sebulan")]
    [InlineData("en", "KE", "of different countries|That is not measured in Kenya, so we make no month of it|!10 hours a week")]
    [InlineData("id", "KE", "Itu tidak diukur di Kenya|!10 jam seminggu")]
    [InlineData("en", "US", "The middle one of 3 study figures is $23.23 for an hour of paid work; they run from $19.70 to $23.33.|10 hours a week, about 43 a month, that would be about $1,000 a month")]
    [InlineData("id", "US", "Yang di tengah dari 3 angka studi adalah $23,23 per jam kerja yang dibayar; rentangnya dari $19,70 sampai $23,33.")]
    public void What_studies_found_is_of_the_readers_country_or_made_into_nothing(string language, string? country, string said)
    {
        var choice = new EstimateChoice { Task = TaskType.RideDelivery, Country = country };
        var release = new ShownRelease(SampleRelease.Make());
        var sentences = string.Join(' ', EstimateSample.Asked(SiteLanguage.Find(language)!, release).Studied(choice, StudiedPay.Of(release, choice)));
        foreach (var part in said.Split('|'))
        {
            if (part.StartsWith('!'))
                Assert.DoesNotContain(part[1..], sentences, StringComparison.Ordinal);
            else
                Assert.Contains(part, sentences, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void That_a_figure_is_of_a_platform_that_has_closed_is_said()
    {
        var choice = new EstimateChoice { Task = TaskType.Survey };
        var release = new ShownRelease(SampleRelease.Make());
        Assert.Contains("Amazon Mechanical Turk, which such a figure is of, has closed.", EstimateSample.Asked(SiteLanguage.English, release).Studied(choice, StudiedPay.Of(release, choice)));
    }

    [Fact]
    public void The_coverage_is_that_of_the_work_where_it_was_measured_and_of_all_else()
    {
        var evaluation = EstimateSample.Release.Release.ModelCards[0].Model!.Evaluation;
        var group = evaluation.Groups.First(g => g is { Factor: "task-type", Coverage80: not null });
        var own = Asked("en").Coverage(PayMeasure.PaidOnly, Models.Term.Parse<TaskType>(group.Value))!;
        Assert.Equal($"For this work the range of 80 of 100 held for {Math.Round(100 * group.Coverage80!.Value)} of 100 reports that the model had not seen, measured on about {group.N}.", own);
        var other = Enum.GetValues<TaskType>().First(t => evaluation.Groups.All(g => g.Value != Models.Term.Of(t)));
        Assert.StartsWith($"Over all work the range of 80 of 100 held for {Math.Round(100 * evaluation.Score.Coverage80!.Value)} of 100", Asked("en").Coverage(PayMeasure.PaidOnly, other), StringComparison.Ordinal);
        Assert.Null(Asked("en").Coverage(PayMeasure.AllIn, other));
    }

    private static Asked Asked(string language) => EstimateSample.Asked(SiteLanguage.Find(language)!);

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
