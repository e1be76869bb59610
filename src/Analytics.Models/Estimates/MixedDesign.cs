namespace Analytics.Models.Estimates;

/// <summary>A random effect: a level for each combination of its factors' words.</summary>
internal sealed record RandomTerm(params PayFactor[] Factors)
{
    public override string ToString() => string.Join(" × ", Factors.Select(f => Term.Of(f)));
}

/// <summary>
/// Which effects each cell has: one level of every random term, at most one of every fixed factor (none at its baseline, the word met most), and the
/// intercept. Random terms stand first, those with most levels before others: so the factor of the equations stays sparse.
/// </summary>
internal sealed class MixedDesign
{
    /// <summary>Bits of one code in a key: as many as <see cref="PayCells.MostWords"/> need.</summary>
    public const int BitsOfCode = 18;

    private readonly SparsePattern _pattern;
    private readonly Dictionary<Int128, int>[] _levels;
    private readonly int[] _effects;
    private readonly int[] _pairs;

    private MixedDesign(PayCells cells, IReadOnlyList<RandomTerm> random, IReadOnlyList<PayFactor> @fixed)
    {
        (Cells, Random, Fixed) = (cells, random, @fixed);
        _levels = [.. random.Select(t => t.Factors).Concat(@fixed.Select(f => new[] { f })).Select(f => Groups(cells, f).Groups)];
        Baselines = [.. @fixed.Select(Baseline)];
        var starts = new int[_levels.Length + 1];
        for (var t = 0; t < _levels.Length; t++)
            starts[t + 1] = starts[t] + _levels[t].Count;
        Starts = starts;
        Width = _levels.Length + 1;
        _effects = Effects();
        _pattern = PatternOf(out _pairs);
    }

    public IReadOnlyList<RandomTerm> Random { get; }

    public IReadOnlyList<PayFactor> Fixed { get; }

    /// <summary>The code of each fixed factor's baseline.</summary>
    public IReadOnlyList<int> Baselines { get; }

    /// <summary>The first effect of every term: random terms, then fixed factors; last, the intercept.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>Effects in all.</summary>
    public int Size => Starts[^1] + 1;

    /// <summary>Effects of one cell.</summary>
    public int Width { get; }

    /// <summary>Of the factor of the equations.</summary>
    public SparseShape Shape { get; private set; } = null!;

    public PayCells Cells { get; private set; }

    /// <summary>The effects of <paramref name="cell"/>; -1 stands for a baseline.</summary>
    public ReadOnlySpan<int> EffectsOf(int cell) => _effects.AsSpan(cell * Width, Width);

    /// <summary>Where the values of the pairs of effects of <paramref name="cell"/> stand in the pattern: of each effect with those before it; -1 for none.</summary>
    public ReadOnlySpan<int> PairsOf(int cell) => _pairs.AsSpan(cell * Width * (Width - 1) / 2, Width * (Width - 1) / 2);

    /// <summary>The effects of a random term or, after them, of a fixed factor, by the codes of its factors.</summary>
    public IEnumerable<(Int128 Key, int Value)> LevelsOf(int term) => _levels[term].Select(l => (l.Key, Starts[term] + l.Value));

    /// <summary>The level of a random term, or of a fixed factor, for the codes of a row; -1 where the table had none such.</summary>
    public int Effect(int term, ReadOnlySpan<int> codes)
    {
        var factors = FactorsOf(term);
        return IsMet(factors, codes) && _levels[term].TryGetValue(Key(factors, codes), out var level) ? Starts[term] + level : -1;
    }

    /// <summary>
    /// The design with those of <paramref name="random"/> and <paramref name="fixed"/> that the cells can tell apart. Where its factor would have more than
    /// <paramref name="mostEntries"/> entries, the terms with most levels are left out.
    /// </summary>
    public static MixedDesign Of(PayCells cells, IReadOnlyList<RandomTerm> random, IReadOnlyList<PayFactor> @fixed, int mostFixed = 30, long mostEntries = 20_000_000)
    {
        var told = cells.Words.Select(w => w.Words.Count).ToList();
        // A factor of many words is pooled: as many separate effects would be learned by heart.
        var many = @fixed.Where(f => told[(int)f] > mostFixed).ToList();
        var terms = random.Concat(many.Select(f => new RandomTerm(f)))
            .Select(t => (Term: t, Levels: Groups(cells, t.Factors).Groups.Count))
            .Where(t => t.Levels > 1 && IsItsOwn(t.Term, t.Levels, told))
            .OrderByDescending(t => t.Levels).ThenByDescending(t => t.Term.Factors.Length)
            .Select(t => t.Term).ToList();
        PayFactor[] apart = [.. @fixed.Where(f => told[(int)f] > 1 && !many.Contains(f)).OrderByDescending(f => told[(int)f])];
        while (true)
        {
            var design = new MixedDesign(cells, terms, apart);
            if (terms.Count == 0 || SparseShape.Entries(design._pattern) <= mostEntries)
            {
                design.Shape = new(design._pattern);
                return design;
            }

            terms.RemoveAt(0);
        }
    }

    /// <summary>The same design for <paramref name="cells"/> that differ in their entries alone.</summary>
    public MixedDesign For(PayCells cells)
    {
        var other = (MixedDesign)MemberwiseClone();
        other.Cells = cells;
        return other;
    }

    // A pair that has no more levels than one of its factors says the same as it.
    private static bool IsItsOwn(RandomTerm term, int levels, List<int> told) => term.Factors.Length == 1 || term.Factors.All(f => told[(int)f] > 1 && told[(int)f] < levels);

    /// <summary>The distinct combinations of <paramref name="factors"/> that the cells have, numbered as first met, and each cell's.</summary>
    public static (Dictionary<Int128, int> Groups, int[] OfCell) Groups(PayCells cells, PayFactor[] factors)
    {
        var groups = new Dictionary<Int128, int>();
        var ofCell = new int[cells.Cells];
        for (var cell = 0; cell < ofCell.Length; cell++)
        {
            var key = Key(factors, cells.CodesOf(cell));
            if (!groups.TryGetValue(key, out ofCell[cell]))
                groups.Add(key, ofCell[cell] = groups.Count);
        }

        return (groups, ofCell);
    }

    /// <summary>The codes of <paramref name="factors"/> as one number.</summary>
    public static Int128 Key(PayFactor[] factors, ReadOnlySpan<int> codes)
    {
        Int128 key = 0;
        foreach (var factor in factors)
            key = (key << BitsOfCode) | (uint)codes[(int)factor];
        return key;
    }

    /// <summary>The codes that <see cref="Key"/> put together, in the order of <paramref name="factors"/>.</summary>
    public static int[] CodesOf(PayFactor[] factors, Int128 key)
    {
        var codes = new int[factors.Length];
        for (var i = factors.Length - 1; i >= 0; i--, key >>= BitsOfCode)
            codes[i] = (int)(key & (PayCells.MostWords - 1));
        return codes;
    }

    /// <summary>Whether the words of all of <paramref name="factors"/> were ever met.</summary>
    public static bool IsMet(PayFactor[] factors, ReadOnlySpan<int> codes)
    {
        foreach (var factor in factors)
        {
            if (codes[(int)factor] < 0)
                return false;
        }

        return true;
    }

    /// <summary>What a random term or, after them, a fixed factor is of.</summary>
    public PayFactor[] FactorsOf(int term) => term < Random.Count ? Random[term].Factors : [Fixed[term - Random.Count]];

    private int Baseline(PayFactor factor)
    {
        var counts = new double[Cells.Words[(int)factor].Words.Count];
        foreach (var entry in Cells.Entries)
            counts[Cells.Code(entry.Cell, factor)] += entry.Count;
        return Array.IndexOf(counts, counts.Max());
    }

    private int[] Effects()
    {
        var effects = new int[Cells.Cells * Width];
        for (var cell = 0; cell < Cells.Cells; cell++)
        {
            var codes = Cells.CodesOf(cell);
            for (var term = 0; term < _levels.Length; term++)
            {
                var isBaseline = term >= Random.Count && codes[(int)Fixed[term - Random.Count]] == Baselines[term - Random.Count];
                effects[cell * Width + term] = isBaseline ? -1 : Effect(term, codes);
            }

            effects[cell * Width + Width - 1] = Size - 1;
        }

        return effects;
    }

    private SparsePattern PatternOf(out int[] pairs)
    {
        var keys = new long[Cells.Cells * Width * (Width - 1) / 2];
        var at = 0;
        for (var cell = 0; cell < Cells.Cells; cell++)
        {
            var effects = EffectsOf(cell);
            for (var later = 1; later < Width; later++)
            {
                for (var earlier = 0; earlier < later; earlier++)
                    keys[at++] = effects[later] < 0 || effects[earlier] < 0 ? -1 : ((long)effects[later] << 32) | (uint)effects[earlier];
            }
        }

        var distinct = keys.Where(k => k >= 0).Distinct().Order().ToArray();
        pairs = Array.ConvertAll(keys, k => k < 0 ? -1 : Array.BinarySearch(distinct, k));
        var start = new int[Size + 1];
        foreach (var key in distinct)
            start[(key >> 32) + 1]++;
        for (var i = 0; i < Size; i++)
            start[i + 1] += start[i];
        return new(Size, start, Array.ConvertAll(distinct, k => (int)(k & 0xFFFFFFFF)));
    }
}
