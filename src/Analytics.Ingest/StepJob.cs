using Analytics.Ingest.Steps;
using Analytics.Models.Releases;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Analytics.Ingest;

/// <summary>Runs one step as a scheduled job, then starts the one that follows. Killed anywhere, it is run again.</summary>
[DisallowConcurrentExecution]
internal sealed class StepJob(Session session, ILogger<StepJob> log) : IJob
{
    /// <summary>Group of all step jobs; the name of a job is its step's.</summary>
    public const string Group = "flow";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        if (await IsFollowedAsync(context, cancellationToken))
        {
            context.Result = JobRunReport.Skipped("Another run of this step waits behind this one and does its work.");
            return;
        }

        var step = session.Step(name) ?? throw new InvalidOperationException($"The timetable names a step '{name}' that the flow does not have.");
        StepResult result;
        try
        {
            result = await step.RunAsync(new JobProgress(context), cancellationToken);
        }
        catch (StaleRollupsException stale)
        {
            // Somebody withdrew in the meantime. The flow goes on from the rollups, or it would wait for another report.
            context.Result = JobRunReport.Skipped(stale.Message);
            await context.Scheduler.TriggerJob(new JobKey("rollup", Group), cancellationToken: cancellationToken);
            return;
        }

        foreach (var trouble in result.Troubles)
            log.LogWarning("{Step}: {Trouble}", name, trouble);
        log.LogInformation("{Step}: {Sentence}", name, result.Sentence);
        context.Result = result.Changed ? JobRunReport.Succeeded(result.Sentence) : JobRunReport.Skipped(result.Sentence);
        if (Schedule.Jobs.Single(j => j.Step == name).Then is { } next)
            await context.Scheduler.TriggerJob(new JobKey(next, Group), cancellationToken: cancellationToken);
    }

    // Several steps lead to the same next one, and a worker that was killed has its runs taken up again: one of those waiting is enough.
    private async Task<bool> IsFollowedAsync(IJobExecutionContext context, CancellationToken stop)
    {
        var waiting = await context.Scheduler.QueryTriggers(
            new TriggerQuery { Job = context.JobDetail.Key, State = TriggerState.Blocked, NextFireTimeBefore = session.Options.Time.GetUtcNow(), Take = 1 }, stop);
        return waiting.Items.Count > 0;
    }

    private sealed class JobProgress(IJobExecutionContext context) : IProgress<StepProgress>
    {
        public void Report(StepProgress value) => context.ReportProgress((int)(100 * (value.Share ?? 0)), value.Doing);
    }
}
