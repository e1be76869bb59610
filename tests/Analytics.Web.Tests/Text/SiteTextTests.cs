using Analytics.Models;
using Analytics.Models.Claims;
using Analytics.Models.Corrections;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Operations;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Http;

namespace Analytics.Web.Tests.Text;

public sealed class SiteTextTests
{
    private static readonly SiteText English = SiteText.Of(SiteLanguage.English);
    private static readonly SiteText Indonesian = SiteText.Of(SiteLanguage.Indonesian);

    [Fact]
    public void Both_languages_have_the_same_keys() => Assert.Equal(English.Keys.Order(), Indonesian.Keys.Order());

    [Fact]
    public void Both_languages_have_the_same_places_to_fill() =>
        Assert.All(English.Keys, key => Assert.Equal(SiteText.Places(English[key]), SiteText.Places(Indonesian[key])));

    [Fact]
    public void No_text_is_empty_or_left_in_the_other_language()
    {
        // Names and words that both languages write alike.
        string[] alike = ["site.name", "EvidenceTier.", "Bound.exact", "TaskType.design", "month.",
            "site.releaseLine", "figure.n", "data.kilobytes", "data.megabytes", "nav.data", "compare.column.platform", "operations.report.named",
            "table.platform", "table.n", "alternative.compared", "alternative.figure"];
        Assert.All(English.Keys.Where(key => !alike.Any(key.StartsWith)), key =>
        {
            Assert.False(string.IsNullOrWhiteSpace(Indonesian[key]));
            Assert.NotEqual(English[key], Indonesian[key]);
        });
    }

    [Fact]
    public void Every_enumerated_word_is_written_in_both_languages()
    {
        foreach (var text in new[] { English, Indonesian })
        {
            HasAll<FigureKind>(text);
            HasAll<CoarseKind>(text);
            HasAll<HourlyGap>(text);
            HasAll<AcceptanceReason>(text);
            HasAll<ObservationStatus>(text);
            HasAll<PayMeasure>(text);
            HasAll<PlatformGroup>(text);
            HasAll<EvidenceTier>(text);
            HasAll<TaskType>(text);
            HasAll<ExperienceBand>(text);
            HasAll<StatementTopic>(text);
            HasAll<PayBasis>(text);
            HasAll<PayUnit>(text);
            HasAll<Bound>(text);
            HasAll<CorrectionWay>(text);
            HasAll<CorrectionState>(text);
            HasAll<OperatorAct>(text);
            HasAll<PassedOver>(text);
            Assert.All(Enum.GetValues<HoldReason>(), why => Assert.NotEqual("", text[$"operations.hold.{Term.Of(why)}"]));
            HasAll<Models.Sources.AddressFault>(text);
        }
    }

    [Fact]
    public void A_missing_key_says_where_to_add_it()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Indonesian["no.such"]);
        Assert.Contains("Text/id/", error.Message, StringComparison.Ordinal);
        Assert.Contains("no.such", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 report", "1 laporan")]
    [InlineData(0, "0 reports", "0 laporan")]
    [InlineData(1205, "1,205 reports", "1.205 laporan")]
    public void Counts_have_their_plural(long n, string english, string indonesian)
    {
        Assert.Equal(english, English.Count("figure.reports", n));
        Assert.Equal(indonesian, Indonesian.Count("figure.reports", n));
    }

    [Theory]
    [InlineData("id-ID,id;q=0.9,en;q=0.8", "id")]
    [InlineData("in-ID", "id")]
    [InlineData("en;q=0.5,id;q=0.8", "id")]
    [InlineData("fr,id;q=0", "en")]
    [InlineData("de", "en")]
    [InlineData("", "en")]
    [InlineData(";;;q=x", "en")]
    public void The_language_is_the_one_the_browser_wants_most(string header, string code)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = header;
        Assert.Equal(code, SiteLanguage.Wanted(context.Request).Code);
    }

    [Theory]
    [InlineData("/id/platforms/mturk", "id")]
    [InlineData("/en", "en")]
    [InlineData("/idea", null)]
    [InlineData("/", null)]
    [InlineData("", null)]
    public void The_language_of_an_address_is_its_first_part(string path, string? code) =>
        Assert.Equal(code, SiteLanguage.OfPath(path)?.Code);

    private static void HasAll<T>(SiteText text) where T : struct, Enum =>
        Assert.All(Enum.GetValues<T>(), value => Assert.NotEqual("", text.Word(value)));
}
