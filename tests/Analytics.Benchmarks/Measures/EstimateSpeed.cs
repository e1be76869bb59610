using System.Diagnostics;
using Analytics.Models.Estimates;

namespace Analytics.Benchmarks.Measures;

/// <summary>
/// 4.3: a million rows over 12 platforms, 14 task types, 5 experience bands and 60 countries: the fit with its cross-fitted spread and calibration, against lme4's fit
/// of the same effects alone; predictions a second; how the fit grows from a hundred thousand rows to ten million.
/// </summary>
internal static class EstimateSpeed
{
    private const int Million = 1_000_000;

    public static readonly Measure Measure = new("4.3", "A million rows: fit and intervals against lme4 with the same effects, predictions a second, memory, growth", RunAsync)
    {
        Packages = ["python3-numpy", "r-cran-lme4"],
    };

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("perjam-pay-").FullName;
        try
        {
            var figures = new List<Figure>();
            var seconds = 0.0;
            foreach (var rows in (int[])[Million / 10, Million, 10 * Million])
            {
                var file = await GenerateAsync(run, folder, rows, stop);
                var (cells, model, fit) = Fit(file, run.Time);
                run.Log(FormattableString.Invariant($"  {rows} rows: {fit:0.0} s"));
                figures.Add(new($"fit_{rows}_rows", Math.Round(fit, 2), "s") { AtMost = rows == Million ? 5 : null });
                if (rows != Million)
                    continue;
                seconds = fit;
                figures.Add(new("peak_memory", Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0), "MiB") { AtMost = 1024, Note = "this process, with the rows counted into cells" });
                figures.Add(new("predictions", Math.Round(PredictionsASecond(cells, model, run.Time)), "a second") { AtLeast = Million });
                // lme4 takes a quarter of an hour more: what is known is told before.
                foreach (var figure in figures.TakeLast(2))
                    run.Log(FormattableString.Invariant($"  {figure.Name}: {figure.Value} {figure.Unit}"));
            }

            var theirs = await Lme4Async(run, Path.Combine(folder, $"{Million}.csv"), stop);
            figures.Add(new("lme4_fit", Math.Round(theirs, 1), "s") { Note = "lmer alone, without intervals" });
            figures.Add(new("lme4_over_ours", Math.Round(theirs / seconds, 1), "times") { AtLeast = 20 });
            return figures;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> GenerateAsync(MeasureRun run, string folder, int rows, CancellationToken stop)
    {
        var file = Path.Combine(folder, $"{rows}.csv");
        var script = Path.Combine(run.Repository, "tests", "Analytics.Benchmarks", "Estimates", "generate.py");
        await OtherProgram.AnswerAsync("bash", ["-c", "exec /usr/bin/python3 \"$0\" large --rows \"$1\" > \"$2\"", script, FormattableString.Invariant($"{rows}"), file], stop);
        return file;
    }

    // Rows are counted as they are read: none is kept.
    private static (PayCells Cells, PayModel Model, double Seconds) Fit(string file, TimeProvider time)
    {
        var builder = new PayCellsBuilder(seed: 1);
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var fields = line.Split(',');
            builder.Add(new PayRow
            {
                Hourly = double.Parse(fields[0], System.Globalization.CultureInfo.InvariantCulture),
                Contributor = fields[1],
                Platform = fields[2],
                TaskType = fields[3],
                Experience = fields[4],
                Country = fields[5],
            });
        }

        var cells = builder.Build();
        var began = time.GetTimestamp();
        var model = PayFit.Fit(cells, ErrorModel.Student);
        return (cells, model, time.GetElapsedTime(began).TotalSeconds);
    }

    private static double PredictionsASecond(PayCells cells, PayModel model, TimeProvider time)
    {
        PayRow[] rows = [.. Enumerable.Range(0, cells.Cells).Select(cell => new PayRow
        {
            Hourly = 1,
            Platform = Word(cells, cell, PayFactor.Platform), TaskType = Word(cells, cell, PayFactor.TaskType),
            Experience = Word(cells, cell, PayFactor.Experience), Country = Word(cells, cell, PayFactor.Country),
        })];
        var (predicted, sum) = (0, 0.0);
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began).TotalSeconds < 3)
        {
            foreach (var row in rows)
                sum += model.Predict(row).Median;
            predicted += rows.Length;
        }

        return double.IsFinite(sum) ? predicted / time.GetElapsedTime(began).TotalSeconds : 0;
    }

    private static string Word(PayCells cells, int cell, PayFactor factor) => cells.Words[(int)factor].Words[cells.Code(cell, factor)];

    // lme4.R says the seconds of lmer alone as "lmer SECONDS s" among its notes.
    private static async Task<double> Lme4Async(MeasureRun run, string file, CancellationToken stop)
    {
        var script = Path.Combine(run.Repository, "tests", "Analytics.Benchmarks", "Estimates", "lme4.R");
        const string Formula = "experience + (1|platform) + (1|task_type) + (1|country) + (1|platform:task_type) + (1|task_type:country) + (1|task_type:experience)";
        var (code, said) = await OtherProgram.ResultAsync("Rscript", [script, "fit", file, Formula], stop);
        var match = System.Text.RegularExpressions.Regex.Match(said, @"(?<seconds>[\d.]+) s\b");
        return code == 0 && match.Success ? double.Parse(match.Groups["seconds"].Value, System.Globalization.CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"lme4.R failed (exit code {code}): {said.Trim()}");
    }
}
