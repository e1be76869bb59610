using System.CommandLine;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;

namespace Analytics.Ingest.Verbs;

/// <summary><c>release</c>: publish, audit, list, and what <see cref="DatasetVerbs"/> does with the files.</summary>
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
        return new Command("release", "Publish, audit, list, check and compare releases, and write their files.")
        {
            publish, Audit(common, terminal), list, DatasetVerbs.Verify(common, terminal), DatasetVerbs.Export(common, terminal), DatasetVerbs.Diff(common, terminal),
        };
    }

    private static Command Audit(CommonOptions common, Terminal terminal)
    {
        var audit = new Command("audit", "Tell what the next release and every kept one would give away of fewer than ten contributors; exit code 1 where anything.");
        audit.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            var (next, _, decided) = await session.Publish().DraftAsync(terminal, stop);
            var (found, kept) = (decided.ToList(), await session.Releases.ListAsync(stop));
            foreach (var head in kept)
            {
                terminal.Report(new("audit", null, $"release {head.Number}"));
                var release = (await session.Releases.ReadWithReportsAsync(head.Id, stop))!;
                found.AddRange(ReleaseAudit.Of(release).Select(f => f with { Table = $"release {head.Number} {f.Table}" }));
            }

            foreach (var finding in found.Distinct())
                Tell(finding, common.Json(parsed), terminal);
            terminal.Note($"The next release and {kept.Count} kept ones looked over: {found.Distinct().Count()} findings.");
            return found.Count == 0 ? 0 : 1;
        });
        return audit;
    }

    private static void Tell(AuditFinding finding, bool json, Terminal terminal)
    {
        if (json)
            terminal.AnswerJson(finding);
        else
            terminal.Answer(finding.ToString());
    }
}
