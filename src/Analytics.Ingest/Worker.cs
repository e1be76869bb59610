using System.Data.Common;
using Analytics.Models.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Analytics.Ingest;

/// <summary>The worker: the timetable on Quartz, persistent and clustered in schema <c>jobs</c>.</summary>
internal static class Worker
{
    /// <summary>Runs until <paramref name="stop"/>, or until the private server is gone.</summary>
    /// <returns>0 when stopped, 1 when the server was lost.</returns>
    public static async Task<int> RunAsync(Session session, CancellationToken stop)
    {
        // A database from a backup may hold again what was withdrawn.
        var back = await session.Erasures.ReplayAsync(stop);
        await using var jobs = await Database.OpenSchemaAsync(session.ConnectionString, "jobs", stop);
        using var host = Build(session, jobs);
        await host.StartAsync(stop);
        if (await session.Releases.LatestAsync(stop) is null)
            await StartFlowAsync(host, session, stop);
        var log = host.Services.GetRequiredService<ILogger<Session>>();
        if (back > 0)
            log.LogWarning("{Reports} withdrawn reports had come back with a backup and are removed again.", back);
        log.LogInformation("The worker is running.");
        var stopped = Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        var lost = await Task.WhenAny(stopped, session.ServerLost) == session.ServerLost;
        if (lost)
            log.LogError("{Why}", await session.ServerLost);
        await host.StopAsync(CancellationToken.None);
        return lost ? 1 : 0;
    }

    // Before the first release there is nothing to show: publish what is shipped at once, and collect beside it.
    private static async Task StartFlowAsync(IHost host, Session session, CancellationToken stop)
    {
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(stop);
        string[] beginnings = session.Options.Storage.Demo ? ["accept"] : ["accept", "exchange-rates", "collect"];
        foreach (var step in beginnings)
            await scheduler.TriggerJob(new JobKey(step, StepJob.Group), cancellationToken: stop);
    }

    private static IHost Build(Session session, DbDataSource jobs)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(o => { o.SingleLine = true; o.TimestampFormat = "HH:mm:ss "; o.UseUtcTimestamp = true; });
        builder.Logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(session).AddSingleton(jobs);
        // The verb that runs us listens for signals; the host must not end the process on its own.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        // Without it a firing missed while we were down is lost when the timetable is declared again.
        builder.Services.Configure<QuartzOptions>(o => o.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        builder.Services.AddQuartz(quartz => Configure(quartz, session.Options));
        builder.Services.AddQuartzExecutionHistory(o => { o.Retention = TimeSpan.FromDays(90); o.MaxEntriesPerJob = 500; o.MaxEntriesPerScheduler = 20_000; });
        builder.Services.AddQuartzHostedService(o => { o.WaitForJobsToComplete = true; o.AwaitApplicationStarted = true; });
        return builder.Build();
    }

    private static void Configure(IQuartzBuilder quartz, IngestOptions options)
    {
        quartz.ConfigureScheduler(o => { o.InstanceName = "perjam"; o.GenerateInstanceId = true; o.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs; });
        quartz.UseDefaultThreadPool(2);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(d => d.UseRegisteredDataSource = true);
            store.ProvisionSchema();
            store.UseExecutionHistory();
            store.UseClustering(c => { c.CheckinInterval = options.CheckIn; c.CheckinMisfireThreshold = options.CheckIn; });
            store.ConfigureStore(o => o.RecoverFiringsCancelledByShutdown = true);
        });
        quartz.UseDefaultRetryPolicy(RetryPolicy.Exponential(3, TimeSpan.FromSeconds(30), 2));
        quartz.UseExecutionLogCapture();
        foreach (var job in options.Storage.Demo ? Schedule.DemoJobs : Schedule.Jobs)
            Declare(quartz, job);
    }

    private static void Declare(IQuartzBuilder quartz, Job job)
    {
        var key = new JobKey(job.Step, StepJob.Group);
        quartz.AddJob<StepJob>(j => j.WithIdentity(key).StoreDurably().RequestRecovery());
        if (job.Cron is { } cron)
        {
            quartz.AddTrigger(t => t.ForJob(key).WithIdentity(job.Step, StepJob.Group)
                .WithCronSchedule(cron, c => c.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
        }
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
