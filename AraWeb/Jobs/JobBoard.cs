using AraWeb.Engine.Core;
using AraWeb.Engine.Jobs;
using AraWeb.Live;

namespace AraWeb.Jobs;

/// <summary>
/// What the job tray and the API look at: all jobs, the runs under way and those of late; also where a person starts and cancels runs. Runs under way are
/// held in memory (bounded by the number of jobs and what people queue), ended ones are read from the history.
/// </summary>
internal sealed class JobBoard(IEnumerable<IAraJob> jobs, IJobHistory history, IJobStarter starter, ILiveFeed feed, TimeProvider time)
{
    /// <summary>Runs that may wait for their turn at the same time.</summary>
    internal const int MaxQueued = 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, LiveRun> _live = [];

    /// <summary>All jobs, by name.</summary>
    public IReadOnlyList<IAraJob> Jobs { get; } = [.. jobs.OrderBy(job => job.Name, StringComparer.Ordinal)];

    /// <summary>The job of this name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public IAraJob Find(string name) =>
        Jobs.FirstOrDefault(job => string.Equals(job.Name, name, StringComparison.Ordinal))
        ?? throw new InputException("job", name, $"Jobs are {string.Join(", ", Jobs.Select(job => job.Name))}.");

    /// <summary>Runs under way, newest first.</summary>
    public IReadOnlyList<JobRun> Running()
    {
        lock (_gate)
        {
            return [.. _live.Values.Where(live => live.IsVisible).Select(live => live.Run).OrderByDescending(run => run.StartedAt)];
        }
    }

    /// <summary>Runs under way and the newest ended ones, newest first, at most <paramref name="limit"/>.</summary>
    /// <exception cref="StorageException">The history cannot be read.</exception>
    public async Task<IReadOnlyList<JobRun>> RecentAsync(int limit, CancellationToken cancellationToken)
    {
        var kept = await history.RecentAsync(limit, cancellationToken);
        var running = Running();
        return [.. running.Concat(kept.ExceptBy(running.Select(run => run.Id), run => run.Id)).OrderByDescending(run => run.StartedAt).Take(limit)];
    }

    /// <summary>Runs a job as soon as it is free.</summary>
    /// <exception cref="InputException">No such job, or too many runs wait already.</exception>
    public async Task<JobRun> RunNowAsync(string name, CancellationToken cancellationToken)
    {
        var job = Find(name);
        var now = time.GetUtcNow();
        var live = new LiveRun(new JobRun(
            Guid.CreateVersion7(now), job.Name, Subject: string.Empty, JobState.Queued, Progress: 0, "Waiting for its turn.", now, EndedAt: null, Error: null))
        {
            IsVisible = true,
        };
        lock (_gate)
        {
            if (_live.Values.Count(other => other.Run.State == JobState.Queued) >= MaxQueued)
            {
                live.Dispose();
                throw new InputException("job", name, $"{MaxQueued} runs are waiting already; wait for them or cancel some.");
            }

            _live.Add(live.Run.Id, live);
        }

        var queued = live.Run;
        try
        {
            await history.SaveAsync(queued, cancellationToken);
            Publish();
            await starter.StartAsync(job.Name, JobCause.Person, queued.Id, cancellationToken);
            return queued;
        }
        catch
        {
            End(live, visible: true);
            throw;
        }
    }

    /// <summary>Asks a run to stop.</summary>
    /// <returns>False when no such run is under way.</returns>
    public async Task<bool> CancelAsync(Guid runId)
    {
        Task cancelling;
        lock (_gate)
        {
            if (!_live.TryGetValue(runId, out var live))
            {
                return false;
            }

            cancelling = live.CancelAsync();
        }

        await cancelling;
        return true;
    }

    /// <summary>Enters a run that starts now; the queued one of this id where there is one.</summary>
    internal LiveRun Begin(string job, Guid? runId, JobCause cause)
    {
        var now = time.GetUtcNow();
        LiveRun? live = null;
        lock (_gate)
        {
            if (runId is { } id && _live.TryGetValue(id, out live))
            {
                live.Run = live.Run with { State = JobState.Running, StartedAt = now, Progress = double.NaN, Message = "Started." };
            }
            else
            {
                live = new LiveRun(new JobRun(
                    runId ?? Guid.CreateVersion7(now), job, Subject: string.Empty, JobState.Running, double.NaN, "Started.", now, EndedAt: null, Error: null))
                {
                    IsVisible = cause == JobCause.Person,
                };
                _live.Add(live.Run.Id, live);
            }
        }

        PublishIf(live.IsVisible);
        return live;
    }

    /// <summary>Changes the state of a run under way, and makes it visible.</summary>
    internal void Update(LiveRun live, Func<JobRun, JobRun> change)
    {
        lock (_gate)
        {
            live.Run = change(live.Run);
            live.IsVisible = true;
        }

        Publish();
    }

    /// <summary>Takes a run off the board.</summary>
    internal void End(LiveRun live, bool visible)
    {
        lock (_gate)
        {
            _live.Remove(live.Run.Id);
        }

        live.Dispose();
        PublishIf(visible);
    }

    private void PublishIf(bool visible)
    {
        if (visible)
        {
            Publish();
        }
    }

    private void Publish() => feed.Publish(new Change(ChangeKind.Job, Symbol: default, Timeframe: null, time.GetUtcNow()));
}
