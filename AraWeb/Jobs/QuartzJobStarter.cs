using Quartz;

namespace AraWeb.Jobs;

/// <summary>Asks Quartz for a run. Quartz holds it back while the same job is running.</summary>
internal sealed class QuartzJobStarter(ISchedulerFactory schedulers, TimeProvider time) : IJobStarter
{
    /// <inheritdoc/>
    public async ValueTask StartAsync(string job, JobCause cause, Guid? runId, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var data = new JobDataMap { { QuartzJob.CauseKey, cause.ToString() } };
        if (runId is { } id)
        {
            data.Add(QuartzJob.RunKey, id.ToString());
        }

        // One pending run after a preceding job is enough, however often that job has run meanwhile: they share a trigger.
        var key = new TriggerKey(runId?.ToString() ?? job, cause.ToString());
        var trigger = TriggerBuilder.Create(time).WithIdentity(key).ForJob(job).UsingJobData(data).StartNow().WithSchedule(Turns.Once(time)).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }
}
