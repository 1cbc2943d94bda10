using System.Collections.Concurrent;
using AraWeb.Engine.Core;
using AraWeb.Engine.Jobs;

namespace AraWeb.Tests.Web.Jobs;

/// <summary>A history in memory that also counts the writes.</summary>
internal sealed class MemoryJobHistory : IJobHistory
{
    private readonly ConcurrentDictionary<Guid, JobRun> _runs = new();
    private int _writes;

    public int Writes => Volatile.Read(ref _writes);

    /// <summary>Makes every write fail.</summary>
    public bool IsBroken { get; set; }

    public IReadOnlyList<JobRun> Runs => [.. _runs.Values.OrderBy(run => run.StartedAt)];

    public ValueTask SaveAsync(JobRun run, CancellationToken cancellationToken)
    {
        if (IsBroken)
        {
            throw new StorageException("The database is read-only.", "Make the data folder writable.");
        }

        Interlocked.Increment(ref _writes);
        _runs[run.Id] = run;
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<JobRun>> RecentAsync(int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<JobRun>>([.. _runs.Values.OrderByDescending(run => run.StartedAt).Take(limit)]);

    public ValueTask<int> InterruptUnfinishedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unfinished = _runs.Values.Where(run => run.State is JobState.Queued or JobState.Running).ToList();
        foreach (var run in unfinished)
        {
            _runs[run.Id] = run with { State = JobState.Interrupted, EndedAt = now };
        }

        return ValueTask.FromResult(unfinished.Count);
    }
}
