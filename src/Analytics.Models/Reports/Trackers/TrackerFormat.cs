namespace Analytics.Models.Reports.Trackers;

/// <summary>What kind of file it is. Told by its content, never by its name.</summary>
public enum TrackerFormat
{
    /// <summary>Backup of the MTurk Suite extension: JSON <c>{hits, days}</c>.</summary>
    MturkSuite,

    /// <summary>Backup of the older HIT database: JSON <c>{HIT, STATS}</c>.</summary>
    HitDatabase,

    /// <summary>A list of HITs done, JSON or CSV: id, date, title, reward, bonus, status.</summary>
    HitHistory,

    /// <summary>Earnings of MTurk workers by day, CSV.</summary>
    WorkerEarnings,

    /// <summary>Results of an MTurk batch, CSV: what requesters get, with the times of each assignment.</summary>
    BatchResults,

    /// <summary>Submissions of a Prolific participant, CSV.</summary>
    Prolific,

    /// <summary>Upwork statement of account, CSV: fees are rows of their own.</summary>
    Upwork,

    /// <summary>Shifts of riders and shoppers, CSV: a row is a shift.</summary>
    Shifts,

    /// <summary>Trips and deliveries, CSV: a row is a trip.</summary>
    Trips,

    /// <summary>Time entries of Toggl or Clockify with a column of pay, CSV.</summary>
    TimeEntries,

    /// <summary>Any other CSV or JSON whose columns are named, or mapped, as docs/importing.md has it.</summary>
    Table,
}
