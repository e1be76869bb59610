using System.CommandLine;
using Analytics.Models;
using Analytics.Models.Observations;
using Analytics.Models.Releases;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Verbs;

/// <summary><c>status</c>: what there is and how the sources are doing.</summary>
internal static class StatusVerb
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var status = new Command("status", "Say what there is: the latest release, observations and why some were refused, sources and their last answers.");
        status.SetAction(async (parsed, stop) =>
        {
            await using var session = await common.OpenAsync(parsed, terminal, stop);
            var state = new State(
                await session.Releases.LatestAsync(stop), (await session.Reports.CountAsync(stop)).All,
                await session.Observations.CountAsync(stop), await session.Sources.StatesAsync(stop));
            if (common.Json(parsed))
                terminal.AnswerJson(state);
            else
                Tell(state, terminal);
            return 0;
        });
        return status;
    }

    private static void Tell(State state, Terminal terminal)
    {
        terminal.Answer(state.Release is { } head
            ? $"Release {head.Number} ({head.Id}) of {head.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC{(head.Simulated ? ", simulated" : "")}."
            : "No release yet.");
        terminal.Answer($"{state.Reports} reports.");
        foreach (var of in state.Observations)
            terminal.Answer($"{of.N} observations from {Term.Of(of.OriginKind)}s {Term.Of(of.Status)}{(of.Reason is { } why ? $": {Term.Of(why)}" : "")}.");
        foreach (var source in state.Sources)
            terminal.Answer($"{source.Outcome ?? "not tried"}\t{source.Address}{(source.Sentence is { } said ? $"\t{said}" : "")}");
    }

    private sealed record State(
        ReleaseHead? Release, long Reports, IReadOnlyList<ObservationCount> Observations, IReadOnlyList<SourceState> Sources);
}
