using AraWeb.Configuration;
using AraWeb.Engine.Jobs;
using AraWeb.Hosting;
using AraWeb.Jobs;
using AraWeb.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AraWeb.Tests.Web.Jobs;

/// <summary>The jobs on the real scheduler.</summary>
public sealed class JobSchedulingTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly MemoryJobHistory _history = new();
    private readonly JumpingTime _time = new();

    [Fact]
    public async Task Host_IntervalJob_RunsAgainAndNeverTwiceAtATime()
    {
        var third = new TaskCompletionSource();
        var runs = 0;
        var job = new FakeJob("tick", async _ =>
        {
            await Task.Delay(20);
            if (++runs == 3)
            {
                third.SetResult();
            }

            return JobOutcome.Nothing;
        }) { Schedule = JobSchedule.Every(TimeSpan.FromMilliseconds(10)) };

        using var host = await StartAsync(enabled: true, job);
        await third.Task.WaitAsync(Limit);
        await host.StopAsync();

        Assert.Equal(1, job.MostAtOnce);
    }

    [Fact]
    public async Task Host_ClockJumpsAhead_EveryJobGoesOn()
    {
        using var followed = new SemaphoreSlim(0);
        var first = new FakeJob("first", _ => Task.FromResult(JobOutcome.Done("Changed."))) { Schedule = JobSchedule.Every(TimeSpan.FromMilliseconds(10)) };
        var second = new FakeJob("second", _ =>
        {
            followed.Release();
            return Task.FromResult(JobOutcome.Nothing);
        }) { Schedule = JobSchedule.After("first") };

        using var host = await StartAsync(enabled: true, first, second);
        Assert.True(await followed.WaitAsync(Limit));
        foreach (var jump in new[] { TimeSpan.FromMinutes(5), TimeSpan.FromDays(1) })
        {
            _time.Jump(jump);
            Assert.True(await followed.WaitAsync(Limit));
            Assert.True(await followed.WaitAsync(Limit));
        }

        await host.StopAsync();
    }

    [Fact]
    public async Task Host_FollowingJob_RunsAfterAChange()
    {
        var followed = new TaskCompletionSource();
        var changed = false;
        var first = new FakeJob("first", _ =>
        {
            changed = true;
            return Task.FromResult(JobOutcome.Done("Changed."));
        }) { Schedule = JobSchedule.Every(TimeSpan.FromHours(1)) };
        var second = new FakeJob("second", _ =>
        {
            if (changed)
            {
                followed.TrySetResult();
            }

            return Task.FromResult(JobOutcome.Nothing);
        }) { Schedule = JobSchedule.After("first") };

        using var host = await StartAsync(enabled: true, first, second);
        await followed.Task.WaitAsync(Limit);
        await host.StopAsync();

        Assert.Equal(JobState.Succeeded, Assert.Single(_history.Runs).State);
    }

    [Fact]
    public async Task Host_JobsSwitchedOff_RunOnlyWhenAsked()
    {
        var asked = new TaskCompletionSource();
        var job = new FakeJob("tick", _ =>
        {
            asked.TrySetResult();
            return Task.FromResult(JobOutcome.Done("Done."));
        }) { Schedule = JobSchedule.Every(TimeSpan.FromMilliseconds(10)) };

        using var host = await StartAsync(enabled: false, job);
        await Task.Delay(200);
        Assert.Equal(0, job.Runs);

        var queued = await host.Services.GetRequiredService<JobBoard>().RunNowAsync("tick", CancellationToken.None);
        await asked.Task.WaitAsync(Limit);
        await host.StopAsync();

        Assert.Equal((queued.Id, JobState.Succeeded), (Assert.Single(_history.Runs).Id, _history.Runs[0].State));
    }

    [Fact]
    public async Task Host_Stops_RunUnderWayEndsAsInterrupted()
    {
        var started = new TaskCompletionSource();
        var job = new FakeJob("long", async context =>
        {
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            return JobOutcome.Nothing;
        }) { Schedule = JobSchedule.Every(TimeSpan.FromHours(1)) };

        using var host = await StartAsync(enabled: true, job);
        await started.Task.WaitAsync(Limit);
        await host.StopAsync().WaitAsync(Limit);

        Assert.Equal(JobState.Interrupted, Assert.Single(_history.Runs).State);
    }

    private async Task<IHost> StartAsync(bool enabled, params FakeJob[] jobs)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSingleton<IJobHistory>(_history);
        builder.Services.Configure<JobsOptions>(options => options.Enabled = enabled);
        foreach (var job in jobs)
        {
            builder.Services.AddSingleton<IAraJob>(job);
        }

        builder.Services.AddLive().AddJobScheduler();
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
