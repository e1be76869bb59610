using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>
/// A row as the layouts ask it: for the first column there is of several names, read as what it should be. The first thing wrong with the row is
/// remembered, and what is asked after that matters no more.
/// </summary>
internal sealed class RowView(SourceRows rows, Habits habits, TrackerOptions options)
{
    /// <summary>A task of more than a day is a clock that was forgotten.</summary>
    private static readonly TimeSpan LongestTask = TimeSpan.FromDays(1);

    public TrackerOptions Options => options;

    public string Section => rows.Section;

    public int Line => rows.Line;

    /// <summary>The first thing wrong with the row; null where nothing is.</summary>
    public TrackerProblem? Problem { get; private set; }

    public void Begin() => Problem = rows.Problem;

    public bool Has(params ReadOnlySpan<string> names) => Find(names) is not null;

    /// <summary>The text of a column; empty where there is none.</summary>
    public string Text(params ReadOnlySpan<string> names) => Find(names)?.Text ?? "";

    /// <summary>The plain word in a column: letters in lower case.</summary>
    public string Word(params ReadOnlySpan<string> names) => string.Concat(Text(names).Where(char.IsLetter)).ToLowerInvariant();

    /// <summary>A money column; null where it is absent or empty.</summary>
    public Amount? Money(string field, params ReadOnlySpan<string> names)
    {
        if (Find(names) is not { Text.Length: > 0 } cell || IsNothing(cell.Text))
            return null;
        var said = NamedCurrency(cell.Name);
        // A number of JSON, or as programs write it, has a decimal point and nothing else.
        if (rows is JsonRows && Amount.OfJson(cell.Text, out var number))
            return new(number, said);
        if (Amount.Read(cell.Text, habits, said ?? options.Currency, out var amount) is not { } fault)
            return amount with { Currency = amount.Currency ?? said };
        Remember(fault, cell, field);
        return null;
    }

    /// <summary>A money column that has to be there and filled.</summary>
    public Amount MustMoney(string field, params ReadOnlySpan<string> names)
    {
        var read = Money(field, names);
        if (read is null)
            Remember(TrackerFault.NoAmount, Find(names), field);
        return read ?? default;
    }

    /// <summary>When something was; null where the columns are absent or empty.</summary>
    public Moment? When(string field, params ReadOnlySpan<string> names) =>
        Find(names) is { Text.Length: > 0 } cell ? When(field, cell, cell.Text) : null;

    /// <summary>When something was, of a column of dates and one of times; of the first alone where there is no second.</summary>
    public Moment? WhenOf(string field, ReadOnlySpan<string> dates, ReadOnlySpan<string> times) =>
        Find(dates) is not { Text.Length: > 0 } date ? null
        : When(field, date, Find(times) is { Text.Length: > 0 } time ? $"{date.Text} {time.Text}" : date.Text);

    /// <summary>A date that has to be there.</summary>
    public Moment MustWhen(string field, params ReadOnlySpan<string> names)
    {
        var read = When(field, names);
        if (read is null)
            Remember(TrackerFault.NoDate, Find(names), field);
        return read ?? default;
    }

    /// <summary>How long something took; null where the column is absent or empty.</summary>
    public TimeSpan? Took(TimeUnit unit, params ReadOnlySpan<string> names)
    {
        if (Find(names) is not { Text.Length: > 0 } cell)
            return null;
        var read = WorkedTime.Read(cell.Text, unit, habits);
        if (read is null)
            Remember(TrackerFault.NotATime, cell, "time");
        return read is { } time ? Within(time, cell) : null;
    }

    /// <summary>From when to when, where both are told with the time of day.</summary>
    public (DateTime Start, DateTime End)? Span(Moment? start, Moment? end)
    {
        if (start?.At is not { } from || end?.At is not { } to)
            return null;
        return Within(to - from, null) is null ? null : (from, to);
    }

    /// <summary>The kind of work that the words of the columns tell, else what the sender says, else <paramref name="usual"/>.</summary>
    public TaskType TaskOf(TaskType usual, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (rows.Has(name) && TitleWords.Task(rows[name].Text) is { } found)
                return found;
        }

        return options.TaskType ?? usual;
    }

    /// <summary>The currency of a row: its sign, else its own column, else what the sender says, else what the format always has.</summary>
    public string CurrencyOf(Amount amount, string? always = null, params ReadOnlySpan<string> names)
    {
        if (amount.Currency is { } sign)
            return sign;
        if (Find(names) is { Text.Length: > 0 } cell)
        {
            if (Amount.CurrencyOf(cell.Text) is { } named)
                return named;
            Remember(TrackerFault.UnknownCurrency, cell, "currency");
            return "";
        }

        if ((options.Currency ?? always) is { } other)
            return other;
        Remember(TrackerFault.NoCurrency, null, "currency");
        return "";
    }

    /// <summary>The platform of a row: what its column names, else what the sender says, else the one that such files are of.</summary>
    /// <exception cref="TrackerException">Nothing of these tells it.</exception>
    public string PlatformOf(string? usual, params ReadOnlySpan<string> names)
    {
        if (Find(names) is not { Text.Length: > 0 } cell)
            return options.Platform ?? usual ?? throw new TrackerException(new(TrackerFault.NeedsPlatform, 0));
        if (TitleWords.Platform(cell.Text) is { } named)
            return named;
        if (options.Platform is { } said)
            return said;
        Remember(TrackerFault.UnknownPlatform, cell, "platform");
        return "";
    }

    /// <summary>A hash of what tells the row from others; null where all of it is empty.</summary>
    public static UInt128? KeyOf(params ReadOnlySpan<string> parts)
    {
        var any = false;
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            any |= part.Length > 0;
            text.Append(part.Length).Append(':').Append(part);
        }

        return any ? BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))) : null;
    }

    /// <summary>Remembers that a column is wrong, if nothing was before it.</summary>
    public void Wrong(TrackerFault fault, string field, params ReadOnlySpan<string> names) => Remember(fault, Find(names), field);

    private void Remember(TrackerFault fault, Cell? cell, string field) => Problem ??= new(fault, cell?.Line ?? Line, cell?.Column ?? 0, field);

    private Moment? When(string field, Cell cell, string text)
    {
        if (Moment.Read(text, habits, options.DayFirst, options.LastDay, out var moment) is not { } fault)
            return moment;
        Remember(fault, cell, field);
        return null;
    }

    private TimeSpan? Within(TimeSpan time, Cell? cell)
    {
        if (time >= TimeSpan.Zero && time <= LongestTask)
            return time;
        Remember(TrackerFault.TooLong, cell, "time");
        return null;
    }

    private Cell? Find(ReadOnlySpan<string> names)
    {
        Cell? empty = null;
        foreach (var name in names)
        {
            if (!rows.Has(name))
                continue;
            var cell = rows[name];
            if (cell.Text.Length > 0)
                return cell;
            empty ??= cell;
        }

        return empty;
    }

    // "Amount (USD)"
    private static string? NamedCurrency(string column) =>
        column.LastIndexOf('(') is >= 0 and var open && column.EndsWith(')') ? Amount.CurrencyOf(column[(open + 1)..^1]) : null;

    private static bool IsNothing(string text) => text is "-" or "–" or "—" or "null" or "n/a" or "N/A";
}
