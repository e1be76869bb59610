using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>What the sender says of a file that the file does not.</summary>
public sealed record TrackerOptions
{
    /// <summary>The format, where sniffing is not wanted.</summary>
    public TrackerFormat? Format { get; init; }

    /// <summary>Catalogue slug of the platform, for files that name none.</summary>
    public string? Platform { get; init; }

    /// <summary>Kind of work of rows whose words do not tell it.</summary>
    public TaskType? TaskType { get; init; }

    /// <summary>ISO 4217 code of amounts that carry no sign.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether 03/04/2024 is the third of April; null to tell by the other dates of the file.</summary>
    public bool? DayFirst { get; init; }

    /// <summary>For <see cref="TrackerFormat.BatchResults"/>: the worker's own id, where the file has the work of several.</summary>
    public string? Worker { get; init; }

    /// <summary>For <see cref="TrackerFormat.Table"/>: which column of the file is ours, by our name.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>The last day that work can be of; a later one is a fault.</summary>
    public DateOnly LastDay { get; init; } = DateOnly.MaxValue;
}

/// <summary>What a file may ask of us. Beyond any of these it is refused.</summary>
public sealed record TrackerLimits
{
    public long MostBytes { get; init; } = 256L * 1024 * 1024;

    public int MostRows { get; init; } = 500_000;

    /// <summary>Bytes of one CSV row, and of one JSON value.</summary>
    public int LongestRow { get; init; } = 64 * 1024;

    /// <summary>How deep JSON may be nested.</summary>
    public int Deepest { get; init; } = 16;

    /// <summary>Sums of one file: platforms × kinds of work × months.</summary>
    public int MostSums { get; init; } = 600;

    /// <summary>Rows shown one by one before anything is kept.</summary>
    public int PreviewLines { get; init; } = 50;

    /// <summary>Problems shown one by one; more are counted.</summary>
    public int PreviewProblems { get; init; } = 200;
}
