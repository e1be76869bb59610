using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Web.Http;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Releases;
using Analytics.Web.Search;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Search;

public sealed class SearchIndexTests
{
    private static readonly ShownRelease Release = new(SampleRelease.Make());

    // Task types and countries by their addresses, whether or not the release has pages of all of them.
    private static readonly SearchIndex Index = SiteIndex.Make(Release,
        SiteMap.Pages(Release).Concat(Enum.GetValues<TaskType>().Select(t => $"/tasks/{Term.Of(t)}"))
            .Concat(Countries.All.Select(c => $"/countries/{c.Code.ToLowerInvariant()}"))
            .Concat(SearchWords.Shipped.Pages.Keys).Distinct());

    [Theory]
    // Names and aliases, with or without spaces, signs and accents.
    [InlineData("Amazon Mechanical Turk", "/platforms/mturk", SearchMatch.Name)]
    [InlineData("amt", "/platforms/mturk", SearchMatch.Alias)]
    [InlineData("mturk", "/platforms/mturk", SearchMatch.Alias)]
    [InlineData("M-Turk", "/platforms/mturk", SearchMatch.Alias)]
    [InlineData("  m   turk ", "/platforms/mturk", SearchMatch.Alias)]
    [InlineData("go jek", "/platforms/gojek", SearchMatch.Name)]
    [InlineData("GoFood", "/platforms/gojek", SearchMatch.Alias)]
    [InlineData("TryMyUI", "/platforms/trymata", SearchMatch.Alias)]
    [InlineData("micro 1", "/platforms/micro1", SearchMatch.Name)]
    [InlineData("data annotation", "/platforms/dataannotation", SearchMatch.Name)]
    [InlineData("prolific", "/platforms/prolific", SearchMatch.Name)]
    [InlineData("Uber", "/platforms/uber", SearchMatch.Name)]
    [InlineData("Uber Eats", "/platforms/uber-eats", SearchMatch.Name)]
    [InlineData("jajak pendapat", "/platforms/jakpat", SearchMatch.Alias)]
    [InlineData("guru", "/platforms/guru", SearchMatch.Alias)]
    // Task types in both languages.
    [InlineData("surveys", "/tasks/survey", SearchMatch.Name)]
    [InlineData("isi survei", "/tasks/survey", SearchMatch.Alias)]
    [InlineData("isi survey", "/tasks/survey", SearchMatch.Alias)]
    [InlineData("ojek online", "/tasks/ride-delivery", SearchMatch.Alias)]
    [InlineData("ojol", "/tasks/ride-delivery", SearchMatch.Alias)]
    [InlineData("food delivery", "/tasks/ride-delivery", SearchMatch.Alias)]
    [InlineData("pelabelan data", "/tasks/image-video-labelling", SearchMatch.Alias)]
    [InlineData("data labeling", "/tasks/image-video-labelling", SearchMatch.Alias)]
    [InlineData("melatih AI", "/tasks/ai-training-general", SearchMatch.Alias)]
    [InlineData("train AI", "/tasks/ai-training-general", SearchMatch.Alias)]
    [InlineData("Pelatihan AI, ahli", "/tasks/ai-training-expert", SearchMatch.Name)]
    [InlineData("lawyer", "/tasks/ai-training-expert", SearchMatch.Alias)]
    [InlineData("penerjemah", "/tasks/translation", SearchMatch.Alias)]
    [InlineData("desain grafis", "/tasks/design", SearchMatch.Alias)]
    [InlineData("content moderation", "/tasks/content-moderation", SearchMatch.Name)]
    [InlineData("ngoding", "/tasks/coding", SearchMatch.Alias)]
    // Countries in both languages, by what they are called, and by code.
    [InlineData("Amerika Serikat", "/countries/us", SearchMatch.Name)]
    [InlineData("United States", "/countries/us", SearchMatch.Name)]
    [InlineData("USA", "/countries/us", SearchMatch.Alias)]
    [InlineData("u.s.a.", "/countries/us", SearchMatch.Alias)]
    [InlineData("id", "/countries/id", SearchMatch.Alias)]
    [InlineData("IN", "/countries/in", SearchMatch.Alias)]
    [InlineData("Indonesia", "/countries/id", SearchMatch.Name)]
    [InlineData("India", "/countries/in", SearchMatch.Name)]
    [InlineData("Inggris", "/countries/gb", SearchMatch.Alias)]
    [InlineData("cote d'ivoire", "/countries/ci", SearchMatch.Name)]
    [InlineData("Turkiye", "/countries/tr", SearchMatch.Name)]
    [InlineData("são tomé", "/countries/st", SearchMatch.Prefix)]
    [InlineData("Jepang", "/countries/jp", SearchMatch.Name)]
    // Provinces and states, as people call them.
    [InlineData("jogja", "/estimate?country=ID&region=DI%20Yogyakarta", SearchMatch.Alias)]
    [InlineData("yogyakarta", "/estimate?country=ID&region=DI%20Yogyakarta", SearchMatch.Alias)]
    [InlineData("DIY", "/estimate?country=ID&region=DI%20Yogyakarta", SearchMatch.Alias)]
    [InlineData("UMR jogja", "/estimate?country=ID&region=DI%20Yogyakarta", SearchMatch.Alias)]
    [InlineData("jakarta", "/estimate?country=ID&region=DKI%20Jakarta", SearchMatch.Alias)]
    [InlineData("jakrta", "/estimate?country=ID&region=DKI%20Jakarta", SearchMatch.Typo)]
    [InlineData("jabar", "/estimate?country=ID&region=Jawa%20Barat", SearchMatch.Alias)]
    [InlineData("West Java", "/estimate?country=ID&region=Jawa%20Barat", SearchMatch.Alias)]
    [InlineData("sulsel", "/estimate?country=ID&region=Sulawesi%20Selatan", SearchMatch.Alias)]
    [InlineData("bali", "/estimate?country=ID&region=Bali", SearchMatch.Name)]
    [InlineData("california", "/estimate?country=US&region=California", SearchMatch.Name)]
    [InlineData("minimum wage in californa", "/estimate?country=US&region=California", SearchMatch.Typo)]
    [InlineData("Washington DC", "/estimate?country=US&region=District%20of%20Columbia", SearchMatch.Alias)]
    [InlineData("indiana", "/estimate?country=US&region=Indiana", SearchMatch.Name)]
    // Ways of being paid; a bank by its name leads to banks.
    [InlineData("gopay", "/search?q=GoPay", SearchMatch.Name)]
    [InlineData("go-pay", "/search?q=GoPay", SearchMatch.Name)]
    [InlineData("gopai", "/search?q=GoPay", SearchMatch.Typo)]
    [InlineData("ovo", "/search?q=OVO", SearchMatch.Name)]
    [InlineData("dana", "/search?q=DANA", SearchMatch.Name)]
    [InlineData("shopeepay", "/search?q=ShopeePay", SearchMatch.Name)]
    [InlineData("platform that pays to paypal", "/search?q=PayPal", SearchMatch.Name)]
    [InlineData("cair ke payoneer", "/search?q=Payoneer", SearchMatch.Name)]
    [InlineData("wise", "/search?q=Wise", SearchMatch.Name)]
    [InlineData("transfer bank", "/search?q=bank%20transfer", SearchMatch.Name)]
    [InlineData("BCA", "/search?q=bank%20transfer", SearchMatch.Alias)]
    [InlineData("dompet digital", "/search?q=digital%20wallet", SearchMatch.Name)]
    // Pages of the site.
    [InlineData("data", "/data", SearchMatch.Alias)]
    [InlineData("unduh", "/data", SearchMatch.Alias)]
    [InlineData("methodology", "/methods", SearchMatch.Alias)]
    [InlineData("metodologi", "/methods", SearchMatch.Alias)]
    [InlineData("kartu model", "/methods/model-card", SearchMatch.Alias)]
    [InlineData("koreksi", "/corrections", SearchMatch.Name)]
    [InlineData("kalkulator gaji", "/estimate", SearchMatch.Alias)]
    [InlineData("upah minimum", "/countries", SearchMatch.Alias)]
    // The beginning of a name, then of a word in it.
    [InlineData("outl", "/platforms/outlier", SearchMatch.Prefix)]
    [InlineData("data ann", "/platforms/dataannotation", SearchMatch.Prefix)]
    [InlineData("filip", "/countries/ph", SearchMatch.Prefix)]
    [InlineData("turk mech", "/platforms/mturk", SearchMatch.Word)]
    [InlineData("zeal", "/countries/nz", SearchMatch.Word)]
    // Slips of the keys.
    [InlineData("porlific", "/platforms/prolific", SearchMatch.Typo)]
    [InlineData("prolfic", "/platforms/prolific", SearchMatch.Typo)]
    [InlineData("mtruk", "/platforms/mturk", SearchMatch.Typo)]
    [InlineData("clikworkr", "/platforms/clickworker", SearchMatch.Typo)]
    [InlineData("ojekk onlin", "/tasks/ride-delivery", SearchMatch.Typo)]
    [InlineData("indoneisa", "/countries/id", SearchMatch.Typo)]
    [InlineData("amerka serikat", "/countries/us", SearchMatch.Typo)]
    [InlineData("trascripton", "/tasks/transcription", SearchMatch.Typo)]
    // Whole questions: words that say nothing of which page is meant are passed over.
    [InlineData("how much does mturk pay per hour?", "/platforms/mturk", SearchMatch.Alias)]
    [InlineData("gaji ojol", "/tasks/ride-delivery", SearchMatch.Alias)]
    [InlineData("berapa penghasilan di gojek", "/platforms/gojek", SearchMatch.Name)]
    [InlineData("upah di Indonesia", "/countries/id", SearchMatch.Name)]
    [InlineData("prolific from a student's view", "/platforms/prolific", SearchMatch.Part)]
    public void The_first_page_found_is_the_one_meant(string query, string path, SearchMatch match)
    {
        var first = Index.Find(query) is [var closest, ..] ? closest : null;
        Assert.Equal((path, (SearchMatch?)match), (first?.Entry.Address, first?.Match));
    }

    [Fact]
    public void What_is_called_so_is_not_joined_by_what_is_spelled_alike()
    {
        Assert.Equal(["/data"], Index.Find("data").Where(hit => hit.Match != SearchMatch.Prefix && hit.Match != SearchMatch.Word).Select(hit => hit.Entry.Address));
        Assert.DoesNotContain("/data", Index.Find("dana").Select(hit => hit.Entry.Path));
    }

    [Fact]
    public void Words_json_names_regions_and_ways_that_there_are()
    {
        Assert.Empty(SearchWords.Shipped.Regions.Keys.Except(Release.CountryCodes.SelectMany(Release.RegionsOf)));
        Assert.All(SearchWords.Shipped.Payouts.Keys.Except(["pulsa"]), way => Assert.NotEqual(way, FactWords.Method(SiteText.Of(SiteLanguage.English), way)));
        Assert.Empty(Release.Release.Statements.Where(s => s.Topic == StatementTopic.PayoutMethod).SelectMany(s => s.Value?.Split(' ') ?? [])
            .Except([.. SearchWords.Shipped.Payouts.Keys, "cash", "payroll"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ?!  ")]
    [InlineData("xyzzyqwv")]
    [InlineData("\ud800")]
    public void What_names_nothing_finds_nothing(string query) => Assert.Empty(Index.Find(query));

    [Theory]
    [InlineData("mekanikalterk", "/platforms/mturk")]
    [InlineData("indonesianesia", "/countries/id")]
    [InlineData("transkripsioner", "/tasks/transcription")]
    public void Where_nothing_is_found_the_nearest_names_are_known(string query, string path)
    {
        Assert.Empty(Index.Find(query));
        Assert.Equal(path, Index.Nearest(query)[0].Path);
    }

    [Fact]
    public void Nothing_is_near_to_nonsense() => Assert.Empty(Index.Nearest("xqzv"));

    [Fact]
    public void Of_two_that_match_alike_the_one_comes_first_of_which_more_is_known()
    {
        var index = new SearchIndex(
            [new(SearchKind.Platform, "/a", "a", "Pay one", "Pay one"), new(SearchKind.Platform, "/b", "b", "Pay two", "Pay two") { Known = 3 }], []);
        Assert.Equal(["/b", "/a"], index.Find("pay").Select(hit => hit.Entry.Path));
    }

    [Fact]
    public void Every_page_of_the_site_map_can_be_found_by_its_name()
    {
        var index = SiteIndex.Of(Release);
        var missing = SiteMap.Pages(Release).Except(index.Entries.Select(e => e.Path)).ToList();
        Assert.True(missing.Count == 0, $"Search/words.json has no name for {string.Join(", ", missing)}.");
        Assert.All(index.Entries, entry => Assert.All(new[] { entry.English, entry.Indonesian },
            name => Assert.Contains(entry, index.Find(name).Where(hit => hit.Match == SearchMatch.Name).Select(hit => hit.Entry))));
    }

    [Fact]
    public void Only_pages_of_the_site_map_are_found() =>
        Assert.Empty(SiteIndex.Of(Release).Entries.Select(e => e.Path).Except(SiteMap.Pages(Release)));

    [Fact]
    public void Before_the_first_release_the_site_itself_can_be_found() =>
        Assert.Equal("/methods", SiteIndex.Of(null).Find("metodologi")[0].Entry.Path);

    [Fact]
    public void Words_json_names_task_types_and_countries_that_there_are()
    {
        Assert.Equal(Enum.GetValues<TaskType>().Select(Term.Of).Order(StringComparer.Ordinal), SearchWords.Shipped.Tasks.Keys.Order(StringComparer.Ordinal));
        Assert.All(SearchWords.Shipped.Countries.Keys, code => Assert.NotNull(Countries.Find(code)));
    }

    [Fact]
    public void The_longest_query_is_answered_at_once()
    {
        var words = string.Join(' ', Enumerable.Repeat("prolifix turkk", 14));
        Assert.NotEmpty(Index.Find(words[..SearchIndex.LongestQuery]));
    }
}
