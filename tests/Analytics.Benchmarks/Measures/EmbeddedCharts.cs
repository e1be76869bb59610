namespace Analytics.Benchmarks.Measures;

/// <summary>7.4.</summary>
internal static class EmbeddedCharts
{
    public static readonly Measure Speed = new("7.4", "Charts a second against matplotlib", ChartSpeed.RunAsync) { Packages = ["python3-matplotlib"] };
}
