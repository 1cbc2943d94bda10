using System.Collections.Concurrent;
using AraWeb.Engine.Core;
using AraWeb.Engine.Jobs;

namespace AraWeb.Jobs;

/// <summary>
/// Runs a job: shows it on the board, writes its history, turns errors into visible failures and starts the jobs that follow. A routine run that changed
/// nothing leaves no record, else one look every few seconds would push everything of interest out of the history; runs that changed something, failed, were
/// cancelled, lasted long enough to be shown or were asked for by a person are kept. A job that fails the same way again and again keeps one record, with
/// a count. Overlap is the scheduler's to prevent.
/// </summary>
internal sealed class JobRunner(
    JobBoard board, IJobHistory history, IJobStarter starter, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<JobRunner> logger)
{
    /// <summary>Least time between two writes of a run's progress.</summary>
    internal static readonly TimeSpan SaveInterval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, FailureStreak> _failures = new(StringComparer.Ordinal);

    /// <summary>Runs a job to its end. Throws nothing but what the board says of an unknown name.</summary>
    /// <param name="name">The job.</param>
    /// <param name="cause">Why it runs.</param>
    /// <param name="runId">The id of the queued run; null when nothing is queued.</param>
    /// <param name="cancellationToken">The scheduler's own sign to stop.</param>
    public async Task RunAsync(string name, JobCause cause, Guid? runId, CancellationToken cancellationToken)
    {
        var job = board.Find(name);
        var live = board.Begin(name, runId, cause);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(live.Cancelled, lifetime.ApplicationStopping, cancellationToken);
        if (cause != JobCause.Person && stop.IsCancellationRequested)
        {
            // The program stops before the job began, and nobody waits for it: there is nothing to record.
            board.End(live, visible: false);
            return;
        }

        using var saving = new CancellationTokenSource();
        var saver = SaveProgressAsync(live, saving.Token);
        var context = new JobContext((subject, progress, message) => Report(live, subject, progress, message), stop.Token) { Cause = cause };

        var (ended, changed) = await RunToEndAsync(job, live, context);

        await saving.CancelAsync();
        var recorded = await saver || runId is not null;
        var kept = changed || cause == JobCause.Person || live.IsVisible || ended.State != JobState.Succeeded;
        if (kept)
        {
            await SaveAsync(CountFailures(ended, recorded));
        }
        else
        {
            _failures.TryRemove(name, out _);
        }

        board.End(live, kept);
        if (changed)
        {
            await StartFollowersAsync(name);
        }
    }

    private static (JobState State, string Message, string? Error) Ending(JobState state, string message, string? error = null) => (state, message, error);

    private async Task<(JobRun Run, bool Changed)> RunToEndAsync(IAraJob job, LiveRun live, JobContext context)
    {
        var changed = false;
        (JobState State, string Message, string? Error) ending;
        try
        {
            if (context.Cause == JobCause.Person)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
            }

            var outcome = await job.RunAsync(context);
            changed = outcome.ChangedSomething;
            ending = Ending(outcome.Error is null ? JobState.Succeeded : JobState.Failed, outcome.Message, outcome.Error);
        }
        catch (OperationCanceledException) when (live.Cancelled.IsCancellationRequested)
        {
            ending = Ending(JobState.Cancelled, "Cancelled.");
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            ending = Ending(JobState.Interrupted, "The program stopped.");
        }
        catch (AraException exception)
        {
            ending = Ending(JobState.Failed, "Failed.", $"{exception.Message} {exception.Advice}");
        }
#pragma warning disable CA1031 // The edge: whatever a job throws is logged and shown on its run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "The job {Job} failed unexpectedly in run {Run}.", job.Name, live.Run.Id);
            ending = Ending(JobState.Failed, "Failed.", $"Unexpected error: {exception.Message} The log has the details under run {live.Run.Id}.");
        }

        var ended = live.Run with
        {
            State = ending.State,
            Progress = ending.State == JobState.Succeeded ? 1 : live.Run.Progress,
            Message = ending.Message,
            EndedAt = time.GetUtcNow(),
            Error = ending.Error,
        };
        return (ended, changed);
    }

    private void Report(LiveRun live, string? subject, double progress, string message) => board.Update(
        live, run => run with { Subject = subject ?? run.Subject, Progress = progress, Message = message });

    /// <summary>
    /// Joins a failure to the one before when the job failed in the same words, so that a lasting fault is one record. A run that has a record of its own
    /// already keeps it.
    /// </summary>
    private JobRun CountFailures(JobRun ended, bool recorded)
    {
        if (ended.State != JobState.Failed)
        {
            _failures.TryRemove(ended.Name, out _);
            return ended;
        }

        var streak = _failures.TryGetValue(ended.Name, out var last) && string.Equals(last.Error, ended.Error, StringComparison.Ordinal)
            ? last with { Count = last.Count + 1 }
            : new FailureStreak(ended.Id, ended.StartedAt, ended.Error, Count: 1);
        _failures[ended.Name] = streak;
        if (streak.Count == 1 || recorded)
        {
            logger.LogWarning("The job {Job} failed: {Error}", ended.Name, ended.Error);
            return ended;
        }

        return ended with { Id = streak.FirstRun, StartedAt = streak.Since, Message = $"Failed {streak.Count} times in a row." };
    }

    /// <summary>Writes the run's progress while it lasts; true when something was written.</summary>
    private async Task<bool> SaveProgressAsync(LiveRun live, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(SaveInterval, time);
        JobRun? saved = null;
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                var run = live.Run;
                if (live.IsVisible && run != saved)
                {
                    await SaveAsync(run);
                    saved = run;
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The run has ended: its last state is written by the runner.
        }

        return saved is not null;
    }

    private async Task SaveAsync(JobRun run)
    {
        try
        {
            await history.SaveAsync(run, CancellationToken.None);
        }
        catch (StorageException exception)
        {
            logger.LogError(exception, "Run {Run} of the job {Job} ({State}) could not be written to the history.", run.Id, run.Name, run.State);
        }
    }

    private async Task StartFollowersAsync(string name)
    {
        foreach (var follower in board.Jobs)
        {
            if (string.Equals(follower.Schedule.PrecedingJob, name, StringComparison.Ordinal) && !lifetime.ApplicationStopping.IsCancellationRequested)
            {
                await starter.StartAsync(follower.Name, JobCause.PrecedingJob, runId: null, CancellationToken.None);
            }
        }
    }
}
