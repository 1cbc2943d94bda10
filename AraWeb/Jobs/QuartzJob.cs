using Quartz;

namespace AraWeb.Jobs;

/// <summary>What Quartz fires for every job of ours: reads which one, and hands it to the runner.</summary>
internal sealed class QuartzJob(JobRunner runner) : IJob
{
    /// <summary>Key of the run's id in the data of a trigger.</summary>
    internal const string RunKey = "run";

    /// <summary>Key of the cause in the data of a trigger.</summary>
    internal const string CauseKey = "cause";

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        var cause = Enum.TryParse<JobCause>(data.TryGetValue(CauseKey, out var text) ? text as string : null, out var parsed) ? parsed : JobCause.Schedule;
        Guid? run = Guid.TryParse(data.TryGetValue(RunKey, out var id) ? id as string : null, out var known) ? known : null;
        await runner.RunAsync(context.JobDetail.Key.Name, cause, run, cancellationToken);
    }
}
