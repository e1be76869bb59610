using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>What an advert or a listing promises for an hour.</summary>
public sealed record Advert(Observation Seen, HourlyRate Rate)
{
    /// <summary>USD an hour that it holds out: of a promise that says "up to", the most; of a range, its middle.</summary>
    public decimal? Promised => Rate.PaidOnly is not { } rate ? null : Seen.Kind == FigureKind.UpTo ? rate.High : rate.Typical;
}

/// <summary>
/// How far what is promised runs above what workers get by their own reports or by studies of them: times the typical hour of paid time. A platform's gap is against pay on that very
/// platform; that of a kind of work, also against such work over all platforms, where a platform's own pay is not known.
/// </summary>
public sealed record AdvertGap
{
    /// <summary>Slug; null for all.</summary>
    public required string? Platform { get; init; }

    /// <summary>Null for all.</summary>
    public required TaskType? TaskType { get; init; }

    /// <summary>Advertised, up-to or listing: never together, as "up to" is another promise than an offer.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>Adverts compared.</summary>
    public required int Adverts { get; init; }

    /// <summary>Of those, how many were compared with reports; the others with studies.</summary>
    public required int AgainstReports { get; init; }

    /// <summary>1: what is promised is what is paid; 2: twice as much is promised.</summary>
    public required double Times { get; init; }

    /// <summary>Lower end of its interval of 90 in a hundred.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end.</summary>
    public required double High { get; init; }
}

/// <summary>
/// Estimates the advert gap: the logarithm of promised over typical pay, pooled over platforms, task types and both by REML, as pay itself is; to what the model is unsure of comes how unsure
/// the typical pay is. Values in, values out.
/// </summary>
public static class AdvertGaps
{
    /// <summary>Adverts below which nothing can be said.</summary>
    private const int Least = 5;

    // Spread of persons' logarithms about a study's median (METHOD.md §6), whose own variance is π/2 σ²/n.
    private const double Spread = 0.8;

    private sealed record Compared(Advert Advert, double Log, Estimate Paid);

    /// <summary>The gaps of all, of each platform, task type and both that some advert can be compared of, for every kind of promise.</summary>
    /// <param name="estimates">Typical pay; an advert is compared with that of its platform and task type, else of its platform, else of its task type, else not at all.</param>
    public static IReadOnlyList<AdvertGap> Of(IReadOnlyList<Advert> adverts, IReadOnlyList<Estimate> estimates)
    {
        var typical = estimates.Where(e => e.Measure == PayMeasure.PaidOnly && e.Typical > 0).ToDictionary(e => e.Cell);
        var compared = adverts.Where(a => IsPromise(a.Seen.Kind)).OrderBy(a => a.Seen.Id, StringComparer.Ordinal).Select(a => Compare(a, typical)).OfType<Compared>().ToList();
        return compared.Count < Least ? [] : [.. Gaps(compared, Middles(compared))];
    }

    /// <summary>Whether a figure of <paramref name="kind"/> is what somebody promises or offers; what a freelancer asks is not.</summary>
    public static bool IsPromise(FigureKind kind) => kind is FigureKind.Advertised or FigureKind.UpTo or FigureKind.Listing;

    private static Compared? Compare(Advert advert, Dictionary<Cell, Estimate> typical)
    {
        var (platform, task) = (advert.Seen.Platform, advert.Seen.TaskType);
        if (advert.Promised is not > 0 || (platform is null && task is null))
            return null;
        (string? Platform, TaskType? Task)[] cells = platform is null ? [(null, task)] : [(platform, task), (platform, null), (null, task)];
        var paid = cells.Where(c => c != (null, null)).Select(c => typical.GetValueOrDefault(new(c.Platform, c.Task, null, null, null))).FirstOrDefault(e => e is not null);
        return paid is null ? null : new(advert, Math.Log((double)(advert.Promised.Value / paid.Typical)), paid);
    }

    private static double Variance(Estimate paid)
    {
        // Ends are in cents, and the lower may be none.
        var width = Math.Log((double)paid.High / Math.Max(0.01, (double)paid.Low));
        // Studies' ends are the lowest and the highest of them; reports' those of the median's interval.
        return paid.Basis == EstimateBasis.Studies
            ? width * width / 12 + Math.PI / 2 * Spread * Spread / Math.Max(1, paid.Workers)
            : Math.Pow(MedianPay.Deviation(width), 2);
    }

    private static (double Log, double Variance)[] Middles(List<Compared> compared)
    {
        var builder = new PayCellsBuilder(seed: 0);
        int[] cellOf = [.. compared.Select(c => builder.Add(Row(c)).Cell)];
        var cells = builder.Build();
        var design = MixedDesign.Of(cells, [new(PayFactor.Platform), new(PayFactor.TaskType), new(PayFactor.Platform, PayFactor.TaskType)], [PayFactor.Method]);
        var fit = new MixedModel(design, [.. cells.Entries.Select(e => e.Log)], [.. Enumerable.Repeat(true, Folds.Count + 1)], ErrorModel.Normal).Fit();
        var variances = fit.Variances();
        return Array.ConvertAll(cellOf, cell => (fit.Locations[cell], variances[cell]));
    }

    private static PayRow Row(Compared compared) => new()
    {
        Hourly = Math.Exp(compared.Log),
        Platform = compared.Advert.Seen.Platform ?? "",
        TaskType = compared.Advert.Seen.TaskType is { } task ? Term.Of(task) : "",
        Method = Term.Of(compared.Advert.Seen.Kind),
    };

    private static IEnumerable<AdvertGap> Gaps(List<Compared> compared, (double Log, double Variance)[] middles) =>
        from one in compared.Select((c, i) => (Compared: c, Middle: middles[i]))
        from cell in CellsOf(one.Compared)
        group one by (cell.Platform, cell.TaskType, one.Compared.Advert.Seen.Kind) into g
        orderby g.Key.Platform is not null, g.Key.Platform, g.Key.TaskType is not null, g.Key.TaskType, g.Key.Kind
        select Gap(g.Key.Platform, g.Key.TaskType, g.Key.Kind, [.. g.Select(x => x.Compared)], [.. g.Select(x => x.Middle)]);

    // The deviation of a mean is at most the mean of the deviations, however they go together.
    private static AdvertGap Gap(string? platform, TaskType? task, FigureKind kind, IReadOnlyList<Compared> compared, IReadOnlyList<(double Log, double Variance)> middles)
    {
        var deviation = middles.Zip(compared, (m, c) => Math.Sqrt(m.Variance + Variance(c.Paid))).Average();
        var times = MedianPay.Around(middles.Average(m => m.Log), deviation);
        return new()
        {
            Platform = platform,
            TaskType = task,
            Kind = kind,
            Adverts = compared.Count,
            AgainstReports = compared.Count(c => c.Paid.Basis != EstimateBasis.Studies),
            Times = times.Median,
            Low = times.Low,
            High = times.High,
        };
    }

    private static IEnumerable<(string? Platform, TaskType? TaskType)> CellsOf(Compared compared)
    {
        var (platform, task) = (compared.Paid.Cell.Platform, compared.Advert.Seen.TaskType);
        yield return (null, null);
        if (task is not null)
            yield return (null, task);
        if (platform is null)
            yield break;
        yield return (platform, null);
        if (task is not null)
            yield return (platform, task);
    }
}
