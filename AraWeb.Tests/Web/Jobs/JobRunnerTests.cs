using AraWeb.Engine.Core;
using AraWeb.Engine.Jobs;
using AraWeb.Jobs;
using AraWeb.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace AraWeb.Tests.Web.Jobs;

public sealed class JobRunnerTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly MemoryJobHistory _history = new();
    private readonly FakeJobStarter _starter = new();
    private readonly FakeLifetime _lifetime = new();
    private readonly RecordingFeed _feed = new();

    [Fact]
    public async Task RunAsync_NothingNew_LeavesNoTrace()
    {
        var runner = Runner(new FakeJob("look"), out var board);

        await runner.RunAsync("look", JobCause.Schedule, runId: null, CancellationToken.None);

        Assert.Empty(_history.Runs);
        Assert.Empty(board.Running());
        Assert.Empty(_feed.Changes);
    }

    [Fact]
    public async Task RunAsync_NothingNewForAPerson_IsKept()
    {
        var runner = Runner(new FakeJob("look"), out var board);
        var queued = await board.RunNowAsync("look", CancellationToken.None);
        Assert.Equal(JobState.Queued, Assert.Single(board.Running()).State);

        await runner.RunAsync("look", JobCause.Person, queued.Id, CancellationToken.None);

        var run = Assert.Single(_history.Runs);
        Assert.Equal((queued.Id, JobState.Succeeded, 1.0, "Nothing new."), (run.Id, run.State, run.Progress, run.Message));
        Assert.Equal(("look", JobCause.Person, queued.Id), Assert.Single(_starter.Asked));
    }

    [Fact]
    public async Task RunAsync_ChangedSomething_IsKeptAndFollowersAreStarted()
    {
        var work = new FakeJob("work", _ => Task.FromResult(JobOutcome.Done("3 bars.")));
        var runner = Runner(out _, work, new FakeJob("next") { Schedule = JobSchedule.After("work") }, new FakeJob("other"));

        await runner.RunAsync("work", JobCause.Schedule, runId: null, CancellationToken.None);

        Assert.Equal("3 bars.", Assert.Single(_history.Runs).Message);
        Assert.Equal(("next", JobCause.PrecedingJob, (Guid?)null), Assert.Single(_starter.Asked));
    }

    [Fact]
    public async Task RunAsync_Reports_AreOnTheBoardAtOnceAndWrittenOnceASecond()
    {
        var goOn = new TaskCompletionSource();
        JobContext? context = null;
        var runner = Runner(
            new FakeJob("work", async c =>
            {
                context = c;
                await goOn.Task;
                return JobOutcome.Done("Done.");
            }),
            out var board);
        var running = runner.RunAsync("work", JobCause.Schedule, runId: null, CancellationToken.None);

        for (var i = 1; i <= 100; i++)
        {
            context!.ReportSubject("AAPL", i / 200.0, $"step {i}");
        }

        var shown = Assert.Single(board.Running());
        Assert.Equal(("AAPL", 0.5, "step 100"), (shown.Subject, shown.Progress, shown.Message));
        Assert.Equal(0, _history.Writes);
        _time.Advance(JobRunner.SaveInterval);
        await WaitAsync(() => _history.Writes == 1);
        Assert.Equal("step 100", Assert.Single(_history.Runs).Message);

        goOn.SetResult();
        await running;
        Assert.Equal(JobState.Succeeded, Assert.Single(_history.Runs).State);
    }

    [Fact]
    public async Task RunAsync_DomainError_IsAVisibleFailureWithAdvice()
    {
        var runner = Runner(new FakeJob("work", _ => throw new DataProviderException("The folder is gone.", "Choose another folder.")), out _);

        await runner.RunAsync("work", JobCause.Schedule, runId: null, CancellationToken.None);

        var run = Assert.Single(_history.Runs);
        Assert.Equal((JobState.Failed, "The folder is gone. Choose another folder."), (run.State, run.Error));
        Assert.NotNull(run.EndedAt);
        Assert.Empty(_starter.Asked);
    }

    [Fact]
    public async Task RunAsync_UnexpectedError_IsAVisibleFailureWithoutAStack()
    {
        var runner = Runner(new FakeJob("work", _ => throw new InvalidOperationException("odd")), out _);

        await runner.RunAsync("work", JobCause.Schedule, runId: null, CancellationToken.None);

        var error = Assert.Single(_history.Runs).Error;
        Assert.Contains("odd", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_PartlyFailed_IsAFailureThatFollowersStillFollow()
    {
        var work = new FakeJob("work", _ => Task.FromResult(JobOutcome.Done("3 bars.").With(["a", "b", "c", "d", "e"])));
        var runner = Runner(out _, work, new FakeJob("next") { Schedule = JobSchedule.After("work") });

        await runner.RunAsync("work", JobCause.Schedule, runId: null, CancellationToken.None);

        var run = Assert.Single(_history.Runs);
        Assert.Equal((JobState.Failed, "3 bars.", "a b c And 2 more."), (run.State, run.Message, run.Error));
        Assert.Single(_starter.Asked);
    }

    [Fact]
    public async Task RunAsync_SameFailureAgain_IsOneRecordWithACount()
    {
        var message = "down";
        var fails = true;
        var runner = Runner(
            new FakeJob("work", _ => fails ? throw new DataProviderException(message, "Wait.") : Task.FromResult(JobOutcome.Nothing)), out _);

        await RunAgainAsync(runner, 3);
        Assert.Equal("Failed 3 times in a row.", Assert.Single(_history.Runs).Message);

        message = "gone";
        await RunAgainAsync(runner, 1);
        Assert.Equal(2, _history.Runs.Count);

        fails = false;
        await RunAgainAsync(runner, 1);
        fails = true;
        await RunAgainAsync(runner, 1);
        Assert.Equal(3, _history.Runs.Count);
    }

    [Fact]
    public async Task CancelAsync_RunUnderWay_EndsItAsCancelled()
    {
        var runner = Runner(
            new FakeJob("work", async context =>
            {
                context.Report(0.1, "Working.");
                await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
                return JobOutcome.Done("never");
            }),
            out var board);
        var running = runner.RunAsync("work", JobCause.Schedule, runId: null, CancellationToken.None);

        Assert.True(await board.CancelAsync(Assert.Single(board.Running()).Id));
        await running;

        Assert.Equal(JobState.Cancelled, Assert.Single(_history.Runs).State);
        Assert.Empty(board.Running());
        Assert.False(await board.CancelAsync(_history.Runs[0].Id));
    }

    [Fact]
    public async Task CancelAsync_QueuedRun_NeverDoesItsWork()
    {
        var job = new FakeJob("work");
        var runner = Runner(job, out var board);
        var queued = await board.RunNowAsync("work", CancellationToken.None);

        Assert.True(await board.CancelAsync(queued.Id));
        await runner.RunAsync("work", JobCause.Person, queued.Id, CancellationToken.None);

        Assert.Equal(0, job.Runs);
        Assert.Equal(JobState.Cancelled, Assert.Single(_history.Runs).State);
    }

    [Fact]
    public async Task RunAsync_ProgramStops_EndsAsInterrupted()
    {
        var runner = Runner(
            new FakeJob("work", async context =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
                return JobOutcome.Nothing;
            }),
            out _);
        var running = runner.RunAsync("work", JobCause.Schedule, runId: null, CancellationToken.None);

        _lifetime.StopApplication();
        await running;

        Assert.Equal(JobState.Interrupted, Assert.Single(_history.Runs).State);
    }

    [Fact]
    public async Task RunAsync_HistoryBroken_JobStillRuns()
    {
        _history.IsBroken = true;
        var job = new FakeJob("work", _ => Task.FromResult(JobOutcome.Done("Done.")));
        var runner = Runner(out var board, job, new FakeJob("next") { Schedule = JobSchedule.After("work") });

        await runner.RunAsync("work", JobCause.Schedule, runId: null, CancellationToken.None);

        Assert.Equal(1, job.Runs);
        Assert.Single(_starter.Asked);
        await Assert.ThrowsAsync<StorageException>(() => board.RunNowAsync("work", CancellationToken.None));
        Assert.Empty(board.Running());
    }

    [Fact]
    public async Task RunNowAsync_UnknownJob_SaysWhichThereAre()
    {
        Runner(new FakeJob("work"), out var board);

        var exception = await Assert.ThrowsAsync<InputException>(() => board.RunNowAsync("wrok", CancellationToken.None));

        Assert.Contains("work", exception.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunNowAsync_TooManyWaiting_IsRefused()
    {
        Runner(new FakeJob("work"), out var board);
        for (var i = 0; i < JobBoard.MaxQueued; i++)
        {
            await board.RunNowAsync("work", CancellationToken.None);
        }

        await Assert.ThrowsAsync<InputException>(() => board.RunNowAsync("work", CancellationToken.None));
        Assert.Equal(JobBoard.MaxQueued, (await board.RecentAsync(100, CancellationToken.None)).Count);
    }

    public void Dispose() => _lifetime.Dispose();

    private static async Task WaitAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(1, limit.Token);
        }
    }

    private async Task RunAgainAsync(JobRunner runner, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await runner.RunAsync("work", JobCause.Schedule, runId: null, CancellationToken.None);
        }
    }

    private JobRunner Runner(FakeJob job, out JobBoard board) => Runner(out board, job);

    private JobRunner Runner(out JobBoard board, params FakeJob[] jobs)
    {
        board = new JobBoard(jobs, _history, _starter, _feed, _time);
        return new JobRunner(board, _history, _starter, _time, _lifetime, NullLogger<JobRunner>.Instance);
    }
}
