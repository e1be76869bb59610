using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>What became of a task.</summary>
internal enum Outcome
{
    Paid,

    /// <summary>Handed in; pay is stated but not decided yet.</summary>
    Waiting,

    /// <summary>Rejected: the time was worked, the pay does not come.</summary>
    Rejected,

    /// <summary>Returned, timed out, screened out, not billable: time without pay, or with a small consolation.</summary>
    Unpaid,
}

/// <summary>Why a row, or a part of it, is in no sum.</summary>
public enum LeftOut
{
    /// <summary>Its own id was there before.</summary>
    Duplicate,

    /// <summary>Accepted or begun, but not handed in.</summary>
    Unfinished,

    /// <summary>Money moved to the bank or back, not earned.</summary>
    Transfer,

    /// <summary>Income tax withheld: figures are before tax.</summary>
    Tax,

    /// <summary>Expenses paid back are no pay.</summary>
    Reimbursement,

    /// <summary>A total of rows that are counted one by one.</summary>
    Total,

    /// <summary>Another worker's.</summary>
    OtherWorker,

    /// <summary>Neither pay nor time.</summary>
    Nothing,

    /// <summary>It says no time, while other rows of the same month and work do: a sum of both would make the hour look better paid than it was.</summary>
    NoTime,

    /// <summary>Fees of a month without pay.</summary>
    NoPay,

    /// <summary>Something is wrong with it; see the problem.</summary>
    Problem,
}

/// <summary>What a row of a file says. No name, title, id or free text is in it.</summary>
internal sealed record TrackedWork
{
    public LeftOut? LeftOut { get; init; }

    /// <summary>Catalogue slug, or <see cref="Unlisted"/> name of a platform that the catalogue does not know.</summary>
    public string Platform { get; init; } = "";

    /// <summary>Whether <see cref="Platform"/> is a name that we know and the catalogue does not.</summary>
    public bool Unlisted { get; init; }

    public TaskType Task { get; init; }

    /// <summary>The day as the file writes it; its month is where the work is summed.</summary>
    public DateOnly Date { get; init; }

    public string Currency { get; init; } = "";

    /// <summary>Bonus included.</summary>
    public decimal Pay { get; init; }

    public decimal? Bonus { get; init; }

    public decimal? Costs { get; init; }

    /// <summary>A fee of the whole account, to be shared out over the month's work by pay.</summary>
    public bool SharedCosts { get; init; }

    /// <summary>How long it took; null where the row does not say.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Unpaid time that the row itself tells.</summary>
    public TimeSpan? Unpaid { get; init; }

    /// <summary>When it began and ended, for the gaps between tasks; null where either is not told.</summary>
    public (DateTime Start, DateTime End)? Span { get; init; }

    public Outcome Outcome { get; init; }

    /// <summary>Tasks that the row stands for.</summary>
    public int Tasks { get; init; } = 1;

    /// <summary>A hash of the file's own id of it; null where it has none.</summary>
    public UInt128? Key { get; init; }

    public static TrackedWork Left(LeftOut why) => new() { LeftOut = why };
}
