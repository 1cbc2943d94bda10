namespace AraWeb.Engine.Jobs;

/// <summary>Where runs of jobs are kept. Bounded: the implementation keeps the newest runs per job name.</summary>
public interface IJobHistory
{
    /// <summary>Inserts a run, or replaces the one with the same id.</summary>
    ValueTask SaveAsync(JobRun run, CancellationToken cancellationToken);

    /// <summary>The newest runs, newest first.</summary>
    ValueTask<IReadOnlyList<JobRun>> RecentAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Marks runs that were queued or running when the program stopped as interrupted. Called once at start.</summary>
    ValueTask<int> InterruptUnfinishedAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
