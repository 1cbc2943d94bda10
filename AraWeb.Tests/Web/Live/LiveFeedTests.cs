using AraWeb.Engine.Core;
using AraWeb.Live;
using AraWeb.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace AraWeb.Tests.Web.Live;

public sealed class LiveFeedTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly ManualTime _time = new();
    private readonly LiveFeed _feed;
    private readonly RecordingSubscriber _subscriber = new();

    public LiveFeedTests() => _feed = new LiveFeed(_time, NullLogger<LiveFeed>.Instance);

    [Fact]
    public async Task Publish_FirstChange_ArrivesWithoutTheClockMoving()
    {
        using var subscription = _feed.Subscribe(_ => true, Interval, _subscriber.HandleAsync);

        _feed.Publish(Bars("AAPL"));

        var changes = await _subscriber.NextAsync();
        Assert.Equal("AAPL", Assert.Single(changes).Symbol.Text);
    }

    [Fact]
    public async Task Publish_ManyWithinTheInterval_ArriveAsOneCallWithTheNewestOfEach()
    {
        using var subscription = _feed.Subscribe(_ => true, Interval, _subscriber.HandleAsync);
        _feed.Publish(Bars("AAPL"));
        await _subscriber.NextAsync();
        await _time.WaitForTimersAsync(1);

        _time.Advance(TimeSpan.FromMilliseconds(100));
        _feed.Publish(Bars("AAPL"));
        _time.Advance(TimeSpan.FromMilliseconds(100));
        var newest = Bars("AAPL");
        _feed.Publish(newest);
        _feed.Publish(Bars("MSFT"));
        Assert.Equal(1, _subscriber.Calls);
        _time.Advance(TimeSpan.FromMilliseconds(50));

        var changes = await _subscriber.NextAsync();
        Assert.Equal(2, changes.Count);
        Assert.Same(newest, changes.Single(change => change.Symbol == Symbol.Parse("AAPL")));
    }

    [Fact]
    public async Task Publish_BeforeTheIntervalIsOver_WaitsForItsEnd()
    {
        using var subscription = _feed.Subscribe(_ => true, Interval, _subscriber.HandleAsync);
        _feed.Publish(Bars("AAPL"));
        await _subscriber.NextAsync();
        await _time.WaitForTimersAsync(1);
        _feed.Publish(Bars("AAPL"));

        _time.Advance(TimeSpan.FromMilliseconds(249));
        await Task.Delay(50);
        Assert.Equal(1, _subscriber.Calls);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        await _subscriber.NextAsync();
        Assert.Equal(2, _subscriber.Calls);
    }

    [Fact]
    public async Task Publish_FilteredOut_NeverArrives()
    {
        using var subscription = _feed.Subscribe(change => change.Symbol == Symbol.Parse("MSFT"), TimeSpan.Zero, _subscriber.HandleAsync);

        _feed.Publish(Bars("AAPL"));
        _feed.Publish(Bars("MSFT"));

        Assert.Equal("MSFT", Assert.Single(await _subscriber.NextAsync()).Symbol.Text);
    }

    [Fact]
    public async Task Publish_FilterThrows_OthersStillGetTheChange()
    {
        using var broken = _feed.Subscribe(_ => throw new InvalidOperationException("broken filter"), Interval, _subscriber.HandleAsync);
        using var subscription = _feed.Subscribe(_ => true, Interval, _subscriber.HandleAsync);

        _feed.Publish(Bars("AAPL"));

        Assert.Single(await _subscriber.NextAsync());
    }

    [Fact]
    public async Task Handler_Throws_NextChangeStillArrives()
    {
        using var subscription = _feed.Subscribe(_ => true, Interval, _subscriber.HandleAsync);
        _subscriber.Fail = true;
        _feed.Publish(Bars("AAPL"));
        await _subscriber.NextAsync();
        await _time.WaitForTimersAsync(1);

        _subscriber.Fail = false;
        _feed.Publish(Bars("MSFT"));
        _time.Advance(Interval);

        Assert.Equal("MSFT", Assert.Single(await _subscriber.NextAsync()).Symbol.Text);
    }

    [Fact]
    public async Task Handler_Slow_IsNeverEnteredTwice()
    {
        using var subscription = _feed.Subscribe(_ => true, TimeSpan.Zero, _subscriber.HandleAsync);
        _subscriber.Hold = new TaskCompletionSource();
        _feed.Publish(Bars("AAPL"));
        await _subscriber.NextAsync();

        _feed.Publish(Bars("MSFT"));
        await Task.Delay(50);
        Assert.Equal(1, _subscriber.Calls);

        _subscriber.Hold.SetResult();
        await _subscriber.NextAsync();
        Assert.Equal(1, _subscriber.MostAtOnce);
    }

    [Fact]
    public async Task Publish_MoreThanTheQueueHolds_KeepsTheNewest()
    {
        using var subscription = _feed.Subscribe(_ => true, TimeSpan.Zero, _subscriber.HandleAsync);
        _subscriber.Hold = new TaskCompletionSource();
        _feed.Publish(Bars("FIRST"));
        await _subscriber.NextAsync();

        const int published = LiveSubscription.Capacity + 100;
        for (var i = 0; i < published; i++)
        {
            _feed.Publish(Bars($"S{i}"));
        }

        _subscriber.Hold.SetResult();
        var changes = await _subscriber.NextAsync();
        Assert.Equal(LiveSubscription.Capacity, changes.Count);
        Assert.Equal($"S{published - 1}", changes[^1].Symbol.Text);
        Assert.DoesNotContain(changes, change => change.Symbol == Symbol.Parse("S0"));
    }

    [Fact]
    public async Task Dispose_WhileChangesWait_NoCallStarts()
    {
        var subscription = _feed.Subscribe(_ => true, Interval, _subscriber.HandleAsync);
        _feed.Publish(Bars("AAPL"));
        await _subscriber.NextAsync();
        await _time.WaitForTimersAsync(1);
        _feed.Publish(Bars("MSFT"));

        subscription.Dispose();
        subscription.Dispose();
        _time.Advance(Interval);
        await Task.Delay(50);

        Assert.Equal(1, _subscriber.Calls);
        Assert.Equal(0, _feed.Count);
    }

    public void Dispose() => _feed.Dispose();

    private Change Bars(string symbol) => new(ChangeKind.Bars, Symbol.Parse(symbol), Timeframe.OneDay, _time.GetUtcNow());
}
