using System.CommandLine;

namespace Analytics.Ingest.Verbs;

/// <summary><c>release publish</c> and <c>release list</c>.</summary>
internal static class ReleaseVerbs
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var publish = new Command("publish", "Freeze what there is into the next release, unless nothing changed.");
        publish.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            FlowVerbs.Tell(await session.Step("publish")!.RunAsync(terminal, stop), common.Json(parsed), terminal);
            return 0;
        });

        var list = new Command("list", "List the releases, the latest first.");
        list.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            foreach (var head in await session.Releases.ListAsync(stop))
            {
                if (common.Json(parsed))
                    terminal.AnswerJson(head);
                else
                    terminal.Answer($"{head.Number}\t{head.Id}\t{head.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm}{(head.Simulated ? "\tsimulated" : "")}");
            }

            return 0;
        });
        return new Command("release", "Publish and list releases.") { publish, list };
    }
}
