using Analytics.Ingest.Steps;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using MathNet.Numerics.Distributions;

namespace Analytics.Ingest.Tests.Steps;

/// <summary>Whence an attack comes.</summary>
public enum Attackers
{
    /// <summary>Five contributors who each tell of every month there is.</summary>
    Few,

    /// <summary>As many contributors, networks and browsers as there are fakes.</summary>
    Many,
}

/// <summary>
/// A year of honest reports whose true pay is known, log-normal with a deviation of 0.8 in each of three kinds of work, and an attack on them: a share of all reports is fake, and
/// all fakes are high. Every report goes through the rules that the site asks when it is sent, and through the steps of the worker.
/// </summary>
internal sealed class RedTeam(Database database, int seed) : TimeProvider
{
    /// <summary>Standard deviation of the logarithm of honest pay.</summary>
    public const double Deviation = 0.8;

    private static readonly DateTimeOffset Start = new(2025, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly (string Platform, TaskType Task, double Median, int Reports)[] Works =
        [("mturk", TaskType.Survey, 3.5, 400), ("prolific", TaskType.Survey, 8, 800), ("dataannotation", TaskType.AiTrainingGeneral, 20, 1500)];

    private readonly Random random = new(seed);
    private DateTimeOffset now = Start;
    private int sent;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Days of the year on which the attack goes on.</summary>
    public int Days { get; init; } = 30;

    /// <summary>Days between two runs of the worker while it does.</summary>
    public int Step { get; init; } = 1;

    /// <summary>Whether the rules take part.</summary>
    public bool Defended { get; init; } = true;

    /// <summary>How far the published figures of the three kinds of work end from the truth.</summary>
    /// <param name="share">Fakes as a share of all reports.</param>
    public async Task<IReadOnlyList<Strayed>> RunAsync(double share, Attackers from)
    {
        var plan = Works.SelectMany(work => Honest(work).Concat(Fakes(work, share, from))).OrderBy(r => r.ReceivedAt).ToList();
        var begins = Start.AddDays(365 - Days);
        await SendAsync([.. plan.Where(r => r.ReceivedAt < begins)], looking: false);
        now = begins;
        await WorkAsync();
        for (var day = 0; day < Days; day += Step)
        {
            await SendAsync([.. plan.Where(r => r.ReceivedAt >= begins.AddDays(day) && r.ReceivedAt < begins.AddDays(day + Step))], looking: Defended);
            now = begins.AddDays(day + Step);
            await WorkAsync();
        }

        now = now.AddDays(4);
        await WorkAsync();
        var rollups = await new RollupStore(database).AllAsync(CancellationToken.None);
        return [.. Works.Select(work =>
        {
            var cell = rollups.Single(r => r.Measure == PayMeasure.PaidOnly && r.Cell == new Cell(work.Platform, work.Task, null, null, null));
            var honest = new SortedSample([.. plan.Where(r => r.Platform == work.Platform && !IsFake(r)).Select(r => (double)(r.Pay / r.PaidHours!.Value)).Order()]);
            return new Strayed(work.Reports, cell.Median / honest.Quantile(0.5), cell.P75 / honest.Quantile(0.75), cell.Steadiness);
        })];
    }

    private static bool IsFake(Report report) => report.Contributor.StartsWith("fake", StringComparison.Ordinal);

    private IEnumerable<Report> Honest((string Platform, TaskType Task, double Median, int Reports) work) =>
        Enumerable.Range(0, work.Reports).Select(i => Sent(work, $"worker-{work.Platform}-{i}", work.Median * Math.Exp(Normal.Sample(random, 0, Deviation)), random.NextDouble() * 365, random.Next(12)));

    // High enough to count as above every quartile, too low for an outlier, none like another.
    private IEnumerable<Report> Fakes((string Platform, TaskType Task, double Median, int Reports) work, double share, Attackers from)
    {
        var count = (int)Math.Round(work.Reports * share / (1 - share));
        return Enumerable.Range(0, count).Select(i => Sent(work, from == Attackers.Few ? $"fake-{work.Platform}-{i % 5}" : $"fake-{work.Platform}-{i}",
            work.Median * (3 + 6 * random.NextDouble()), 365 - Days + (i + random.NextDouble()) * Days / count, from == Attackers.Few ? i / 5 : random.Next(12)));
    }

    private Report Sent((string Platform, TaskType Task, double Median, int Reports) work, string contributor, double hourly, double day, int monthsAgo)
    {
        var hours = Math.Round((decimal)(5 + 60 * random.NextDouble()), 1);
        return new Report
        {
            Id = Key.Of("red-team", $"{seed}", $"{++sent}"),
            Contributor = contributor,
            Kind = FigureKind.SelfReport,
            Platform = work.Platform,
            TaskType = work.Task,
            Month = new DateOnly(2025, 10, 1).AddMonths(-monthsAgo),
            Currency = "USD",
            Pay = Math.Round((decimal)hourly * hours, 2),
            PaidHours = hours,
            Simulated = false,
            Consent = "1",
            ReceivedAt = Start.AddDays(day),
        };
    }

    private async Task SendAsync(IReadOnlyList<Report> reports, bool looking)
    {
        var (store, holds) = (new ReportStore(database), new HoldStore(database));
        if (!looking)
        {
            // Without the rules all of it counts as if a person had let it pass.
            await store.AddAsync(reports.Select(r => Defended ? r : r with { Review = ReviewOutcome.Accepted, ReviewedAt = r.ReceivedAt }), CancellationToken.None);
            return;
        }

        foreach (var report in reports)
            await store.AddAsync([report with { Hold = await holds.LookAsync(report, report.ReceivedAt, CancellationToken.None) }], CancellationToken.None);
    }

    private async Task WorkAsync()
    {
        var catalogue = Catalogue.Load();
        IStep[] steps =
        [
            new AcceptStep(new(database), new(database), new(database), new ExchangeRateStore(database), catalogue, this, withFigures: false),
            new NormaliseStep(new(database), new(database)),
            new RollupStep(new(database)),
        ];
        foreach (var step in steps)
            await step.RunAsync(new Progress<StepProgress>(), CancellationToken.None);
    }
}

/// <summary>Published over true, of one kind of work.</summary>
/// <param name="Honest">Honest reports of it.</param>
internal sealed record Strayed(int Honest, double Median, double P75, Steadiness Steadiness)
{
    public double MedianError => Math.Abs(Median - 1);

    public double P75Error => Math.Abs(P75 - 1);
}
