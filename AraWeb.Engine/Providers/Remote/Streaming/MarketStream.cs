using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Remote.Streaming;

/// <summary>
/// Keeps a WebSocket to a service open and passes on what it tells: connects anew with growing waits when it breaks, falls silent or gets old, and then fetches
/// the bars that finished meanwhile. A bar is passed on once and in order; a reader that falls behind loses the oldest updates.
/// </summary>
internal sealed class MarketStream : IMarketFeed
{
    /// <summary>Updates that wait for the reader: ten seconds of a hundred symbols at ten a second.</summary>
    private const int Waiting = 10_000;

    /// <summary>Longest message; bars and prices have some hundred bytes.</summary>
    private const int LongestMessage = 1 << 20;

    private const Timeframe StreamedTimeframe = Timeframe.OneMinute;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly IStreamProtocol _protocol;
    private readonly IBarSource _history;
    private readonly IReadOnlyList<MarketName> _names;
    private readonly TimeProvider _time;
    private readonly Channel<StreamUpdate> _updates;
    private readonly Random _jitter;
    private readonly Dictionary<Symbol, DateTimeOffset> _newest = [];
    private readonly Lock _lock = new();
    private StreamHealth _health;

    /// <summary>Makes a stream; <see cref="RunAsync"/> starts it.</summary>
    /// <param name="protocol">How the service speaks.</param>
    /// <param name="history">Where bars are fetched that finished while the connection was down.</param>
    /// <param name="names">Whose prices.</param>
    /// <param name="time">The clock.</param>
    public MarketStream(IStreamProtocol protocol, IBarSource history, IReadOnlyList<MarketName> names, TimeProvider time)
    {
        (_protocol, _history, _names, _time) = (protocol, history, names, time);
        _jitter = new Random(HashCode.Combine(protocol.Name, time.GetTimestamp()));
        _health = new StreamHealth(protocol.Name, IsConnected: false, 0, 0, 0, LastMessageAt: null, LastError: null);
        _updates = Channel.CreateBounded<StreamUpdate>(
            new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleWriter = true },
            _ => Note(health => health with { Dropped = health.Dropped + 1 }));
    }

    /// <inheritdoc/>
    public ChannelReader<StreamUpdate> Updates => _updates.Reader;

    /// <inheritdoc/>
    public StreamHealth Health
    {
        get
        {
            lock (_lock)
            {
                return _health;
            }
        }
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        try
        {
            while (true)
            {
                var messages = Health.Messages;
                var error = await ConnectionAsync(cancellationToken).ConfigureAwait(false);
                Note(health => health with { IsConnected = false, LastError = error });
                failures = Health.Messages > messages ? 0 : failures + 1;
                await Task.Delay(DelayAfter(failures), _time, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _updates.Writer.TryComplete();
        }
    }

    /// <summary>One connection from its start to its end.</summary>
    /// <returns>Why it ended.</returns>
    private async Task<string> ConnectionAsync(CancellationToken cancellationToken)
    {
        using var socket = new ClientWebSocket();
        using var age = new CancellationTokenSource(_protocol.LongestConnection, _time);
        try
        {
            using (var limit = new CancellationTokenSource(ConnectTimeout, _time))
            using (var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken))
            {
                await socket.ConnectAsync(_protocol.Address(_names), linked.Token).ConfigureAwait(false);
                foreach (var subscription in _protocol.Subscriptions(_names))
                {
                    await socket.SendAsync(Encoding.UTF8.GetBytes(subscription), WebSocketMessageType.Text, endOfMessage: true, linked.Token)
                        .ConfigureAwait(false);
                }
            }

            Note(health => health with { IsConnected = true, Connections = health.Connections + 1 });
            await FillGapsAsync(cancellationToken).ConfigureAwait(false);
            return await ReceiveAsync(socket, age.Token, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return age.IsCancellationRequested
                ? $"The connection was renewed after {_protocol.LongestConnection.TotalHours:0.##} hours."
                : $"{_protocol.Name} was silent for too long.";
        }
        catch (Exception error) when (error is WebSocketException or IOException or HttpRequestException)
        {
            return $"The connection to {_protocol.Name} broke or cannot be made.";
        }
        catch (DataProviderException error)
        {
            return error.Message;
        }
        catch (JsonException)
        {
            return $"{_protocol.Name} sent a message that is no JSON.";
        }
    }

    private async Task<string> ReceiveAsync(ClientWebSocket socket, CancellationToken age, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 14];
        while (true)
        {
            using var silence = new CancellationTokenSource(_protocol.LongestSilence, _time);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, age, cancellationToken);
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }

                part = await socket.ReceiveAsync(buffer.AsMemory(length), linked.Token).ConfigureAwait(false);
                length += part.Count;
            }
            while (!part.EndOfMessage && length < LongestMessage);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                return $"{_protocol.Name} closed the connection.";
            }

            if (!part.EndOfMessage)
            {
                throw new BadAnswerException(_protocol.Name, $"sent a message of more than {LongestMessage} bytes", inner: null);
            }

            Note(health => health with { Messages = health.Messages + 1, LastMessageAt = _time.GetUtcNow() });
            Take(buffer.AsMemory(0, length));
        }
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        using var document = JsonDocument.Parse(message);
        foreach (var update in _protocol.Read(new AnswerField(_protocol.Name, "message", document.RootElement), StreamedTimeframe))
        {
            if (!double.IsFinite(update.Price) || update.Price <= 0)
            {
                continue;
            }

            // A bar that was told before, or by the request that filled the gap, is passed on as a mere price.
            var isNew = update.Finished is { } bar && IsSane(bar) && (!_newest.TryGetValue(update.Symbol, out var newest) || bar.Time > newest);
            if (isNew)
            {
                _newest[update.Symbol] = update.Finished!.Value.Time;
            }

            _updates.Writer.TryWrite(isNew ? update : update with { Finished = null });
        }
    }

    private static bool IsSane(Bar bar) =>
        bar.Low > 0 && bar.Volume >= 0 && bar.Low <= Math.Min(bar.Open, bar.Close) && bar.High >= Math.Max(bar.Open, bar.Close) && double.IsFinite(bar.High);

    /// <summary>Fetches what finished since the newest bar that was passed on; nothing before the first one.</summary>
    private async Task FillGapsAsync(CancellationToken cancellationToken)
    {
        foreach (var (symbol, newest) in _newest.ToArray())
        {
            BarSeries bars;
            try
            {
                var query = new BarQuery(symbol, StreamedTimeframe) { From = newest + StreamedTimeframe.Length() };
                bars = await _history.ReadAsync(query, cancellationToken).ConfigureAwait(false);
            }
            catch (DataProviderException error)
            {
                // The gap stays, and the next refresh of the store fills it.
                Note(health => health with { LastError = $"A gap of {symbol} was not filled. {error.Message}" });
                continue;
            }

            for (var i = 0; i < bars.Count; i++)
            {
                _newest[symbol] = bars[i].Time;
                _updates.Writer.TryWrite(new StreamUpdate(
                    symbol, _protocol.Name, bars[i].Time + StreamedTimeframe.Length(), bars[i].Close, bars[i], StreamedTimeframe, IsFill: true));
            }
        }
    }

    private TimeSpan DelayAfter(int failures)
    {
        var delay = Math.Min(FirstDelay.Ticks * Math.Pow(2, Math.Min(failures, 10)), LongestDelay.Ticks);
        return TimeSpan.FromTicks((long)(delay * (0.5 + (0.5 * _jitter.NextDouble()))));
    }

    private void Note(Func<StreamHealth, StreamHealth> change)
    {
        lock (_lock)
        {
            _health = change(_health);
        }
    }
}
