using System.CommandLine;
using Analytics.Ingest.Steps;

namespace Analytics.Ingest.Verbs;

/// <summary><c>flow</c>, <c>step NAME</c>.</summary>
internal static class FlowVerbs
{
    public static IEnumerable<Command> Create(CommonOptions common, Terminal terminal)
    {
        var flow = new Command("flow", "Run every step: exchange rates, collect, read, accept, normalise, rollup, estimate, publish.");
        flow.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            if (!common.Demo(parsed))
                await session.Sources.FollowAsync(session.Options.SourceList, TimeProvider.System.GetUtcNow(), stop);
            foreach (var step in session.Flow())
                Tell(await step.RunAsync(terminal, stop), common.Json(parsed), terminal);
            return 0;
        });

        var name = new Argument<string>("name") { Description = "Name of the step." };
        var one = new Command("step", "Run one step of the flow, forget (delete what is kept for a time only) or erase (clear the files of what was withdrawn).") { name };
        one.SetAction(async (parsed, stop) =>
        {
            var steps = (common.Demo(parsed) ? Schedule.DemoJobs : Schedule.Jobs).Select(j => j.Step).ToList();
            if (!steps.Contains(parsed.GetValue(name)!))
                throw new WrongUseException($"There is no step '{parsed.GetValue(name)}'; the steps are {string.Join(", ", steps)}.");
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            Tell(await session.Step(parsed.GetValue(name)!)!.RunAsync(terminal, stop), common.Json(parsed), terminal);
            return 0;
        });
        return [flow, one];
    }

    /// <summary>Writes what a step did: its sentence as the answer, its troubles beside it.</summary>
    public static void Tell(StepResult result, bool json, Terminal terminal)
    {
        foreach (var trouble in result.Troubles)
            terminal.Note($"{result.Step}: {trouble}");
        if (json)
            terminal.AnswerJson(result);
        else
            terminal.Answer($"{result.Step}: {result.Sentence}");
    }
}
