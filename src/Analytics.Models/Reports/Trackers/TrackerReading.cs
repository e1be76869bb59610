using Analytics.Models.Evidence;
using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>A row as it was understood, for the one who looks before anything is kept.</summary>
/// <param name="Platform">Catalogue slug, or a name that the catalogue does not know.</param>
/// <param name="Pay">Bonus included; null for a row that is not pay.</param>
/// <param name="PaidMinutes">Minutes of paid work; where tasks overlap the sums count them once.</param>
/// <param name="UnpaidMinutes">Minutes that the row itself shows to be unpaid.</param>
/// <param name="LeftOut">Why it is in no sum; null where it is.</param>
public readonly record struct TrackerLine(
    int Line, DateOnly? Date, TaskType? Task, string? Platform, string? Currency, decimal? Pay, decimal? Costs,
    decimal? PaidMinutes, decimal? UnpaidMinutes, LeftOut? LeftOut);

/// <summary>Work of one platform, kind and month: all that is kept of a file.</summary>
public sealed record TrackerSum
{
    /// <summary>Catalogue slug; null where <see cref="PlatformName"/> names one that the catalogue does not know.</summary>
    public string? Platform { get; init; }

    public string? PlatformName { get; init; }

    public required TaskType Task { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    public required string Currency { get; init; }

    public required decimal Pay { get; init; }

    public decimal? Bonus { get; init; }

    public decimal? Costs { get; init; }

    public decimal? PaidHours { get; init; }

    /// <summary>Rejected and returned work, what rows tell, and searching as <see cref="SearchTime"/> estimates it.</summary>
    public decimal? UnpaidHours { get; init; }

    public bool UnpaidEstimated { get; init; }

    public required int Tasks { get; init; }

    public required PaymentState Payment { get; init; }

    /// <summary>The report that is kept of it.</summary>
    public Report ToReport(string id, string contributor, string batch, string consent, bool keyless, DateTimeOffset now) => new()
    {
        Id = id,
        Contributor = contributor,
        Kind = FigureKind.TrackerLog,
        Platform = Platform,
        PlatformName = PlatformName,
        TaskType = Task,
        Month = Month,
        Currency = Currency,
        Pay = Pay,
        Bonus = Bonus,
        Costs = Costs,
        PaidHours = PaidHours,
        UnpaidHours = UnpaidHours,
        UnpaidEstimated = UnpaidEstimated,
        Tasks = Tasks,
        Payment = Payment,
        Batch = batch,
        Consent = consent,
        Keyless = keyless,
        Hold = Platform is null ? HoldReason.UnknownPlatform : null,
        Simulated = false,
        ReceivedAt = now,
    };
}

/// <summary>What was understood of a file. Values only: nothing of it is kept by reading.</summary>
public sealed record TrackerReading
{
    public required TrackerFormat Format { get; init; }

    /// <summary>SHA-256 of the file's bytes.</summary>
    public required string FileHash { get; init; }

    /// <summary>Rows of the file, whatever became of them.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that are in the sums.</summary>
    public required int Counted { get; init; }

    /// <summary>How many rows are in no sum, by reason.</summary>
    public required IReadOnlyDictionary<LeftOut, int> LeftOut { get; init; }

    /// <summary>The first rows, in the order of the file.</summary>
    public required IReadOnlyList<TrackerLine> Lines { get; init; }

    /// <summary>The first problems.</summary>
    public required IReadOnlyList<TrackerProblem> Problems { get; init; }

    public required IReadOnlyList<TrackerSum> Sums { get; init; }
}
