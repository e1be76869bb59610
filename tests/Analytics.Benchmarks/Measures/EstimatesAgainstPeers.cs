using System.Globalization;
using System.Text.Json;

namespace Analytics.Benchmarks.Measures;

/// <summary>4.1: left-out pay of the two tables beside the checkout, scored from the predictions file by a script of its own, beside peers in the same folds.</summary>
internal static class EstimatesAgainstPeers
{
    public static readonly Measure Measure = new("4.1", "Pay that the model did not see, from --predictions, beside lme4, boosting, look-ups and least squares in the same folds", RunAsync)
    {
        Packages = ["python3-numpy", "python3-scipy", "python3-sklearn", "r-cran-lme4"],
    };

    private static readonly (string File, string Name, double MostLoss, double MostError)[] Tables =
        [("upwork-2023-dev.csv", "upwork", 0.465, 30.5), ("mturk-dev.csv", "mturk", 0.688, 48.0)];

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        var shared = Path.Combine(Path.GetDirectoryName(run.Repository.TrimEnd('/'))!, "shared", "data", "estimates");
        var figures = new List<Figure>();
        foreach (var table in Tables)
        {
            var file = Path.Combine(shared, table.File);
            if (!File.Exists(file))
                throw new InvalidOperationException($"../shared/data/estimates/{table.File} is absent: put the shared folder beside the checkout and measure again.");
            using var scores = await ScoresAsync(run, file, stop);
            figures.AddRange(OfModel(table.Name, scores.RootElement.GetProperty("predictions"), table.MostLoss, table.MostError));
            foreach (var peer in scores.RootElement.GetProperty("peers").EnumerateObject())
                figures.Add(new($"{table.Name}_{peer.Name}_pinball", Math.Round(Number(peer.Value, "pinball_sum"), 4), "ln"));
        }

        return figures;
    }

    private static async Task<JsonDocument> ScoresAsync(MeasureRun run, string file, CancellationToken stop)
    {
        var ingest = Path.Combine(run.Repository, "src", "Analytics.Ingest", "bin", "Release", "net10.0", "Analytics.Ingest.dll");
        var peers = Path.Combine(run.Repository, "tests", "Analytics.Benchmarks", "Estimates", "peers.py");
        var predictions = Path.GetTempFileName();
        try
        {
            await OtherProgram.AnswerAsync("dotnet", [ingest, "estimate", "evaluate", file, "--predictions", predictions], stop);
            run.Log($"  {Path.GetFileName(file)}: predicted; now the peers");
            return JsonDocument.Parse(await OtherProgram.AnswerAsync(
                "/usr/bin/python3", [peers, file, "--predictions", predictions, "--peers", "global_median", "look_up", "look_up_task_type", "ols", "quantile_boosting", "lme4"], stop));
        }
        finally
        {
            File.Delete(predictions);
        }
    }

    private static IEnumerable<Figure> OfModel(string name, JsonElement scores, double mostLoss, double mostError)
    {
        yield return new($"{name}_rows", Number(scores, "n"), "rows");
        yield return new($"{name}_pinball", Math.Round(Number(scores, "pinball_sum"), 4), "ln") { AtMost = mostLoss };
        yield return new($"{name}_median_error", Math.Round(Number(scores, "mdape"), 2), "per cent") { AtMost = mostError };
        yield return new($"{name}_coverage80", Math.Round(Number(scores, "coverage80"), 4), "share") { AtLeast = 0.775, AtMost = 0.825 };
        var groups = scores.GetProperty("groups").EnumerateArray().ToList();
        var outside = groups.Where(g => !g.GetProperty("in_band").GetBoolean()).ToList();
        yield return new($"{name}_groups", groups.Count, "groups of 100 rows or more");
        yield return new($"{name}_groups_outside_the_band", outside.Count, "groups")
        {
            AtMost = 0,
            Note = string.Join(", ", outside.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.GetProperty("level")} {Number(g, "coverage80"):0.000}"))),
        };
    }

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();
}
