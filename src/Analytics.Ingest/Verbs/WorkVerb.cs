using System.CommandLine;

namespace Analytics.Ingest.Verbs;

/// <summary><c>work</c>: the worker, until stopped.</summary>
internal static class WorkVerb
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var reports = DemoVerb.Reports();
        var work = new Command("work", "Run the timetable until stopped; ./run starts this beside the site.") { reports };
        work.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            if (common.Demo(parsed))
                await DemoVerb.FillAsync(session, parsed.GetValue(reports), terminal, stop);
            else
                await session.Sources.FollowAsync(session.Options.SourceList, TimeProvider.System.GetUtcNow(), stop);
            return await Worker.RunAsync(session, stop);
        });
        return work;
    }
}
