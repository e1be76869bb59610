using Analytics.Models.Claims;
using Telling = Analytics.Models.Observations.Telling;
using Analytics.Models.Estimates;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;

namespace Analytics.Models.Tests.Releases;

/// <summary>What a small but whole release is made from: the shipped catalogue, a story on two pages, statements and a few cells.</summary>
internal static class ReleaseInputs
{
    /// <summary>Every cell that enough contributors are in is new.</summary>
    public static ReportVerdicts ByCount(IReadOnlyList<Rollup> rollups, IReadOnlyList<WorkHours> hours) => new(
        rollups.Where(r => r.Contributors >= 10).Select(r => (ReportVerdicts.TableOf(r.Measure), r.Key))
            .Concat(hours.Where(h => h.Contributors >= 10).Select(h => (ReportTable.WorkHours, h.Key))).ToDictionary(k => k, _ => Verdict.Fresh), null);

    public static ReleaseInput Make()
    {
        var input = Undecided();
        return input with { Verdicts = ByCount(input.Rollups, input.WorkHours) };
    }

    private static ReleaseInput Undecided()
    {
        var (rules, method) = (new AcceptanceRules(ExchangeRates.Shipped()), new HourlyMethod(ExchangeRates.Shipped()));
        KeptClaim[] claims = [Kept("claim-a", "https://a.example/", 3), Kept("claim-b", "https://b.example/", 1)];
        var story = new StoryRules(ExchangeRates.Shipped()).Gather(claims.Select(c => new Telling(c.Id, c.Claim, c.Address, c.Published!.Value)))[0];
        Observation[] seen = [.. Catalogue.Load().Figures.Select(rules.Accept), rules.Accept(story)];
        Rollup Cell(string? platform, int contributors) => new(new(platform, null, null, null, null), PayMeasure.PaidOnly, contributors, contributors, 0, 1, 2, 3, 4, 5, 2, 4);
        return new()
        {
            Catalogue = Catalogue.Load(),
            Observations = seen,
            Rates = [.. seen.Where(o => o.Status == ObservationStatus.Accepted).Select(method.Apply)],
            Witnesses = new Dictionary<string, IReadOnlyList<string>> { [AcceptanceRules.IdOf(story)] = [.. story.Tellings.Select(t => t.Id)] },
            Claims = claims,
            Statements = [Said("s1", "prolific", "https://b.example/"), Said("s2", "mturk", "https://a.example/"), Said("s3", "Ökonomy", "https://a.example/"), Said("s4", null, "https://a.example/")],
            Checks = [],
            Rollups = [Cell(null, 60), Cell("mturk", 9)],
            Estimates = CellEstimator.Estimate([], [], []),
            AdvertGaps = [new() { Platform = "mturk", TaskType = null, Kind = Evidence.FigureKind.UpTo, Adverts = 7, AgainstReports = 0, Times = 2.345, Low = 1.234, High = 4.567 }],
            ModelCards = [new() { Measure = PayMeasure.PaidOnly, Fate = ModelFate.TooFew, Contributors = 12, Studies = 3 }],
            Personal = [new(PayMeasure.PaidOnly, TaskType.Survey, "mturk", null, "ID", 3.456) { Low = 1.234, High = 9.876 }],
            WorkHours =
            [
                new(new("mturk", null, null, null, null), 23, 9.87, 21.4, 43.2, 12, 0.2468),
                new(new("prolific", null, null, null, null), 12, 9.87, 21.4, 43.2, 9, 0.2468),
                new(new("micro1", null, null, null, null), 9, 9.87, 21.4, 43.2, 9, 0.2468),
            ],
            ExchangeRates = ExchangeRates.Shipped(),
            MinimumWages = MinimumWages.Shipped(),
            Verdicts = ByCount([], []),
            Simulated = false,
        };
    }

    /// <summary>The same in the opposite order.</summary>
    public static ReleaseInput Reversed(ReleaseInput input) => input with
    {
        Observations = [.. input.Observations.Reverse()],
        Rates = [.. input.Rates.Reverse()],
        Claims = [.. input.Claims.Reverse()],
        Statements = [.. input.Statements.Reverse()],
        Rollups = [.. input.Rollups.Reverse()],
    };

    private static KeptClaim Kept(string id, string address, int day) =>
        new(id, Samples.Claim(), "page of " + address, "A title", address, new(2025, 3, day), new(2025, 4, 1), "en", Vanished: false);

    private static KeptStatement Said(string id, string? platform, string address) => new(
        id, new Statement { Topic = StatementTopic.PayoutMethod, Quote = "It pays by bank.", Place = new(0, 0, 16), Platform = platform }, "A title", address, null, new(2025, 4, 1), "en");
}
