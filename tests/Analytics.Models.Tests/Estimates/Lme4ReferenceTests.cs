using System.Globalization;
using Analytics.Models.Estimates;
using Xunit;

namespace Analytics.Models.Tests.Estimates;

/// <summary>With normal errors the model is lme4's: its numbers are in lme4-reference.csv, with where they are from.</summary>
public sealed class Lme4ReferenceTests
{
    private static readonly Dictionary<string, PayFactor> Factors = new()
    {
        ["platform"] = PayFactor.Platform,
        ["task_type"] = PayFactor.TaskType,
        ["country"] = PayFactor.Country,
        ["experience"] = PayFactor.Experience,
    };

    public static TheoryData<string> Sets => ["balanced", "unbalanced", "nested"];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Variances_and_effects_agree_within_one_per_cent(string name)
    {
        var reference = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Estimates", "lme4-reference.csv")).Where(l => l.StartsWith(name + ",", StringComparison.Ordinal)).Select(l => new Line(l.Split(','))).ToList();
        var table = new[] { GeneratedPay.Balanced, GeneratedPay.Unbalanced, GeneratedPay.Nested }.Single(s => s.Name == name);
        var cells = Evaluator.Cells(table.All(), seed: 1, out _);
        RandomTerm[] terms = [.. reference.Where(l => l.Part == "variance" && l.Term != "Residual").Select(l => new RandomTerm([.. l.Term.Split(':').Select(f => Factors[f])]))];
        var design = MixedDesign.Of(cells, terms, [PayFactor.Experience]);
        Assert.Equal(terms.Length, design.Random.Count);
        var fit = new MixedModel(design, [.. cells.Entries.Select(e => e.Log)], [.. Enumerable.Repeat(true, Folds.Count + 1)], ErrorModel.Normal).Fit();
        var effects = fit.Effects(withCovariances: false);

        double Effect(string term, string level)
        {
            PayFactor[] factors = [.. term.Split(':').Select(f => Factors[f])];
            var codes = new int[PayCells.Factors.Length];
            foreach (var (factor, word) in factors.Zip(level.Split(':')))
                codes[(int)factor] = cells.Words[(int)factor].Find(word);
            return effects.Terms.Single(t => t.Factors.Order().SequenceEqual(factors.Order())).At(codes).Effect;
        }

        // lme4 takes band-0 as the baseline, this design the band met most.
        var first = Effect("experience", "band-0");
        foreach (var line in reference)
        {
            var ours = line switch
            {
                { Part: "variance", Term: "Residual" } => fit.Variance,
                { Part: "variance" } => effects.Terms.Single(t => t.IsPooled && t.Factors.Order().SequenceEqual(line.Term.Split(':').Select(f => Factors[f]).Order())).Variance,
                { Term: "(Intercept)" } => effects.Intercept + first,
                { Part: "fixed" } => Effect(line.Term, line.Level) - first,
                _ => Effect(line.Term, line.Level),
            };
            // An effect next to 0 is told within a hundredth of its standard error.
            Assert.True(Math.Abs(ours - line.Estimate) <= 0.01 * Math.Max(Math.Abs(line.Estimate), line.Error), $"{name} {line}: {ours}");
        }
    }

    private sealed record Line(string Part, string Term, string Level, double Estimate, double Error)
    {
        public Line(string[] fields)
            : this(fields[1], fields[2], fields[3], Number(fields[4]), fields[5].Length == 0 ? 0 : Number(fields[5]))
        {
        }

        private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }
}
