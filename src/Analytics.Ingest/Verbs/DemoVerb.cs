using System.CommandLine;
using Analytics.Ingest.Steps;
using Analytics.Models.Reports;

namespace Analytics.Ingest.Verbs;

/// <summary><c>demo --reports N</c>: fills the separate database with simulated reports and publishes them, marked as such.</summary>
internal static class DemoVerb
{
    private const int DefaultReports = 50_000, MostReports = 10_000_000, AtOnce = 10_000;
    private const int Seed = 1;

    // A fixed month, so that the same seed makes the same reports on any day.
    private static readonly DateOnly LastMonth = new(2026, 9, 1);

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var reports = Reports();
        var demo = new Command("demo", "Fill the separate demonstration database with simulated reports and publish them.") { reports };
        demo.SetAction(async (parsed, stop) =>
        {
            if (!common.Demo(parsed))
                throw new WrongUseException("demo needs --demo: simulated reports go into a database of their own.");
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            await FillAsync(session, parsed.GetValue(reports), terminal, stop);
            foreach (var step in session.Flow())
                FlowVerbs.Tell(await step.RunAsync(terminal, stop), common.Json(parsed), terminal);
            return 0;
        });
        return demo;
    }

    /// <summary>The option that says how many reports the demonstration has.</summary>
    public static Option<int> Reports()
    {
        var reports = new Option<int>("--reports") { Description = $"How many simulated reports; default {DefaultReports}.", DefaultValueFactory = _ => DefaultReports };
        reports.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > MostReports)
                result.AddError($"--reports takes a number from 0 to {MostReports}.");
        });
        return reports;
    }

    /// <summary>Adds simulated reports up to <paramref name="count"/>; those already there stay.</summary>
    public static async Task FillAsync(Session session, int count, IProgress<StepProgress> progress, CancellationToken stop)
    {
        if ((await session.Reports.CountAsync(stop)).All >= count)
            return;
        var made = 0;
        foreach (var batch in new SimulatedReports(session.Catalogue, Seed, LastMonth).Make(count).Chunk(AtOnce))
        {
            await session.Reports.AddAsync(batch, stop);
            progress.Report(new("demo", (double)(made += batch.Length) / count, $"{made} simulated reports"));
        }
    }
}
