namespace AraWeb.Jobs;

/// <summary>Asks the scheduler for a run as soon as the job is free.</summary>
internal interface IJobStarter
{
    /// <summary>Asks for a run.</summary>
    /// <param name="job">The job's name.</param>
    /// <param name="cause">Why.</param>
    /// <param name="runId">The id of a run that is queued already; null makes a new one when it starts.</param>
    /// <param name="cancellationToken">Gives up asking.</param>
    ValueTask StartAsync(string job, JobCause cause, Guid? runId, CancellationToken cancellationToken);
}
