namespace Analytics.Models.Rollups;

/// <summary>The reports of one cell that count, in the order of their values.</summary>
public sealed class CountedCell(Cell cell, int count)
{
    public Cell Cell => cell;

    /// <summary>USD an hour, ascending.</summary>
    public double[] Values { get; } = new double[count];

    /// <summary>Whom each counts as.</summary>
    public int[] Who { get; } = new int[count];

    /// <summary>The day number on which each was sent without a key; 0 for one with a key.</summary>
    public int[] KeylessOn { get; } = new int[count];

    /// <summary>How each came.</summary>
    public byte[] Origins { get; } = new byte[count];

    /// <summary>How many rates assume their unpaid time.</summary>
    public int Imputed { get; set; }

    /// <summary>
    /// Contributors towards k: who sent any of it with a key counts as one, and of the others, of whom nothing shows that they are not one person, at most one a day.
    /// </summary>
    public int Contributors()
    {
        var people = new Dictionary<int, int>(Math.Min(count, 4096));
        for (var i = 0; i < count; i++)
        {
            var known = people.GetValueOrDefault(Who[i], int.MaxValue);
            people[Who[i]] = Math.Min(known, KeylessOn[i]);
        }

        return people.Values.Count(day => day == 0) + people.Values.Where(day => day > 0).Distinct().Count();
    }

    /// <summary>Its statistics, with caps and jackknife.</summary>
    public Rollup Rollup(PayMeasure measure)
    {
        var sample = new SortedSample(Values, Caps.Weights(Who, Origins));
        return Rollups.Rollup.Of(cell, measure, Contributors(), Imputed, sample, Jackknife.Judge(sample, Who));
    }
}
