using AraWeb.Engine.Jobs;
using AraWeb.Engine.Store.Runs;

namespace AraWeb.Tests.Engine.Store;

public sealed class EfJobHistoryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private TempStore _store = null!;
    private EfJobHistory _history = null!;

    public async Task InitializeAsync()
    {
        _store = await TempStore.CreateAsync();
        _history = new EfJobHistory(_store.Databases);
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task SaveAsync_SameId_Replaces()
    {
        var run = Run("refresh-bars", 0, JobState.Running) with { Progress = double.NaN };
        await _history.SaveAsync(run, CancellationToken.None);
        Assert.Equal([run], await RecentAsync(10));
        var ended = run with { State = JobState.Failed, Progress = 0.5, Message = "stopped", EndedAt = Start.AddMinutes(1), Error = "no disk" };

        await _history.SaveAsync(ended, CancellationToken.None);

        Assert.Equal([ended], await RecentAsync(10));
    }

    [Fact]
    public async Task SaveAsync_BeyondTheBound_DropsTheOldestOfThatName()
    {
        await _history.SaveAsync(Run("other", 0, JobState.Succeeded), CancellationToken.None);
        for (var i = 1; i <= EfJobHistory.KeptPerName + 3; i++)
        {
            await _history.SaveAsync(Run("refresh-bars", i, JobState.Succeeded), CancellationToken.None);
        }

        var kept = await RecentAsync(1000);

        Assert.Equal(EfJobHistory.KeptPerName + 1, kept.Count);
        Assert.Equal(Start.AddMinutes(EfJobHistory.KeptPerName + 3), kept[0].StartedAt);
        Assert.Equal((Start.AddMinutes(4), "refresh-bars"), (kept[^2].StartedAt, kept[^2].Name));
        Assert.Equal("other", kept[^1].Name);
        Assert.Equal(2, (await RecentAsync(2)).Count);
    }

    [Fact]
    public async Task InterruptUnfinishedAsync_MixedRuns_MarksThoseAtWork()
    {
        JobState[] states = [JobState.Queued, JobState.Running, JobState.Succeeded, JobState.Failed, JobState.Cancelled];
        foreach (var state in states)
        {
            await _history.SaveAsync(Run("job", (int)state, state), CancellationToken.None);
        }

        Assert.Equal(2, await _history.InterruptUnfinishedAsync(Start.AddDays(1), CancellationToken.None));
        Assert.Equal(0, await _history.InterruptUnfinishedAsync(Start.AddDays(2), CancellationToken.None));

        var runs = (await RecentAsync(10)).OrderBy(run => run.StartedAt).ToArray();
        Assert.Equal(
            [JobState.Interrupted, JobState.Interrupted, JobState.Succeeded, JobState.Failed, JobState.Cancelled],
            runs.Select(run => run.State));
        Assert.Equal(Start.AddDays(1), runs[0].EndedAt);
    }

    private static JobRun Run(string name, int minute, JobState state) =>
        new(Guid.CreateVersion7(Start.AddMinutes(minute)), name, "AAPL", state, 0.25, "at work", Start.AddMinutes(minute), EndedAt: null, Error: null);

    private ValueTask<IReadOnlyList<JobRun>> RecentAsync(int limit) => _history.RecentAsync(limit, CancellationToken.None);
}
