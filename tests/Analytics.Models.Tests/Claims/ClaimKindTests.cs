using Analytics.Models.Claims;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Claims;

/// <summary>What sort of claim it is and what it is about. The sentences are our own.</summary>
public sealed class ClaimKindTests
{
    [Theory]
    [InlineData("en", "I made $85 on Prolific last week.", FigureKind.WorkerCase, EvidenceTier.D)]
    [InlineData("en", "Maria, a courier, says she earns $18 an hour with Uber.", FigureKind.WorkerCase, EvidenceTier.D)]
    [InlineData("en", "A friend of mine was paid $3 an hour to label images.", FigureKind.WorkerCase, EvidenceTier.D)]
    [InlineData("en", "According to a study, the median worker on MTurk earned $2 an hour.", FigureKind.StudyStatistic, EvidenceTier.C)]
    [InlineData("en", "Drivers earn on average $19 an hour.", FigureKind.SurveyStatistic, EvidenceTier.C)]
    [InlineData("en", "Uber says drivers average $25 an hour.", FigureKind.PlatformStatistic, EvidenceTier.D)]
    [InlineData("en", "You can earn $15 an hour as a rater.", FigureKind.Advertised, EvidenceTier.E)]
    [InlineData("en", "We pay up to $40 per hour for coders.", FigureKind.UpTo, EvidenceTier.E)]
    [InlineData("en", "Freelance illustrators charge $50 per hour.", FigureKind.AskedRate, EvidenceTier.E)]
    [InlineData("en", "The startup promised to pay him $600 for the project.", FigureKind.Advertised, EvidenceTier.E)]
    [InlineData("id", "Saya sudah menghasilkan Rp2 juta dari menulis artikel.", FigureKind.WorkerCase, EvidenceTier.D)]
    [InlineData("id", "Ia mengaku mendapat Rp150.000 per hari sebagai kurir.", FigureKind.WorkerCase, EvidenceTier.D)]
    [InlineData("id", "Kamu bisa mendapatkan Rp50.000 per survei.", FigureKind.Advertised, EvidenceTier.E)]
    [InlineData("id", "Menurut survei, rata-rata pendapatan driver Rp120.000 per hari.", FigureKind.StudyStatistic, EvidenceTier.C)]
    [InlineData("id", "Rata-rata pengemudi memperoleh Rp130.000 sehari.", FigureKind.SurveyStatistic, EvidenceTier.C)]
    public void Kind_and_tier_follow_the_words(string language, string sentence, FigureKind kind, EvidenceTier tier)
    {
        var claim = Assert.Single(Own.Read(sentence, language).Claims);
        Assert.Equal((kind, tier), (claim.Kind, claim.Tier));
    }

    [Fact]
    public void A_document_that_another_saw_makes_a_case_of_tier_D_with_its_witness()
    {
        var reading = Own.Read("Rina Halim melatih AI di micro1. Ia bisa menghasilkan US$90 per jam.\nBerdasarkan slip gaji yang dikonfirmasi oleh Harian Contoh, Halim memperoleh US$90 per jam.\nMenurut Halim, kerjanya menarik.", "id");
        var claim = Assert.Single(reading.Claims);
        Assert.Equal((FigureKind.WorkerCase, EvidenceTier.D), (claim.Kind, claim.Tier));
        Assert.Equal("slip gaji yang dikonfirmasi oleh Harian Contoh", claim.Witness);
        Assert.Equal("micro1", claim.Platform);
    }

    [Fact]
    public void A_person_is_known_by_the_name_they_are_called_by()
    {
        var reading = Own.Read("The story of Dewi Larasati begins in 2021. Soon Larasati found Upwork.\n\nThere Larasati earned $900 in three months.");
        Assert.Equal("Dewi Larasati", Assert.Single(reading.Claims).Person);
    }

    [Theory]
    [InlineData("en", "Nadia Okoye, a nurse in Leeds, trains chatbots for micro1.\n\nOkoye earns $80 an hour.", "Nadia Okoye")]
    [InlineData("en", "Nadia Okoye, a nurse in Leeds, trains chatbots for micro1. Since March her earnings have come to $7,000.", "Nadia Okoye")]
    [InlineData("id", "Bagus Wicaksono, kurir Grab di Solo, memperoleh Rp170 ribu per hari.", "Bagus Wicaksono")]
    [InlineData("id", "\"Saya menghasilkan $35 di MTurk,\" kata Ratna Kusuma, mahasiswi di Malang.", "Ratna Kusuma")]
    public void A_person_is_known_by_what_is_said_beside_the_name(string language, string text, string person) =>
        Assert.Equal(person, Assert.Single(Own.Read(text, language).Claims).Person);

    [Fact]
    public void What_follows_a_seen_document_has_the_same_witness_and_country()
    {
        var reading = Own.Read("Nadia Okoye, a nurse, earns $80 an hour, according to pay slips seen by the Morning Post. Since March her earnings have come to $7,000.\n\nOkoye lives in Kenya and earned $9 for a test.");
        Assert.All(reading.Claims.Take(2), c => Assert.Contains("seen by the Morning Post", c.Witness, StringComparison.Ordinal));
        Assert.All(reading.Claims, c => Assert.Equal((EvidenceTier.D, "KE"), (c.Tier, c.Country)));
    }

    [Fact]
    public void The_least_a_buyer_must_pay_is_a_floor_and_a_pound_no_country()
    {
        var claim = Assert.Single(Own.Read("Researchers on Prolific must pay at least £6.50 per hour.").Claims);
        Assert.Equal((FigureKind.PlatformFloor, null), (claim.Kind, claim.Country));
    }

    [Fact]
    public void A_heading_that_converts_the_sum_below_it_is_no_claim()
    {
        var reading = Own.Read("Wayan Surya menulis di Upwork.\n\nPenghasilan Total Hampir Rp800 Juta\n\nSejak Mei total penghasilannya hampir menyentuh US$50.000.", "id");
        Assert.Equal("50000 USD total almost", MoneyFormTests.Written(Assert.Single(reading.Claims)));
    }

    [Fact]
    public void A_post_is_its_author_s()
    {
        var article = Article.FromText("") with { Blocks = [new(BlockKind.Post, "I made $45 on Prolific in May.") { Author = "tin-kettle" }] };
        var claim = Assert.Single(Own.Reader.Read(article).Claims);
        Assert.Equal(("tin-kettle", FigureKind.WorkerCase, EvidenceTier.D), (claim.Person, claim.Kind, claim.Tier));
    }

    [Theory]
    [InlineData("Writers on Upwork earn $30 an hour.", null, "upwork", "sentence")]
    [InlineData("Upwork is a marketplace. Writers there earn $30 an hour.", null, "upwork", "block")]
    [InlineData("## Upwork\n\nWriters earn $30 an hour.", null, "upwork", "heading")]
    [InlineData("Many begin on Upwork.\n\nWriters earn $30 an hour.", null, "upwork", "section")]
    [InlineData("Writers earn $30 an hour.", "What Upwork pays", "upwork", "title")]
    [InlineData("Writers earn $30 an hour.\n\n## Where\n\nOn Upwork. I like Upwork. You know Upwork.", null, "upwork", "article")]
    [InlineData("Writers earn $30 an hour.", null, null, null)]
    public void The_platform_is_told_by_the_nearest_place_that_names_it(string text, string? title, string? slug, string? rule)
    {
        var claim = Assert.Single(Own.Read(text, "en", title).Claims);
        Assert.Equal((slug, rule), (claim.Platform, claim.PlatformRule));
    }

    [Fact]
    public void Platforms_beyond_the_catalogue_have_a_name_and_no_slug()
    {
        var claim = Assert.Single(Own.Read("She earned $400 on Twitch in a month.").Claims);
        Assert.Equal((null, "Twitch"), (claim.Platform, claim.PlatformName));
    }

    [Theory]
    [InlineData("en", "On a website called Taskelio she earned $31 typing.", "Taskelio")]
    [InlineData("id", "Ia mendapat Rp40.000 per artikel dari situs bernama Klikrajin.", "Klikrajin")]
    public void A_platform_in_no_list_is_named_as_written(string language, string text, string name)
    {
        var claim = Assert.Single(Own.Read(text, language).Claims);
        Assert.Equal((null, name), (claim.Platform, claim.PlatformName));
    }

    [Theory]
    [InlineData("Most people earn $4 at medium effort.", null)]
    [InlineData("I earned $54 on Medium.", "Medium")]
    [InlineData("He earned $54 for data annotation.", null)]
    [InlineData("He earned $54 on Data Annotation.", "DataAnnotation")]
    [InlineData("A courier earned $54 as a Grab driver.", "Grab")]
    [InlineData("A freelancer earned $54.", null)]
    [InlineData("She joined Freelancer and earned $54.", "Freelancer.com")]
    public void A_name_that_is_also_a_word_needs_its_capital_and_its_place(string text, string? platform) =>
        Assert.Equal(platform, Assert.Single(Own.Read(text).Claims).PlatformName);

    [Theory]
    [InlineData("en", "Transcribers earn $10 an hour.", TaskType.Transcription)]
    [InlineData("en", "Uber pays $20 an hour.", TaskType.RideDelivery)]
    [InlineData("en", "You can earn $12 per translation, and translators are in demand.", TaskType.Translation)]
    [InlineData("en", "Developers training AI models earn $45 an hour.", TaskType.AiTrainingExpert)]
    [InlineData("id", "Penulis dibayar Rp30.000 per artikel.", TaskType.Writing)]
    [InlineData("id", "Pekerja melabeli gambar dan dibayar Rp15.000 per jam untuk pelabelan gambar.", TaskType.ImageVideoLabelling)]
    [InlineData("en", "Workers earn $10 an hour.", null)]
    public void The_task_type_is_read(string language, string text, TaskType? task) =>
        Assert.Equal(task, Assert.Single(Own.Read(text, language).Claims).TaskType);

    [Fact]
    public void Experience_and_country_are_read()
    {
        var claim = Assert.Single(Own.Read("Translators in Kenya with 3 years of experience earn $9 an hour.").Claims);
        Assert.Equal(("KE", ExperienceBand.OverTwentyFourMonths), (claim.Country, claim.ExperienceBand));
    }

    [Fact]
    public void The_language_is_guessed_where_none_is_given()
    {
        var claim = Assert.Single(Own.Read("Saya dan teman saya menulis untuk situs itu, dan kami mendapat fee 25 ribu per artikel.", null).Claims);
        Assert.Equal("25000 IDR task exact", MoneyFormTests.Written(claim));
    }
}
