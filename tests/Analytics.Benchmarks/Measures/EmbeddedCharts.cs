namespace Analytics.Benchmarks.Measures;

/// <summary>7.1 to 7.6: charts in articles.</summary>
internal static class EmbeddedCharts
{
    public static readonly IReadOnlyList<Measure> All =
    [
        Tests("7.1", "Every form in an article on another origin, at 320, 600 and 1,000 px and turned, by our snippet, Datawrapper's and pym's messages, without parent script, without JavaScript",
            ["chromium"], ("Analytics.Flow.Tests", ["EmbedTests"])),
        Tests("7.2", "oEmbed field by field in JSON and XML, every error, discovery from the pages", [], ("Analytics.Web.Tests", ["OEmbedTests"])),
        Tests("7.3", "The same picture in Chromium and librsvg, readable without our fonts, axe, contrast by computed colours in both themes",
            ["chromium"], ("Analytics.Flow.Tests", ["ChartPictureTests", "EmbedTests"]), ("Analytics.Web.Tests", ["SvgChartTests", "FormPictureTests"])),
        new("7.4", "Charts a second against matplotlib; a kept embed against the same bytes from bare Kestrel; 10,000 different keys", SpeedAsync) { Packages = ["python3-matplotlib", "wrk"] },
        Tests("7.5", "Frozen files over three later releases, a correction and a restart; status, mark and feed at each step", [],
            ("Analytics.Web.Tests", ["FrozenChartTests", "SentenceHistoryTests", "FigureStatusTests"])),
        Tests("7.6", "Hostile addresses of charts, embeds and sentences", [], ("Analytics.Web.Tests", ["HostileChartTests", "EmbedPageTests", "SentencePageTests", "SentenceIdTests"])),
    ];

    private static Measure Tests(string id, string title, string[] packages, params (string Project, string[] Classes)[] tests) => TestRun.Measure(id, title, packages, new Dictionary<string, string>(), tests);

    private static async Task<IReadOnlyList<Figure>> SpeedAsync(MeasureRun run, CancellationToken stop) =>
        [.. await ChartSpeed.RunAsync(run, stop), .. await ManyCharts.RunAsync(run, stop)];
}
