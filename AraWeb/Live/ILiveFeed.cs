namespace AraWeb.Live;

/// <summary>The in-process change feed. Jobs publish, circuits and sockets subscribe as equals; bounded queues that drop the oldest.</summary>
public interface ILiveFeed
{
    /// <summary>Hands a change to every subscriber whose filter accepts it. Never blocks and never throws.</summary>
    void Publish(Change change);

    /// <summary>
    /// Subscribes. The handler gets the first change at once, then at most one call in <paramref name="interval"/> (the newest of each kind and symbol);
    /// it never runs twice at the same time. Dispose to end; no call starts after that.
    /// </summary>
    IDisposable Subscribe(Predicate<Change> filter, TimeSpan interval, Func<IReadOnlyList<Change>, Task> handler);
}
