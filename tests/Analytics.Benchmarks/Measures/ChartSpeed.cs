using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Models.Evidence;
using Analytics.Web.Charts;
using Analytics.Web.Text;

namespace Analytics.Benchmarks.Measures;

/// <summary>7.4, its first half: an interval chart of twelve rows as SVG and as PNG, placed and written, against matplotlib with the same figures. One thread, by turns.</summary>
internal static class ChartSpeed
{
    private const int Rounds = 5;
    private const int Width = 760;
    private const int Height = 460;

    private static readonly int Charts = Setting.Of("PERJAM_CHARTS", 2_000);

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        var series = Series();
        var words = new ChartWords(SiteText.Of(SiteLanguage.English), "USD");
        var file = Path.Combine(Directory.CreateTempSubdirectory("perjam-chart-").FullName, "rows.json");
        await File.WriteAllTextAsync(file, Described(series, words), stop);
        try
        {
            return
            [
                .. await CompareAsync(run, file, "svg", 250, Charts, 10, () => SvgChart.Write(series.Place(new ChartSize(Width), words), ChartLook.Auto).Length, stop),
                .. await CompareAsync(run, file, "png", 4, Charts / 50, 10, () => Picture(series, words).Length, stop),
            ];
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Figure>> CompareAsync(MeasureRun run, string file, string form, double atLeast, int ours, int theirs, Func<int> draw, CancellationToken stop)
    {
        // Until the runtime has compiled what is used most.
        for (var i = 0; i < Math.Max(30, ours / 4); i++)
            draw();
        var (own, other) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            own.Add(Timed(run.Time, ours, draw));
            other.Add(await MatplotlibAsync(run, file, form, theirs, stop));
        }

        var (we, they) = (own.Order().ElementAt(Rounds / 2), other.Order().ElementAt(Rounds / 2));
        return
        [
            new($"{form}_ours_ms", Math.Round(we * 1000, 3), "ms a chart"),
            new($"{form}_matplotlib_ms", Math.Round(they * 1000, 1), "ms a chart"),
            new($"{form}_times_matplotlib", Math.Round(they / we, 1), "times") { AtLeast = atLeast, Note = $"median of {Rounds} alternating runs, one thread" },
        ];
    }

    private static double Timed(TimeProvider time, int charts, Func<int> draw)
    {
        var (began, bytes) = (time.GetTimestamp(), 0L);
        for (var i = 0; i < charts; i++)
            bytes += draw();
        return bytes > charts * 1000L ? time.GetElapsedTime(began).TotalSeconds / charts : throw new InvalidOperationException("A drawing of less than 1,000 bytes is none.");
    }

    private static async Task<double> MatplotlibAsync(MeasureRun run, string file, string form, int charts, CancellationToken stop)
    {
        var script = Path.Combine(run.Repository, "tests", "Analytics.Benchmarks", "Charts", "interval.py");
        var said = await OtherProgram.AnswerAsync("/usr/bin/python3", [script, file, form, charts.ToString(CultureInfo.InvariantCulture)], stop);
        return double.Parse(said, CultureInfo.InvariantCulture) / charts;
    }

    // The chart in the middle of a picture of that size, as the picture for social networks has it.
    private static byte[] Picture(IntervalSeries series, ChartWords words)
    {
        var plan = series.Place(new ChartSize(Width), words).OnPaper((double)Width / Height);
        var view = plan.View!;
        return SvgRaster.ToPng(Encoding.UTF8.GetBytes(SvgChart.Write(plan, ChartLook.Light)), view.Width.Value, view.Height.Value, Width / view.Width.Value);
    }

    private static string Described(IntervalSeries series, ChartWords words) => JsonSerializer.Serialize(new
    {
        title = series.Title,
        axis = series.AxisTitle,
        source = series.Source,
        rows = series.Rows.Select(row => new
        {
            label = row.Label,
            about = row.SubLabel,
            kind = row.Kind.Coarse().ToString().ToLowerInvariant(),
            typical = row.Typical,
            low = row.Low,
            high = row.High,
            middle_low = row.MiddleLow,
            middle_high = row.MiddleHigh,
            value = words.Value(row),
            rests_on = row.Count,
        }),
    });

    private static IntervalSeries Series()
    {
        FigureKind[] kinds = [FigureKind.SelfReport, FigureKind.StudyStatistic, FigureKind.SurveyStatistic, FigureKind.Advertised];
        return new("interval", "What an hour pays, platform by platform", "Twelve figures of four kinds, each with its range.", "US dollars per hour, before tax",
            "Source: figures made up to be drawn.", "PerJam, release 1 (measure), 1 January 2026",
            [.. Enumerable.Range(1, 12).Select(i => new IntervalRow($"Platform number {i}", kinds[i % 4], EvidenceTier.C, $"n = {i * 37}", $"{1 + (i % 5)} years old")
            {
                SubLabel = "Surveys · all countries",
                Typical = 1.7 * i,
                Low = 0.6 * i,
                High = 4.1 * i,
                MiddleLow = 1.1 * i,
                MiddleHigh = 2.4 * i,
            })]);
    }
}
