using AraWeb.Engine.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AraWeb.Engine.Store.Runs;

/// <summary>Runs of jobs through EF Core; the newest <see cref="KeptPerName"/> of each job stay.</summary>
/// <param name="databases">Where the history lies; set up by <see cref="StoreInitializer"/>.</param>
public sealed class EfJobHistory(StoreDatabases databases) : IJobHistory
{
    /// <summary>Runs kept for each job name.</summary>
    public const int KeptPerName = 200;

    private readonly AraContexts _contexts = databases.Contexts;

    /// <inheritdoc/>
    public async ValueTask SaveAsync(JobRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        _ = await _contexts.WriteAsync(
            async context =>
            {
                var row = await context.JobRuns.SingleOrDefaultAsync(known => known.Id == run.Id, cancellationToken);
                if (row is null)
                {
                    context.JobRuns.Add(ToRow(run));
                }
                else
                {
                    context.Entry(row).CurrentValues.SetValues(ToRow(run));
                }

                var changed = await context.SaveChangesAsync(cancellationToken);
                if (row is null)
                {
                    await context.JobRuns
                        .Where(known => known.Name == run.Name)
                        .OrderByDescending(known => known.StartedAt)
                        .Skip(KeptPerName)
                        .ExecuteDeleteAsync(cancellationToken);
                }

                return changed;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JobRun>> RecentAsync(int limit, CancellationToken cancellationToken) =>
        _contexts.ReadAsync<IReadOnlyList<JobRun>>(async context =>
        {
            var rows = await context.JobRuns.AsNoTracking().OrderByDescending(row => row.StartedAt).Take(limit).ToListAsync(cancellationToken);
            return rows.ConvertAll(ToRun);
        });

    /// <inheritdoc/>
    public ValueTask<int> InterruptUnfinishedAsync(DateTimeOffset now, CancellationToken cancellationToken) => _contexts.WriteAsync(
        context => context.JobRuns
            .Where(row => row.State == JobState.Queued || row.State == JobState.Running)
            .ExecuteUpdateAsync(
                update => update.SetProperty(row => row.State, JobState.Interrupted).SetProperty(row => row.EndedAt, now),
                cancellationToken),
        cancellationToken);

    private static JobRunRow ToRow(JobRun run) => new()
    {
        Id = run.Id,
        Name = run.Name,
        Subject = run.Subject,
        State = run.State,
        Progress = double.IsNaN(run.Progress) ? null : run.Progress,
        Message = run.Message,
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        Error = run.Error,
    };

    private static JobRun ToRun(JobRunRow row) => new(
        row.Id, row.Name, row.Subject, row.State, row.Progress ?? double.NaN, row.Message, row.StartedAt, row.EndedAt, row.Error);
}
