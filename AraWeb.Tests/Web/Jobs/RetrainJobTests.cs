using AraWeb.Configuration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Linear;
using AraWeb.Jobs;
using AraWeb.Tests.Engine.Store;
using AraWeb.Tests.Engine.Training;
using AraWeb.Tests.Shared;
using Microsoft.Extensions.Options;

namespace AraWeb.Tests.Web.Jobs;

/// <summary>The program starts on Friday 2026-11-20 at 12:00 UTC; the quiet time begins at three in the morning.</summary>
public sealed class RetrainJobTests : IAsyncLifetime
{
    private const int Seed = 41;
    private static readonly LinearSettings Linear = new() { Penalty = 0.01 };

    private readonly ManualTime _time = new();
    private readonly MemoryBarStore _bars = new();
    private readonly JobsOptions _options = new();
    private readonly List<string> _told = [];
    private TempStore _store = null!;

    public async Task InitializeAsync() => _store = await TempStore.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task RunAsync_Asked_TrainsAtOnceAndSaysWhatBecameOfIt()
    {
        await WriteAsync(1100, isSimulated: false);
        var outcome = await Job().RunAsync(Context(JobCause.Person));
        Assert.True(outcome.ChangedSomething);
        Assert.StartsWith("pool version 1 went live (asked for). Better than the drift", outcome.Message, StringComparison.Ordinal);
        Assert.Contains(_told, message => message.Contains("ridge learns from", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_AskedWithNothingToLearnFrom_FailsAndSaysWhatToDo()
    {
        var empty = await Job().RunAsync(Context(JobCause.Person));
        Assert.Contains("ara data import", empty.Error, StringComparison.Ordinal);
        await WriteAsync(600, isSimulated: false);
        var few = await Job().RunAsync(Context(JobCause.Person));
        Assert.Contains("LEAN0 600", few.Error, StringComparison.Ordinal);
        Assert.False(few.ChangedSomething);
    }

    [Fact]
    public async Task RunAsync_BySchedule_WaitsForTheQuietTimeAndLooksOnceADay()
    {
        await WriteAsync(1100, isSimulated: true);
        var job = Job();
        Assert.Same(JobOutcome.Nothing, await job.RunAsync(Context(JobCause.Schedule)));
        _time.Advance(TimeSpan.FromMinutes(50));
        Assert.Same(JobOutcome.Nothing, await job.RunAsync(Context(JobCause.Schedule)));
        Assert.Empty(_told);

        _time.Advance(TimeSpan.FromHours(14.5));
        var night = await job.RunAsync(Context(JobCause.Schedule));
        Assert.StartsWith("pool-simulated version 1", night.Message, StringComparison.Ordinal);
        _told.Clear();
        _time.Advance(RetrainJob.LookInterval);
        Assert.Same(JobOutcome.Nothing, await job.RunAsync(Context(JobCause.Schedule)));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Same(JobOutcome.Nothing, await job.RunAsync(Context(JobCause.Schedule)));
        Assert.Empty(_told);
    }

    [Fact]
    public async Task RunAsync_NeverOnAtNight_CatchesUpAfterAnHour()
    {
        await WriteAsync(1100, isSimulated: false);
        var job = Job();
        _time.Advance(TimeSpan.FromHours(1));
        Assert.True((await job.RunAsync(Context(JobCause.Schedule))).ChangedSomething);
        Assert.Same(JobOutcome.Nothing, await job.RunAsync(Context(JobCause.Schedule)));
    }

    [Fact]
    public async Task RunAsync_Cancelled_IsThrown()
    {
        await WriteAsync(1100, isSimulated: false);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Job().RunAsync(new JobContext((_, _, _) => { }, stop.Token) { Cause = JobCause.Person }));
    }

    [Fact]
    public void Schedule_ZeroInterval_IsOnDemand()
    {
        Assert.Equal("daily from 03:00 UTC, when 7 days old or drifted", Job().Schedule.Text);
        _options.RetrainInterval = TimeSpan.Zero;
        Assert.Same(JobSchedule.OnDemand, Job().Schedule);
    }

    private JobContext Context(JobCause cause) => new((_, _, message) => _told.Add(message), CancellationToken.None) { Cause = cause };

    private RetrainJob Job() => new(
        _bars,
        new ModelShelf(Path.Combine(_store.Folder, "models"), _store.Journal, _store.Keys, _time),
        [new RidgeForecaster(Linear), new LassoForecaster(Linear)],
        Options.Create(_options),
        _time);

    private async Task WriteAsync(int count, bool isSimulated)
    {
        foreach (var bars in MomentumSeries.Make(3, count, lean: 0.6, Seed))
        {
            var instrument = new Instrument(bars.Symbol, bars.Symbol.Text, bars.AssetClass, "USD", "sample", isSimulated, [bars.Timeframe]);
            await _bars.WriteAsync(instrument, bars, _time.GetUtcNow(), CancellationToken.None);
        }
    }
}
