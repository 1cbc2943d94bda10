using System.Threading.Channels;
using AraWeb.Engine.Core;

namespace AraWeb.Live;

/// <summary>
/// One subscriber: a bounded queue that drops its oldest change when full, and a pump that calls the handler at most once an interval and never twice at a
/// time. What the handler throws ends here, in the log: one broken page must not stop the feed.
/// </summary>
internal sealed class LiveSubscription : IDisposable
{
    /// <summary>Changes kept between two calls; enough for every symbol of a large refresh.</summary>
    internal const int Capacity = 4096;

    private readonly Predicate<Change> _filter;
    private readonly TimeSpan _interval;
    private readonly Func<IReadOnlyList<Change>, Task> _handler;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Action<LiveSubscription> _ended;
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<Change> _queue = Channel.CreateBounded<Change>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private int _disposed;

    /// <summary>Makes a subscription that is not running yet.</summary>
    public LiveSubscription(
        Predicate<Change> filter,
        TimeSpan interval,
        Func<IReadOnlyList<Change>, Task> handler,
        TimeProvider time,
        ILogger logger,
        Action<LiveSubscription> ended)
    {
        _filter = filter;
        _interval = interval;
        _handler = handler;
        _time = time;
        _logger = logger;
        _ended = ended;
    }

    /// <summary>Starts the pump without the subscriber's request or culture flowing into it.</summary>
    public void Start()
    {
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => PumpAsync(_stop.Token), CancellationToken.None);
        }
    }

    /// <summary>Queues the change when the filter wants it.</summary>
    public void Offer(Change change)
    {
        try
        {
            if (_filter(change))
            {
                _queue.Writer.TryWrite(change);
            }
        }
#pragma warning disable CA1031 // The edge: a subscriber's own filter must not fail the publisher.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _logger.LogError(exception, "The filter of a live subscription failed on a {Kind} change.", change.Kind);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _ended(this);
            _stop.Cancel();
            _stop.Dispose();
            _queue.Writer.TryComplete();
        }
    }

    private async Task PumpAsync(CancellationToken stop)
    {
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stop))
            {
                var started = _time.GetTimestamp();
                await HandAsync(Newest());
                var rest = _interval - _time.GetElapsedTime(started);
                if (rest > TimeSpan.Zero)
                {
                    await Task.Delay(rest, _time, stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Disposed: nothing is left to do.
        }
    }

    /// <summary>Empties the queue down to the newest change of each kind, symbol and time frame.</summary>
    private List<Change> Newest()
    {
        var newest = new Dictionary<(ChangeKind, Symbol, Timeframe?), Change>();
        while (_queue.Reader.TryRead(out var change))
        {
            newest[(change.Kind, change.Symbol, change.Timeframe)] = change;
        }

        return [.. newest.Values];
    }

    private async Task HandAsync(List<Change> changes)
    {
        if (Volatile.Read(ref _disposed) != 0)
        {
            return;
        }

        try
        {
            await _handler(changes);
        }
#pragma warning disable CA1031 // The edge: what a subscriber throws is logged and goes no further.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _logger.LogError(exception, "A live subscriber failed on {Count} changes.", changes.Count);
        }
    }
}
