using Analytics.Models;
using Analytics.Models.Claims;

namespace Analytics.Benchmarks.Fitting;

/// <summary>How well texts are read whose labels the weights have not seen: fitted on the others, fold by fold of whole texts.</summary>
internal static class LeaveOut
{
    /// <summary>Claims found right (with the unit, and without), claims read and claims labelled, of the texts of one file.</summary>
    public sealed record Score(int Strict, int Amounts, int Read, int Labelled)
    {
        public double StrictF1 => 2.0 * Strict / Math.Max(1, Read + Labelled);

        public double AmountsF1 => 2.0 * Amounts / Math.Max(1, Read + Labelled);

        public static Score operator +(Score a, Score b) => new(a.Strict + b.Strict, a.Amounts + b.Amounts, a.Read + b.Read, a.Labelled + b.Labelled);
    }

    /// <summary>The scores by file.</summary>
    public static IReadOnlyDictionary<string, Score> Scores(IReadOnlyList<LabelledText> texts, int folds)
    {
        var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        for (var fold = 0; fold < folds; fold++)
        {
            bool IsLeftOut(int i) => i % folds == fold;
            var reader = WeightsFit.Reader(WeightsFit.Fit([.. texts.Where((_, i) => !IsLeftOut(i))]));
            foreach (var text in texts.Where((_, i) => IsLeftOut(i)))
            {
                var file = text.Name.Split(':')[0];
                scores[file] = Of(text, reader.Read(text.Article).Claims) + scores.GetValueOrDefault(file, new Score(0, 0, 0, 0));
            }
        }

        return scores;
    }

    private static Score Of(LabelledText text, IReadOnlyList<Claim> read)
    {
        var amounts = read.Select(c => (Math.Round(c.AmountMin, 2), Math.Round(c.AmountMax, 2), c.Currency)).ToList();
        var strict = amounts.Zip(read, (a, c) => (a, ReadingJson.Unit(c.Unit)));
        return new Score(
            InBoth(text.Claims.Select(c => (c.Amount, c.Unit)), strict), InBoth(text.Claims.Select(c => c.Amount), amounts), read.Count, text.Claims.Count);
    }

    private static int InBoth<T>(IEnumerable<T> a, IEnumerable<T> b)
        where T : notnull
    {
        var counts = b.CountBy(x => x).ToDictionary();
        return a.CountBy(x => x).Sum(x => Math.Min(x.Value, counts.GetValueOrDefault(x.Key)));
    }
}
