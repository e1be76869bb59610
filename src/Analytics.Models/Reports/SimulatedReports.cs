using System.Globalization;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Storage;
using MathNet.Numerics.Distributions;

namespace Analytics.Models.Reports;

/// <summary>
/// Made-up reports for the demonstration: log-normal pay around a level for the task type, with effects of platform, experience and country,
/// some workers telling of unpaid time and costs and some not. Nothing in it is anybody's pay.
/// </summary>
public sealed class SimulatedReports
{
    private const int Quarters = 12;
    private const double WithinWorker = 0.35, BetweenWorkers = 0.45;

    private static readonly (string Code, double Effect, double Weight)[] Countries =
        [("US", 0.25, 30), ("IN", -0.35, 18), ("ID", -0.40, 16), ("PH", -0.35, 10), ("GB", 0.20, 8), ("KE", -0.45, 5), ("BR", -0.25, 5), ("DE", 0.20, 4), ("MX", -0.25, 4)];

    private static readonly (ExperienceBand Band, double Effect, double Weight)[] Bands =
        [(ExperienceBand.UnderOneMonth, -0.30, 20), (ExperienceBand.OneToSixMonths, -0.10, 30), (ExperienceBand.SixToTwentyFourMonths, 0.08, 30), (ExperienceBand.OverTwentyFourMonths, 0.22, 20)];

    private readonly Catalogue catalogue;
    private readonly int seed;
    private readonly DateOnly lastMonth;

    /// <param name="seed">The same seed makes the same reports.</param>
    /// <param name="lastMonth">First day of the last month worked.</param>
    public SimulatedReports(Catalogue catalogue, int seed, DateOnly lastMonth) =>
        (this.catalogue, this.seed, this.lastMonth) = (catalogue, seed, lastMonth);

    /// <summary>The first <paramref name="count"/> reports of this seed.</summary>
    public IEnumerable<Report> Make(int count)
    {
        var random = new Random(seed);
        var work = catalogue.Platforms.SelectMany(p => p.TaskTypes.Select(t => (Platform: p, Task: t, Weight: Weight(p)))).ToArray();
        for (var made = 0; made < count;)
        {
            var worker = Worker(random, made, work);
            for (var months = 1 + random.Next(8); months > 0 && made < count; months--)
                yield return Report(random, made++, worker);
        }
    }

    private WorkerTraits Worker(Random random, int number, (Platform Platform, TaskType Task, double Weight)[] work)
    {
        var (platform, task, _) = Pick(random, work, w => w.Weight);
        var country = Pick(random, Countries, c => c.Weight);
        return new(Key.Of("simulated-contributor", Text(seed), Text(number)), platform, task, country.Code,
            Math.Log(Level(task)) + PlatformEffect(platform.Slug) + country.Effect + Normal.Sample(random, 0, BetweenWorkers),
            TellsUnpaid: random.NextDouble() < 0.6);
    }

    private Report Report(Random random, int number, WorkerTraits worker)
    {
        var band = Pick(random, Bands, b => b.Weight);
        var hours = Math.Clamp(LogNormal.Sample(random, 3.2, 0.7), 2, 220);
        var hourly = Math.Clamp(Math.Exp(worker.Level + band.Effect + Normal.Sample(random, 0, WithinWorker)), 0.2, 400);
        var rides = worker.Task == TaskType.RideDelivery;
        return new Report
        {
            Id = Key.Of("simulated-report", Text(seed), Text(number)),
            Contributor = worker.Contributor,
            Kind = random.NextDouble() < 0.15 ? FigureKind.TrackerLog : FigureKind.SelfReport,
            Platform = worker.Platform.Slug,
            TaskType = worker.Task,
            Experience = band.Band,
            Country = worker.Country,
            Month = lastMonth.AddMonths(-random.Next(Quarters * 3)),
            Currency = "USD",
            Pay = Round(hourly * hours),
            Costs = rides ? Round(hourly * hours * (0.15 + 0.2 * random.NextDouble())) : worker.TellsUnpaid ? 0 : null,
            PaidHours = Round(hours),
            UnpaidHours = worker.TellsUnpaid ? Round(hours * Beta.Sample(random, 4.4, 13.2) * 1.33) : null,
            Simulated = true,
            ReceivedAt = new DateTimeOffset(lastMonth.AddMonths(1), TimeOnly.MinValue, TimeSpan.Zero),
        };
    }

    // Levels in USD an hour that give the demonstration a plausible shape; they are not estimates.
    private static double Level(TaskType task) => task switch
    {
        TaskType.Survey => 3.5,
        TaskType.DataEntry => 4,
        TaskType.Transcription => 5,
        TaskType.ContentModeration => 5,
        TaskType.ImageVideoLabelling => 4,
        TaskType.AiTrainingGeneral => 16,
        TaskType.AiTrainingExpert => 48,
        TaskType.Coding => 32,
        TaskType.Writing => 18,
        TaskType.Translation => 16,
        TaskType.Design => 20,
        TaskType.UserTesting => 22,
        TaskType.RideDelivery => 11,
        _ => 8,
    };

    private static double PlatformEffect(string slug) => (Seeded(slug) - 0.5) * 0.6;

    private static double Weight(Platform platform) => 0.2 + Seeded(platform.Slug + " size");

    private static double Seeded(string text) => Convert.ToInt32(Key.Of(text)[..6], 16) / (double)0x1000000;

    private static T Pick<T>(Random random, T[] from, Func<T, double> weight)
    {
        var at = random.NextDouble() * from.Sum(weight);
        foreach (var one in from)
        {
            if ((at -= weight(one)) <= 0)
                return one;
        }

        return from[^1];
    }

    private static decimal Round(double value) => Math.Round((decimal)value, 2);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record WorkerTraits(string Contributor, Platform Platform, TaskType Task, string Country, double Level, bool TellsUnpaid);
}
