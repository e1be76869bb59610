using Analytics.Models.Claims;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Observations;

public sealed class ObservationStoreTests(PostgresFixture postgres)
{
    private static readonly AcceptanceRules Rules = new(Samples.Rates);
    private static readonly IReadOnlySet<string> None = new HashSet<string>();
    private static readonly Dictionary<string, IReadOnlyList<string>> NoWitnesses = [];

    [Fact]
    public async Task An_observation_keeps_every_value()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ObservationStore(database);
        var seen = Samples.Observation() with
        {
            Status = ObservationStatus.Held,
            Reason = AcceptanceReason.OutsideRange,
            Statistic = Statistic.Quantiles,
            Basis = PayBasis.AllIn,
            TaskType = Models.Platforms.TaskType.AiTrainingExpert,
            Experience = Models.Platforms.ExperienceBand.SixToTwentyFourMonths,
            Country = "ID",
            Bound = Bound.Almost,
            Tasks = 1.5m,
            Hours = 0.25m,
            UnpaidHours = 2,
            Costs = 3,
            Contributor = "me",
            Workers = 4,
            P10 = 0.1m,
            P25 = 0.2m,
            Median = 0.3m,
            P75 = 0.4m,
            P90 = 123456789.123456789m,
        };
        await store.ReplaceAsync(OriginKind.Claim, [seen], NoWitnesses, None, CancellationToken.None);

        Assert.Equal([seen], await store.OfAsync(OriginKind.Claim, CancellationToken.None));
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_what_is_no_longer_wanted_is_withdrawn()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ObservationStore(database);
        Observation[] wanted = [.. new[] { "a", "b", "c" }.Select(id => Rules.Accept(Samples.Figure(id)))];
        Task<Changes> ReplaceAsync(IEnumerable<Observation> rows, params string[] vanished) =>
            store.ReplaceAsync(OriginKind.Figure, [.. rows], NoWitnesses, vanished.ToHashSet(), CancellationToken.None);

        Assert.Equal(new Changes(3, 0), await ReplaceAsync(wanted));
        var xmin = await TraceAsync(database);
        Assert.Equal(new Changes(0, 0), await ReplaceAsync(wanted));
        Assert.Equal(xmin, await TraceAsync(database));

        Assert.Equal(new Changes(0, 2), await ReplaceAsync(wanted[..1], wanted[1].Id));
        var left = (await store.OfAsync(OriginKind.Figure, CancellationToken.None)).ToDictionary(o => o.Origin, o => (o.Status, o.Reason));
        Assert.Equal((ObservationStatus.Accepted, null), left["a"]);
        Assert.Equal((ObservationStatus.Withdrawn, AcceptanceReason.PageVanished), left["b"]);
        Assert.Equal((ObservationStatus.Withdrawn, AcceptanceReason.Superseded), left["c"]);
        Assert.Equal(new Changes(0, 0), await ReplaceAsync(wanted[..1], wanted[1].Id));

        Assert.Equal(new Changes(2, 0), await ReplaceAsync(wanted));
        Assert.Equal(wanted.OrderBy(o => o.Id, StringComparer.Ordinal), await store.OfAsync(OriginKind.Figure, CancellationToken.None));
    }

    [Fact]
    public async Task Observations_of_older_rules_are_replaced()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ObservationStore(database);
        var now = Rules.Accept(Samples.Figure());
        var report = Rules.Accept(Samples.Report());
        await new ReportStore(database).AddAsync([Samples.Report()], CancellationToken.None);
        await InsertAsync(database, [now with { Id = "old figure", RuleVersion = "0" }, report with { Id = "old report", RuleVersion = "0" }]);

        await store.ReplaceAsync(OriginKind.Figure, [now], NoWitnesses, None, CancellationToken.None);
        var undecided = await store.UndecidedReportsAsync("", 10, DateTimeOffset.MaxValue.AddYears(-1), CancellationToken.None);
        await store.AddReportsAsync(Decided(undecided, Rules), CancellationToken.None);

        Assert.Equal([now], await store.OfAsync(OriginKind.Figure, CancellationToken.None));
        Assert.Equal([report], await store.OfAsync(OriginKind.Report, CancellationToken.None));
    }

    private static IReadOnlyList<DecidedReport> Decided(IEnumerable<Report> reports, AcceptanceRules rules) => [.. reports.Select(r => new DecidedReport(r, rules.Accept(r)))];

    [Fact]
    public async Task Reports_are_decided_once_in_the_order_of_ids()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, reports) = (new ObservationStore(database), new ReportStore(database));
        await reports.AddAsync(Enumerable.Range(1, 25).Select(Samples.Report), CancellationToken.None);
        Assert.Equal(0, await reports.AddAsync([Samples.Report(3) with { Pay = 9999 }], CancellationToken.None));
        Assert.Equal((25, 25), await reports.CountAsync(CancellationToken.None));

        var first = await store.UndecidedReportsAsync("", 10, DateTimeOffset.MaxValue.AddYears(-1), CancellationToken.None);
        var rest = await store.UndecidedReportsAsync(first[^1].Id, 100, DateTimeOffset.MaxValue.AddYears(-1), CancellationToken.None);
        Assert.Equal((10, 15), (first.Count, rest.Count));
        Assert.Equal(Enumerable.Range(1, 25).Select(Samples.Report).OrderBy(r => r.Id, StringComparer.Ordinal), first.Concat(rest));

        await store.AddReportsAsync(Decided(first.Concat(rest), Rules), CancellationToken.None);
        Assert.Empty(await store.UndecidedReportsAsync("", 100, DateTimeOffset.MaxValue.AddYears(-1), CancellationToken.None));
        Assert.Equal(25, Assert.Single(await store.CountAsync(CancellationToken.None)).N);
    }

    [Fact]
    public async Task A_report_refused_for_its_currency_is_decided_again_once_a_rate_is_known()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ObservationStore(database);
        await new ReportStore(database).AddAsync([Samples.Report() with { Currency = "KES", Pay = 5000 }], CancellationToken.None);
        async Task<Observation?> DecideAsync()
        {
            var rules = new AcceptanceRules(await new ExchangeRateStore(database).AllAsync(CancellationToken.None));
            await store.AddReportsAsync(Decided(await store.UndecidedReportsAsync("", 10, DateTimeOffset.MaxValue.AddYears(-1), CancellationToken.None), rules), CancellationToken.None);
            return (await store.OfAsync(OriginKind.Report, CancellationToken.None)).SingleOrDefault();
        }

        Assert.Equal(AcceptanceReason.UnknownCurrency, (await DecideAsync())?.Reason);
        Assert.Empty(await store.UndecidedReportsAsync("", 10, DateTimeOffset.MaxValue.AddYears(-1), CancellationToken.None));
        await new ExchangeRateStore(database).AddAsync([new(Samples.Month, "KES", 130, "bank")], CancellationToken.None);
        Assert.Equal(ObservationStatus.Accepted, (await DecideAsync())?.Status);
    }

    private static async Task InsertAsync(Database database, IEnumerable<Observation> rows)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await connection.InsertAsync("perjam.observation", rows, CancellationToken.None);
    }

    // Which transactions wrote the rows: the same again means that none was touched.
    private static async Task<IEnumerable<string>> TraceAsync(Database database)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        return (await connection.QueryAsync<string>("select id || ' ' || xmin from perjam.observation order by id")).ToList();
    }
}
