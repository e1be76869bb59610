namespace Analytics.Benchmarks.Measures;

/// <summary>3.7: one story in six tellings.</summary>
internal static class StoryWitnesses
{
    public static readonly Measure Measure = new("3.7", "The second article and five retellings in two languages: one observation with six witnesses",
        async (run, stop) => [
            .. await TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["StoryFlowTests"], new Dictionary<string, string>(), stop),
            .. await TestRun.FiguresAsync(run, "Analytics.Models.Tests", ["StoryTests"], new Dictionary<string, string>(), stop, prefix: "values_")]);
}
