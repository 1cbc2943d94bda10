using System.Collections.Immutable;

namespace AraWeb.Live;

/// <summary>
/// The change feed of this process. Holds the list of subscriptions and nothing else: queues and pacing are each subscription's own, so a slow subscriber
/// delays nobody. Changes of other processes are not seen.
/// </summary>
internal sealed class LiveFeed(TimeProvider time, ILogger<LiveFeed> logger) : ILiveFeed, IDisposable
{
    private ImmutableList<LiveSubscription> _subscriptions = [];

    /// <summary>How many subscribers there are.</summary>
    public int Count => _subscriptions.Count;

    /// <inheritdoc/>
    public void Publish(Change change)
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Offer(change);
        }
    }

    /// <inheritdoc/>
    public IDisposable Subscribe(Predicate<Change> filter, TimeSpan interval, Func<IReadOnlyList<Change>, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.Zero);
        var subscription = new LiveSubscription(filter, interval, handler, time, logger, Remove);
        ImmutableInterlocked.Update(ref _subscriptions, static (list, added) => list.Add(added), subscription);
        subscription.Start();
        return subscription;
    }

    /// <summary>Ends every subscription.</summary>
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    private void Remove(LiveSubscription subscription) =>
        ImmutableInterlocked.Update(ref _subscriptions, static (list, removed) => list.Remove(removed), subscription);
}
