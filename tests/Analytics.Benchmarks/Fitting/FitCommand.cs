using System.Text.Encodings.Web;
using System.Text.Json;

namespace Analytics.Benchmarks.Fitting;

/// <summary><c>fit-weights OUT LABELLED.jsonl…</c> and <c>leave-out LABELLED.jsonl…</c>.</summary>
internal static class FitCommand
{
    private const int Folds = 8;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the weights fitted on all the texts.</summary>
    public static int Fit(string target, IReadOnlyList<string> files)
    {
        var texts = files.SelectMany(LabelledText.Read).ToList();
        File.WriteAllText(target, JsonSerializer.Serialize(WeightsFit.Fit(texts), Options) + "\n");
        Console.WriteLine($"{texts.Count} texts with {texts.Sum(t => t.Claims.Count)} claims; weights written to {target}.");
        return 0;
    }

    /// <summary>Prints the scores of whole texts left out by turns, by file.</summary>
    public static int LeaveOutByTurns(IReadOnlyList<string> files)
    {
        var scores = LeaveOut.Scores([.. files.SelectMany(LabelledText.Read)], Folds);
        foreach (var (file, score) in scores.Append(new("all", scores.Values.Aggregate((a, b) => a + b))))
            Console.WriteLine(FormattableString.Invariant($"{file,-20} strict F1 {score.StrictF1:0.000}  amounts F1 {score.AmountsF1:0.000}  ({score.Labelled} labelled, {score.Read} read)"));
        return 0;
    }
}
