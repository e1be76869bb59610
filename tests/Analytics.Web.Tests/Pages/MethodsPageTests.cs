using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

public sealed class MethodsPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task The_page_works_with_figures_of_the_release()
    {
        var page = SiteFixture.TextOf(await site.PageAsync("/en/methods"));
        Assert.Contains("$3.76 an hour of paid time, $2.83 once unpaid time is counted. So 0.753 of a paid hour’s pay is left.", page, StringComparison.Ordinal);
        Assert.Contains("stated is more than $600 in total for 2,500 tasks. Divided by the tasks that is about $0.24 a task.", page, StringComparison.Ordinal);
        Assert.Contains("because the hours are not stated", page, StringComparison.Ordinal);
        Assert.Contains("fewer than 10 contributors", page, StringComparison.Ordinal);
        foreach (var kind in Enum.GetValues<FigureKind>())
            Assert.Contains(SiteText.Of(SiteLanguage.English).Word(kind), page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_says_what_the_method_makes()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "how-a-number-is-made.md"));
        var examples = Regex.Matches(document, "```figure\n(.*?)--\n(.*?)```", RegexOptions.Singleline);
        Assert.Equal(5, examples.Count);
        Assert.All(examples, example => Check(Lines(example.Groups[1].Value), Lines(example.Groups[2].Value)));
    }

    private static void Check(Dictionary<string, string> given, Dictionary<string, string> stated)
    {
        var rate = new HourlyMethod(ExchangeRates.Shipped()).Apply(Seen(given));
        foreach (var (name, value) in stated)
        {
            Assert.Equal(value, name switch
            {
                "paid-only" => Written(rate.PaidOnly, rate.PaidOnlyGap, imputed: false),
                "all-in" => Written(rate.AllIn, rate.AllInGap, rate.AllInImputed),
                "per-task" => Written(rate.PerTask, null, imputed: false),
                "rate" => rate.Factors.Single(f => f.Name == "exchange-rate").Value.ToString("0.00", CultureInfo.InvariantCulture),
                _ => throw new FormatException($"The document states '{name}', which the test cannot check."),
            });
        }
    }

    private static string Written(RateRange? range, HourlyGap? gap, bool imputed) => range is { } known
        ? known.Typical.ToString("0.##", CultureInfo.InvariantCulture) + (imputed ? " imputed" : "")
        : $"not known, {Term.Of(gap!.Value)}";

    private static Observation Seen(Dictionary<string, string> given)
    {
        decimal? Number(string name) => given.TryGetValue(name, out var text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
        var amount = given["amount"].Split(' ');
        return new()
        {
            Id = "example",
            OriginKind = OriginKind.Figure,
            Origin = "example",
            Status = ObservationStatus.Accepted,
            Kind = Term.Parse<FigureKind>(given["kind"]),
            Tier = EvidenceTier.C,
            Basis = given.TryGetValue("basis", out var basis) ? Term.Parse<PayBasis>(basis) : PayBasis.Unknown,
            Platform = given.GetValueOrDefault("platform"),
            TaskType = Term.Find<TaskType>(given.GetValueOrDefault("task")),
            Month = DateOnly.ParseExact(given["month"] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture),
            AmountMin = decimal.Parse(amount[0], CultureInfo.InvariantCulture),
            AmountMax = decimal.Parse(amount[0], CultureInfo.InvariantCulture),
            Currency = amount[1],
            Unit = Term.Parse<PayUnit>(given["unit"]),
            Tasks = Number("tasks"),
            Hours = Number("hours"),
        };
    }

    private static Dictionary<string, string> Lines(string block) =>
        block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}
