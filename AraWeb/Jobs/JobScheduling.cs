using AraWeb.Configuration;
using Microsoft.Extensions.Options;
using Quartz;

namespace AraWeb.Jobs;

/// <summary>
/// Hands every job to Quartz when the program starts: all can be run by a person; those with a schedule get their trigger unless jobs are switched off.
/// Quartz itself starts once the server answers.
/// </summary>
internal sealed class JobScheduling(IEnumerable<IAraJob> jobs, ISchedulerFactory schedulers, IOptions<JobsOptions> options, TimeProvider time) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var job in jobs)
        {
            var detail = JobBuilder.Create<QuartzJob>().WithIdentity(job.Name).WithDescription(job.Description)
                .DisallowConcurrentExecution().StoreDurably().Build();
            await scheduler.AddJob(detail, cancellationToken: cancellationToken);
            if (options.Value.Enabled && job.Schedule.AtStart)
            {
                await scheduler.ScheduleJob(Trigger(job), cancellationToken: cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private ITrigger Trigger(IAraJob job)
    {
        var trigger = TriggerBuilder.Create().WithIdentity(job.Name, "schedule").ForJob(job.Name).StartAt(time.GetUtcNow());
        return job.Schedule.Interval is { } interval
            ? trigger.WithSchedule(Every(interval)).Build()
            : trigger.Build();
    }

    /// <summary>
    /// What was missed, because a run took long or the machine slept, is left out and the next turn comes in its time. An interval measured from the end of a run
    /// does not survive a clock that jumps ahead: Quartz then misses the same turn for ever.
    /// </summary>
    private static SimpleScheduleBuilder Every(TimeSpan interval) =>
        SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever();
}
