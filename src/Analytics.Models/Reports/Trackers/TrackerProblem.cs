namespace Analytics.Models.Reports.Trackers;

/// <summary>What is wrong with a file or with a row of it.</summary>
public enum TrackerFault
{
    // The whole file.
    Empty,
    TooLarge,
    Packed,
    NotText,
    TooManyRows,
    TooManySums,
    RowTooLong,
    OpenQuote,
    BrokenJson,
    UnknownFormat,
    NoColumn,
    NeedsPlatform,
    SeveralWorkers,
    NothingToSum,

    // One row.
    NoAmount,
    NotAnAmount,
    AmbiguousAmount,
    NoCurrency,
    UnknownCurrency,
    NoDate,
    NotADate,
    AmbiguousDate,
    DateOutOfRange,
    NotATime,
    TooLong,
    UnknownState,
    UnknownPlatform,
    UnknownTask,
    TooManyFields,
}

/// <summary>What is wrong and where. The content of the cell is never repeated: it may be anything.</summary>
/// <param name="Line">Line of the file, from 1; 0 for the whole file.</param>
/// <param name="Column">In CSV the number of the field, in JSON the character of the line, from 1; 0 for the whole line.</param>
/// <param name="Field">What was looked for there, in our words: <c>pay</c>, <c>date</c>.</param>
public readonly record struct TrackerProblem(TrackerFault Fault, int Line, int Column = 0, string? Field = null);

/// <summary>The file as a whole cannot be read.</summary>
public sealed class TrackerException(TrackerProblem problem) : Exception(TrackerWords.Sentence(problem))
{
    public TrackerProblem Problem { get; } = problem;
}
