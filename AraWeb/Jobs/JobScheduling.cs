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
        var trigger = TriggerBuilder.Create(time).WithIdentity(job.Name, "schedule").ForJob(job.Name).StartNow();
        return trigger.WithSchedule(job.Schedule.Interval is { } interval ? Turns.Every(interval, time) : Turns.Once(time)).Build();
    }
}
