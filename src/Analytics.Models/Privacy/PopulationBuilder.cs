using System.Globalization;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;

namespace Analytics.Models.Privacy;

/// <summary>Puts a <see cref="Population"/> together from reports that are told one by one, those counted first before the others.</summary>
public sealed class PopulationBuilder
{
    /// <summary>Bits of a value's number in the key of a cell.</summary>
    internal const int Bits = 12;

    private readonly Dictionary<string, int> contributors = new(StringComparer.Ordinal);
    private readonly Dictionary<object, int>[] numbers = [[], [], [], [], []];
    private readonly List<long> values = [];
    private readonly List<int> contributorOf = [], roundOf = [];

    /// <summary>Adds a report.</summary>
    /// <exception cref="ArgumentException">It was counted before one that was added already.</exception>
    public void Add(in CountedReport report)
    {
        if (roundOf.Count > 0 && roundOf[^1] > report.Round)
            throw new ArgumentException($"A report of round {report.Round} comes after one of round {roundOf[^1]}.", nameof(report));
        if (!contributors.TryGetValue(report.CountsAs, out var who))
            contributors.Add(report.CountsAs, who = contributors.Count);
        contributorOf.Add(who);
        roundOf.Add(report.Round);
        values.Add(Number(0, report.Platform) | Number(1, report.TaskType) | Number(2, report.Experience) | Number(3, report.Country) | Number(4, report.Quarter));
    }

    /// <summary>The population in the cells of <paramref name="groupings"/>.</summary>
    public Population Build(IReadOnlyList<Dimensions> groupings) => new(
        [.. groupings], contributors.Count, [.. contributorOf], [.. roundOf], [.. values], [.. numbers.Select(n => n.Keys.ToArray())]);

    // Number 0 is "not told"; a value has the number of its place after that.
    private long Number(int dimension, object? value)
    {
        if (value is null)
            return 0;
        var known = numbers[dimension];
        if (!known.TryGetValue(value, out var number))
            known.Add(value, number = known.Count + 1);
        return number < 1 << Bits ? (long)number << (dimension * Bits)
            : throw new ArgumentException($"More than {(1 << Bits) - 1} values of one column cannot be told apart.", nameof(value));
    }

    /// <summary>The number of the value of <paramref name="dimension"/> in a key; 0 for one that was not told.</summary>
    internal static int NumberIn(long key, int dimension) => (int)(key >> (dimension * Bits)) & ((1 << Bits) - 1);

    /// <summary>The values of a key, one way for each.</summary>
    internal static string Written(long key, object[][] values) => string.Join('/', Enumerable.Range(0, Population.DimensionCount)
        .Select(d => NumberIn(key, d) is > 0 and var number ? Convert.ToString(values[d][number - 1], CultureInfo.InvariantCulture) : ""));

    /// <summary>The cell with the values of <paramref name="key"/> in <paramref name="dimensions"/>; null where one of them was not told.</summary>
    internal static Cell? CellOf(long key, Dimensions dimensions, object[][] values)
    {
        object? Value(int d) => NumberIn(key, d) is > 0 and var number ? values[d][number - 1] : null;
        for (var d = 0; d < Population.DimensionCount; d++)
        {
            if (dimensions.HasFlag((Dimensions)(1 << d)) && Value(d) is null)
                return null;
        }

        return new((string?)Value(0), (TaskType?)Value(1), (ExperienceBand?)Value(2), (string?)Value(3), (DateOnly?)Value(4));
    }
}
