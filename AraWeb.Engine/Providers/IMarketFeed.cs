using System.Threading.Channels;

namespace AraWeb.Engine.Providers;

/// <summary>A stream of prices and finished bars that keeps itself connected while it runs.</summary>
public interface IMarketFeed
{
    /// <summary>The updates, for one reader. A reader that falls behind loses the oldest ones; completed when the stream ends.</summary>
    ChannelReader<StreamUpdate> Updates { get; }

    /// <summary>How the stream is doing.</summary>
    StreamHealth Health { get; }

    /// <summary>Streams until it is cancelled; called once.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
