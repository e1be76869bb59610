using Analytics.Models;
using Analytics.Models.Claims;
using Analytics.Models.Platforms;

namespace Analytics.Benchmarks.Fitting;

/// <summary>Fits the weights of the claim reader on labelled texts: a row for each figure judged, the answer whether its amount is labelled.</summary>
internal static class WeightsFit
{
    private const double PenaltyOfPay = 2;
    private const double PenaltyOfPiece = 6;

    /// <summary>What tells a piece of work from a total stands near the figure; of more, the few labelled sums would learn by heart.</summary>
    private static readonly Cue[] CuesOfPiece =
    [
        Cue.Earn, Cue.Get, Cue.Pay, Cue.Rate, Cue.Total, Cue.Average, Cue.Unit, Cue.UnitAdverb, Cue.Within, Cue.Each, Cue.For, Cue.Past,
        Cue.Asked, Cue.Growth, Cue.Done, Cue.Modal, Cue.Worker, Cue.FirstPerson, Cue.Confirmed,
    ];

    private static readonly Nearness[] PlacesOfPiece = [Nearness.JustBefore, Nearness.Before, Nearness.JustAfter, Nearness.Heading, Nearness.Intro, Nearness.Header];
    private static readonly string[] FactsOfPiece = ["unit", "sum of", "one", "told", "block", "range", "counts", "labelled", "summed up"];

    private static readonly EvidenceWeights Nothing = new() { Bias = 0, Words = new Dictionary<string, IReadOnlyDictionary<string, double>>(), Facts = new Dictionary<string, double>() };

    private static readonly IReadOnlyList<GazetteerEntry> Gazetteer =
        [.. Catalogue.Load().Platforms.Select(p => new GazetteerEntry(p.Slug, p.Name, p.Aliases, p.TaskTypes))];

    /// <summary>A reader with these weights.</summary>
    public static ClaimReader Reader(Weights weights) => new(Gazetteer, weights);

    /// <summary>The weights that <paramref name="texts"/> give. The guess of pieces goes first, since whether a figure is pay also hangs on its unit.</summary>
    public static Weights Fit(IReadOnlyList<LabelledText> texts)
    {
        var weights = new Weights { Pay = Nothing, Piece = Nothing };
        var pieces = Rows(texts, weights)
            .Where(r => r.Weighed.Piece is not null && r.Labels is [{ Unit: "task" or "total" }, ..])
            .Select(r => (NearPiece(r.Weighed.Piece!), r.Labels[0].Unit == "task")).ToList();
        weights = weights with { Piece = Weights(LogisticRegression.Fit(pieces, PenaltyOfPiece)) };
        var pay = Rows(texts, weights).Select(r => (Features(r.Weighed.Pay), r.Labels.Count > 0)).ToList();
        return weights with { Pay = Weights(LogisticRegression.Fit(pay, PenaltyOfPay)) };
    }

    private static IEnumerable<(WeighedFigure Weighed, IReadOnlyList<LabelledClaim> Labels)> Rows(IReadOnlyList<LabelledText> texts, Weights weights)
    {
        var reader = Reader(weights);
        foreach (var text in texts)
        {
            var labels = text.Claims.ToLookup(c => c.Amount);
            foreach (var weighed in reader.Weigh(text.Article))
                yield return (weighed, [.. labels[(Math.Round(weighed.Figure.Min, 2), Math.Round(weighed.Figure.Max, 2), weighed.Figure.Currency)]]);
        }
    }

    private static IReadOnlyList<string> Features(FigureEvidence evidence) => [.. evidence.Words.Select(Word), .. evidence.Facts];

    private static IReadOnlyList<string> NearPiece(FigureEvidence evidence) =>
    [
        .. evidence.Words.Where(w => CuesOfPiece.Contains(w.Cue) && PlacesOfPiece.Contains(w.Nearness)).Select(Word),
        .. evidence.Facts.Where(f => FactsOfPiece.Any(start => f.StartsWith(start, StringComparison.Ordinal))),
    ];

    private static string Word((Cue Cue, Nearness Nearness) word) => $"{Term.Of(word.Cue)}:{Term.Of(word.Nearness)}";

    /// <summary>Rounded to what the file keeps, so that a reader with them reads as one with the file.</summary>
    private static EvidenceWeights Weights(IReadOnlyDictionary<string, double> fitted)
    {
        var kept = fitted.Where(f => f.Key != LogisticRegression.Bias).Select(f => (Key: f.Key, Value: Math.Round(f.Value, 2))).Where(f => Math.Abs(f.Value) >= 0.05)
            .OrderBy(f => f.Key, StringComparer.Ordinal).ToList();
        return new EvidenceWeights
        {
            Bias = Math.Round(fitted[LogisticRegression.Bias], 2),
            Words = kept.Where(f => f.Key.Contains(':', StringComparison.Ordinal)).GroupBy(f => f.Key.Split(':')[0])
                .ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, double>)g.ToDictionary(f => f.Key.Split(':')[1], f => f.Value)),
            Facts = kept.Where(f => !f.Key.Contains(':', StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value),
        };
    }
}
