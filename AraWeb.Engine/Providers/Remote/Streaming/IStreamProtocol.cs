using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Remote.Streaming;

/// <summary>How a service speaks over its WebSocket. One instance per stream; called by one thread at a time.</summary>
internal interface IStreamProtocol
{
    /// <summary>The provider's name.</summary>
    string Name { get; }

    /// <summary>Longest time without a message on a line that works.</summary>
    TimeSpan LongestSilence { get; }

    /// <summary>After this time the connection is renewed, before the service ends it.</summary>
    TimeSpan LongestConnection { get; }

    /// <summary>Where to connect for these instruments.</summary>
    Uri Address(IReadOnlyList<MarketName> names);

    /// <summary>What to send after connecting.</summary>
    IReadOnlyList<string> Subscriptions(IReadOnlyList<MarketName> names);

    /// <summary>What a message tells; nothing for those that keep the line open.</summary>
    /// <param name="message">The message.</param>
    /// <param name="timeframe">Span of the bars that are asked for.</param>
    /// <exception cref="DataProviderException">The service refuses the subscription, or the message is of no known shape.</exception>
    IEnumerable<StreamUpdate> Read(AnswerField message, Timeframe timeframe);
}
