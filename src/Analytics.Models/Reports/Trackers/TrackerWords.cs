using System.Globalization;

namespace Analytics.Models.Reports.Trackers;

/// <summary>Problems in English, for the command line; the pages have words of their own.</summary>
public static class TrackerWords
{
    /// <summary>What is wrong, where, and what to do.</summary>
    public static string Sentence(TrackerProblem problem) => Where(problem) + What(problem) + (Advice(problem.Fault) is { } advice ? " " + advice : "");

    private static string Where(TrackerProblem p) => p switch
    {
        { Line: 0 } => "",
        { Column: 0 } => string.Create(CultureInfo.InvariantCulture, $"line {p.Line}: "),
        { Field: null } => string.Create(CultureInfo.InvariantCulture, $"line {p.Line}, column {p.Column}: "),
        _ => string.Create(CultureInfo.InvariantCulture, $"line {p.Line}, column {p.Column} ({p.Field}): "),
    };

    private static string What(TrackerProblem p) => p.Fault switch
    {
        TrackerFault.Empty => "the file is empty.",
        TrackerFault.TooLarge => "the file is larger than can be taken.",
        TrackerFault.Packed => "this is a packed file (ZIP, gzip, a spreadsheet).",
        TrackerFault.NotText => "this is not a text file.",
        TrackerFault.TooManyRows => "the file has more rows than can be taken at once.",
        TrackerFault.TooManySums => "the file has more months and kinds of work than can be taken at once.",
        TrackerFault.RowTooLong => "the row is longer than any row of such a file; a quotation mark may be open.",
        TrackerFault.OpenQuote => "a quotation mark is opened here and never closed.",
        TrackerFault.BrokenJson => "this is not well-formed JSON, or nested too deep.",
        TrackerFault.UnknownFormat => "this is none of the known layouts.",
        TrackerFault.NoColumn => $"there is no column for {p.Field}.",
        TrackerFault.NeedsPlatform => "the file does not say which platform the work is of.",
        TrackerFault.SeveralWorkers => "the file has the work of several people; only your own can be reported.",
        TrackerFault.NothingToSum => "no row of the file could be counted.",
        TrackerFault.NoAmount => "there is no amount.",
        TrackerFault.NotAnAmount => "this is not an amount.",
        TrackerFault.AmbiguousAmount => "this amount can be read in two ways, as 1,234 can.",
        TrackerFault.NoCurrency => "the amount has no currency.",
        TrackerFault.UnknownCurrency => "this is no currency that is known here.",
        TrackerFault.NoDate => "there is no date.",
        TrackerFault.NotADate => "this is not a date.",
        TrackerFault.AmbiguousDate => "this date can be read in two ways, as 03/04/2024 can.",
        TrackerFault.DateOutOfRange => "this date is before 2005 or still to come.",
        TrackerFault.NotATime => "this is not a length of time.",
        TrackerFault.TooLong => "this took less than nothing or more than a day.",
        TrackerFault.UnknownState => "it is not known what this state or type means.",
        TrackerFault.UnknownPlatform => "this platform is not known.",
        TrackerFault.UnknownTask => "this kind of work is not known.",
        TrackerFault.TooManyFields => "there are more fields than columns; an amount with a comma may need quotation marks.",
        _ => throw new ArgumentOutOfRangeException(nameof(p), p.Fault, null),
    };

    private static string? Advice(TrackerFault fault) => fault switch
    {
        TrackerFault.TooLarge or TrackerFault.TooManyRows or TrackerFault.TooManySums => "Split it by year.",
        TrackerFault.Packed => "Unpack it, or save the spreadsheet as CSV, and give that file.",
        TrackerFault.NotText => "Export the list as CSV or JSON.",
        TrackerFault.UnknownFormat or TrackerFault.NoColumn => "Name the columns with --map, as docs/importing.md says.",
        TrackerFault.NeedsPlatform => "Name it with --platform.",
        TrackerFault.SeveralWorkers => "Give your own id with --worker.",
        TrackerFault.NoCurrency => "Name it with --currency.",
        TrackerFault.AmbiguousDate => "Say --dates day-first or --dates month-first.",
        _ => null,
    };
}
