using Analytics.Models.Rollups;

namespace Analytics.Models.Privacy;

/// <summary>A version of a cell that readers have: who is in it is whoever was counted in its round or before.</summary>
/// <param name="Round">The making of the rollups that it was computed from.</param>
/// <param name="FirstRelease">Number of the first release that showed it.</param>
/// <param name="LastRelease">Number of the last.</param>
/// <param name="LeftSince">Contributors of it who have no report of it any more; at least 1 where any report of it has gone.</param>
public sealed record CellVersion(long Id, ReportTable Table, string Key, int Round, int FirstRelease, int LastRelease, int LeftSince);

/// <summary>What becomes of a cell of reports in the next release.</summary>
public enum VerdictKind
{
    /// <summary>Without values.</summary>
    Blank,

    /// <summary>Computed from what is known now.</summary>
    Fresh,

    /// <summary>As the latest release has it.</summary>
    Carried,
}

/// <summary>What becomes of a cell, and why it is blank where it is.</summary>
public readonly record struct Verdict(VerdictKind Kind, string? Blank)
{
    public static readonly Verdict Fresh = new(VerdictKind.Fresh, null);

    public static readonly Verdict Carried = new(VerdictKind.Carried, null);

    /// <summary>The verdict on a cell that nobody has looked at.</summary>
    public static readonly Verdict Unknown = BlankFor(Disclosure.SuppressedK);

    public static Verdict BlankFor(string reason) => new(VerdictKind.Blank, reason);
}
