using System.Runtime.InteropServices;
using Analytics.Models.Platforms;

namespace Analytics.Models.Rollups;

/// <summary>The words of a report that cells are made of, as the database has them.</summary>
public readonly record struct ReportWords(string? Platform, string? TaskType, string? Experience, string? Country, DateOnly? Quarter);

/// <summary>
/// The reports that count, at most one for a contributor, platform, task type and month, and the cells they make. Words become numbers, so that a million reports take some 30 MB and
/// every grouping is one pass over them.
/// </summary>
public sealed class CountedReports
{
    // In the order of the bits of Dimensions.
    private readonly Words<string>[] texts = [new(), new(), new(), new()];
    private readonly Words<DateOnly> quarters = new();
    private readonly Words<long> people = new();
    private readonly Words<string> origins = new();
    private readonly List<Row> rows = [];
    private bool sorted;

    /// <summary>Adds one.</summary>
    /// <param name="who">Whom it counts as.</param>
    /// <param name="value">USD an hour, above 0.</param>
    /// <param name="keylessOn">The day it was sent on, where without a key.</param>
    /// <param name="origin">How it came: form, or the format of its file.</param>
    public void Add(long who, double value, ReportWords words, bool imputed, DateOnly? keylessOn, string origin)
    {
        rows.Add(new(value, people.Of(who), keylessOn?.DayNumber ?? 0,
            new(texts[0].Of(words.Platform), texts[1].Of(words.TaskType), texts[2].Of(words.Experience), texts[3].Of(words.Country), words.Quarter is { } q ? quarters.Of(q) : 0),
            (byte)Math.Min(byte.MaxValue, origins.Of(origin)), imputed));
        sorted = false;
    }

    /// <summary>The cells of a grouping, in no particular order.</summary>
    public IEnumerable<CountedCell> Cells(Dimensions dimensions)
    {
        if (!sorted)
        {
            CollectionsMarshal.AsSpan(rows).Sort((a, b) => a.Value.CompareTo(b.Value));
            sorted = true;
        }

        // Rows go to their cells in the order of their values, and so every cell's are sorted.
        var cells = new Dictionary<Codes, List<int>>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Codes.Only(dimensions) is not { } codes)
                continue;
            ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, codes, out _);
            (members ??= []).Add(i);
        }

        return cells.Select(c => Counted(CellOf(c.Key), c.Value));
    }

    private CountedCell Counted(Cell cell, List<int> members)
    {
        var of = CollectionsMarshal.AsSpan(rows);
        var counted = new CountedCell(cell, members.Count);
        foreach (var (at, member) in members.Index())
        {
            ref readonly var row = ref of[member];
            (counted.Values[at], counted.Who[at], counted.KeylessOn[at], counted.Origins[at]) = (row.Value, row.Who, row.KeylessOn, row.Origin);
            counted.Imputed += row.Imputed ? 1 : 0;
        }

        return counted;
    }

    private Cell CellOf(Codes codes) => new(
        texts[0].Word(codes.Platform), Term.Find<TaskType>(texts[1].Word(codes.TaskType)), Term.Find<ExperienceBand>(texts[2].Word(codes.Experience)), texts[3].Word(codes.Country),
        codes.Quarter > 0 ? quarters.Word(codes.Quarter) : null);

    private readonly record struct Row(double Value, int Who, int KeylessOn, Codes Codes, byte Origin, bool Imputed);

    // 0 is "not told" in a report and "all" in a cell.
    private readonly record struct Codes(int Platform, int TaskType, int Experience, int Country, int Quarter)
    {
        /// <summary>The codes of the cell; null where one that it needs is not told.</summary>
        public Codes? Only(Dimensions dimensions)
        {
            static bool Lacks(bool needed, int code) => needed && code == 0;
            var (p, t, e, c, q) = (dimensions.HasFlag(Dimensions.Platform), dimensions.HasFlag(Dimensions.TaskType), dimensions.HasFlag(Dimensions.Experience),
                dimensions.HasFlag(Dimensions.Country), dimensions.HasFlag(Dimensions.Quarter));
            return Lacks(p, Platform) || Lacks(t, TaskType) || Lacks(e, Experience) || Lacks(c, Country) || Lacks(q, Quarter)
                ? null
                : new(p ? Platform : 0, t ? TaskType : 0, e ? Experience : 0, c ? Country : 0, q ? Quarter : 0);
        }
    }

    /// <summary>Numbers for words, from 1; 0 is no word.</summary>
    private sealed class Words<T> where T : notnull
    {
        private readonly Dictionary<T, int> numbers = [];
        private readonly List<T> words = [];

        public int Of(T? word)
        {
            if (word is null)
                return 0;
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var known);
            if (!known)
            {
                words.Add(word);
                number = words.Count;
            }

            return number;
        }

        public T? Word(int number) => number == 0 ? default : words[number - 1];
    }
}
