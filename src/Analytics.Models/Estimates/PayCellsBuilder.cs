using System.Globalization;

namespace Analytics.Models.Estimates;

/// <summary>Counts rows of pay into <see cref="PayCells"/>.</summary>
/// <param name="seed">Seed of the folds.</param>
internal sealed class PayCellsBuilder(int seed)
{
    // Logarithms within a bucket differ by 0.02 at most, as with the buckets of rollups.
    private const double BucketWidth = 0.02;

    /// <summary>Correlation of what one contributor's months pay, given all else that is told: decision 0011.</summary>
    private const double Alike = Rollups.Caps.Alike;

    private readonly WordCodes[] _words = [.. PayCells.Factors.Select(_ => new WordCodes())];
    private readonly Dictionary<Int128, int> _cells = [];
    private readonly List<int> _codes = [];
    private readonly Dictionary<string, (int Id, byte Fold)> _contributors = new(StringComparer.Ordinal);
    private readonly WordCodes _periods = new();
    private readonly Dictionary<(int Contributor, int Platform, int Task, int Period), int> _groups = [];
    private readonly List<Group> _kept = [];
    private readonly List<int> _groupsOf = [];
    private readonly List<Row> _rows = [];

    private readonly record struct Row(int Cell, int Group, byte Fold, float Weight, double Log);

    // A contributor's rows of one platform, task and period; owned by no one where each row is its own.
    private record struct Group(int Contributor, int Rows);

    /// <summary>Adds <paramref name="row"/>; its cell and its fold.</summary>
    public (int Cell, byte Fold) Add(PayRow row)
    {
        var cell = CellOf(row);
        var (group, fold) = GroupOf(row, cell);
        _rows.Add(new(cell, group, fold, (float)(row.Weight * (row.Workers ?? 1)), Math.Log(row.Hourly)));
        return (cell, fold);
    }

    public PayCells Build() => new() { Words = _words, Codes = [.. _codes], Entries = Entries(), Rows = _rows.Count };

    private int CellOf(PayRow row)
    {
        Span<int> codes = stackalloc int[PayCells.Factors.Length];
        foreach (var factor in PayCells.Factors)
            codes[(int)factor] = Code(factor, row[factor]);
        var key = MixedDesign.Key(PayCells.Factors, codes);
        if (_cells.TryGetValue(key, out var cell))
            return cell;
        _cells.Add(key, _cells.Count);
        _codes.AddRange(codes);
        return _cells.Count - 1;
    }

    private int Code(PayFactor factor, string word) => _words[(int)factor].Add(word) is var code && code < PayCells.MostWords ? code
        : throw new PayTableException($"More than {PayCells.MostWords} values of {Term.Of(factor)}; is it an identifier?");

    private (int Group, byte Fold) GroupOf(PayRow row, int cell)
    {
        var alone = row.Contributor.Length == 0;
        var (contributor, fold) = alone ? (-1, FoldOf(row)) : ContributorOf(row.Contributor);
        if (row.Workers is not null)
            fold = PayCells.NoFold;
        var at = cell * PayCells.Factors.Length;
        var key = (contributor, _codes[at + (int)PayFactor.Platform], _codes[at + (int)PayFactor.TaskType], _periods.Add(row.Period));
        if (alone || row.Workers is not null)
            return (NewGroup(-1), fold);
        if (!_groups.TryGetValue(key, out var group))
            _groups.Add(key, group = NewGroup(contributor));
        _kept[group] = _kept[group] with { Rows = _kept[group].Rows + 1 };
        return (group, fold);
    }

    private int NewGroup(int contributor)
    {
        _kept.Add(new(contributor, contributor < 0 ? 1 : 0));
        if (contributor >= 0)
            _groupsOf[contributor]++;
        return _kept.Count - 1;
    }

    // A group counts as one row; groups of one contributor count together as independent ones would that say as much (Kish, Survey Sampling, 1965, §5.4).
    private double Share(int group)
    {
        var (contributor, rows) = _kept[group];
        return 1.0 / rows / (contributor < 0 ? 1 : 1 + Alike * (_groupsOf[contributor] - 1));
    }

    // A row of no one's is told apart by what it says, so that its place in the table does not matter.
    private byte FoldOf(PayRow row) => (byte)Folds.Of(seed, string.Join('\u001f', PayCells.Factors.Select(f => row[f]).Append(row.Hourly.ToString("R", CultureInfo.InvariantCulture))));

    private (int Id, byte Fold) ContributorOf(string contributor)
    {
        if (_contributors.TryGetValue(contributor, out var known))
            return known;
        _contributors.Add(contributor, known = (_contributors.Count, (byte)Folds.Of(seed, contributor)));
        _groupsOf.Add(0);
        return known;
    }

    private PayEntry[] Entries()
    {
        // Buckets start at the least pay of a fold, so that a factor on all pay moves them along, and no fold's pay moves another's.
        var least = Enumerable.Repeat(double.PositiveInfinity, Folds.Count + 1).ToArray();
        foreach (var row in _rows)
            least[row.Fold] = Math.Min(least[row.Fold], row.Log);
        var keys = new long[_rows.Count];
        var order = new int[_rows.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var row = _rows[i];
            keys[i] = ((long)row.Cell << 32) | ((long)row.Fold << 24) | (uint)Math.Floor((row.Log - least[row.Fold]) / BucketWidth + 0.5);
            order[i] = i;
        }

        Array.Sort(keys, order);
        var entries = new List<PayEntry>();
        for (var from = 0; from < keys.Length;)
        {
            var to = from;
            while (to < keys.Length && keys[to] == keys[from])
                to++;
            entries.Add(Entry(order.AsSpan(from, to - from)));
            from = to;
        }

        return [.. entries];
    }

    private PayEntry Entry(ReadOnlySpan<int> rows)
    {
        var (count, precision, log) = (0.0, 0.0, 0.0);
        foreach (var i in rows)
        {
            var share = Share(_rows[i].Group);
            count += share;
            precision += share * _rows[i].Weight;
            log += share * _rows[i].Weight * _rows[i].Log;
        }

        var first = _rows[rows[0]];
        return new(first.Cell, first.Fold, log / precision, count, precision);
    }
}
