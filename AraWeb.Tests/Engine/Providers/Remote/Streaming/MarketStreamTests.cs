using System.Net.WebSockets;
using System.Text;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Remote.Streaming;
using AraWeb.Engine.Providers.Remote.Symbols;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using AraWeb.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace AraWeb.Tests.Engine.Providers.Remote.Streaming;

/// <summary>Streams against a real WebSocket server on loopback, with a clock that the test moves.</summary>
public sealed class MarketStreamTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Minute = new(2026, 11, 20, 11, 50, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ManualTime _time = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _received = [];
    private Func<int, WebSocket, Task> _script = (_, _) => Task.CompletedTask;
    private FakeHost _host = null!;
    private Task _running = Task.CompletedTask;
    private int _connections;

    public async Task InitializeAsync() => _host = await FakeHost.StartAsync(AcceptAsync);

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_running, Task.Delay(Patience));
        await _host.DisposeAsync();
    }

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task RunAsync_ConnectionBreaks_ConnectsAnewAndFillsTheGap()
    {
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _script = async (connection, socket) =>
        {
            await SendAsync(socket, Kline(connection == 1 ? Minute : Minute.AddMinutes(5), isFinished: true));
            if (connection == 1)
            {
                // Not before it has arrived: an abort takes along what is on its way.
                await read.Task;
                socket.Abort();
                return;
            }

            await Task.Delay(Timeout.Infinite, _stop.Token);
        };
        var stream = Start(new BinanceStream(Socket), "BTCUSDT");

        var first = await stream.Updates.ReadAsync().AsTask().WaitAsync(Patience);
        Assert.Equal((Minute, false), (first.Finished!.Value.Time, first.IsFill));
        read.SetResult();
        await StepUntilAsync(() => stream.Health.Connections == 2);

        // The history has every minute up to now; the message of 11:55 is old news by then, a mere price.
        var filled = new List<StreamUpdate>();
        while (filled.Count == 0 || filled[^1].Finished is not null)
        {
            filled.Add(await stream.Updates.ReadAsync().AsTask().WaitAsync(Patience));
        }

        filled.RemoveAt(filled.Count - 1);
        Assert.InRange(filled.Count, 8, 30);
        Assert.Equal(Enumerable.Range(1, filled.Count).Select(i => Minute.AddMinutes(i)), filled.Select(update => update.Finished!.Value.Time));
        Assert.All(filled, update => Assert.True(update.IsFill));
        Assert.Equal("The connection to binance broke or cannot be made.", stream.Health.LastError);
    }

    [Fact]
    public async Task RunAsync_Silence_EndsTheConnection()
    {
        _script = (_, _) => Task.Delay(Timeout.Infinite, _stop.Token);
        var stream = Start(new KrakenStream(Socket), "BTCUSD");
        await StepUntilAsync(() => stream.Health.IsConnected, step: TimeSpan.Zero);

        await StepUntilAsync(() => stream.Health.Connections == 2, step: TimeSpan.FromSeconds(2));

        Assert.Equal("kraken was silent for too long.", stream.Health.LastError);
    }

    [Fact]
    public async Task RunAsync_OldConnection_IsRenewed()
    {
        _script = async (_, socket) =>
        {
            while (!_stop.IsCancellationRequested)
            {
                await SendAsync(socket, """{"channel":"heartbeat"}""");
                await Task.Delay(2, _stop.Token);
            }
        };
        var stream = Start(new HourlyKraken(new KrakenStream(Socket)), "BTCUSD");
        await StepUntilAsync(() => stream.Health.Messages > 0, step: TimeSpan.Zero);

        await StepUntilAsync(() => stream.Health.Connections == 2, step: TimeSpan.FromSeconds(5));

        Assert.Equal("The connection was renewed after 0.1 hours.", stream.Health.LastError);
    }

    [Fact]
    public async Task RunAsync_Kraken_BarIsFinishedWhenTheNextStarts()
    {
        _script = async (_, socket) =>
        {
            await SendAsync(socket, Ohlc(Minute, 101));
            await SendAsync(socket, """{"channel":"heartbeat"}""");
            await SendAsync(socket, Ohlc(Minute, 102));
            await SendAsync(socket, Ohlc(Minute.AddMinutes(1), 103));
            await Task.Delay(Timeout.Infinite, _stop.Token);
        };
        var stream = Start(new KrakenStream(Socket), "XBT/USD");

        var updates = new List<StreamUpdate>();
        for (var i = 0; i < 3; i++)
        {
            updates.Add(await stream.Updates.ReadAsync().AsTask().WaitAsync(Patience));
        }

        Assert.Equal([101, 102, 103], updates.Select(update => update.Price));
        Assert.Equal([null, null, new Bar(Minute, 100, 102, 99, 102, 5)], updates.Select(update => update.Finished));
        Assert.Equal("BTCUSD", updates[0].Symbol.Text);
        Assert.Contains("\"symbol\":[\"BTC/USD\"]", Assert.Single(_received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Coinbase_TickersArePrices()
    {
        _script = async (_, socket) =>
        {
            await SendAsync(socket, """{"type":"subscriptions","channels":[]}""");
            await SendAsync(socket, """{"type":"heartbeat","sequence":90,"last_trade_id":20,"product_id":"BTC-USD","time":"2026-11-20T11:59:58.464Z"}""");
            await SendAsync(
                socket, """{"type":"ticker","sequence":37,"product_id":"BTC-USD","price":"64152.43","time":"2026-11-20T11:59:59.061769Z"}""");
            await Task.Delay(Timeout.Infinite, _stop.Token);
        };
        var stream = Start(new CoinbaseStream(Socket), "BTCUSD");

        var update = await stream.Updates.ReadAsync().AsTask().WaitAsync(Patience);

        Assert.Equal((64152.43, "coinbase", null), (update.Price, update.Provider, update.Finished));
        Assert.Equal(3, stream.Health.Messages);
        Assert.Contains("\"product_ids\":[\"BTC-USD\"]", Assert.Single(_received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Refused_SaysWhyAndWaitsLongerEachTime()
    {
        _script = (_, socket) => SendAsync(socket, """{"method":"subscribe","success":false,"error":"Currency pair not supported"}""");
        var stream = Start(new KrakenStream(Socket), "BTCUSD");

        await StepUntilAsync(() => stream.Health.LastError is not null, step: TimeSpan.Zero);

        Assert.Equal("kraken refused the subscription (Currency pair not supported).", stream.Health.LastError);
    }

    [Fact]
    public async Task RunAsync_ReaderFallsBehind_LosesTheOldestAndCountsThem()
    {
        const int sent = 12_000;
        _script = async (_, socket) =>
        {
            for (var i = 1; i <= sent; i++)
            {
                await SendAsync(socket, $$"""{"type":"ticker","product_id":"BTC-USD","price":"{{i}}","time":"2026-11-20T11:59:59Z"}""");
            }

            await Task.Delay(Timeout.Infinite, _stop.Token);
        };
        var stream = Start(new CoinbaseStream(Socket), "BTCUSD");
        await StepUntilAsync(() => stream.Health.Messages == sent && stream.Health.Dropped == sent - 10_000, step: TimeSpan.Zero);

        Assert.Equal(sent - 10_000 + 1, (await stream.Updates.ReadAsync().AsTask().WaitAsync(Patience)).Price);
    }

    private static Task SendAsync(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static string Kline(DateTimeOffset start, bool isFinished) =>
        $$"""
        {"stream":"btcusdt@kline_1m","data":{"e":"kline","E":{{start.AddMinutes(1).ToUnixTimeMilliseconds()}},"s":"BTCUSDT",
        "k":{"t":{{start.ToUnixTimeMilliseconds()}},"T":1,"s":"BTCUSDT","i":"1m","f":100,"L":200,"o":"100","c":"101","h":"102","l":"99","v":"5","n":100,
        "x":{{(isFinished ? "true" : "false")}},"q":"1.0"} } }
        """;

    private static string Ohlc(DateTimeOffset start, double close) =>
        $$"""
        {"channel":"ohlc","type":"update","timestamp":"2026-11-20T11:50:30.5Z","data":[{"symbol":"BTC/USD","open":100,"high":102,"low":99,"close":{{close}},
        "trades":8,"volume":5,"vwap":100.5,"interval_begin":"{{start:yyyy-MM-ddTHH:mm:ss}}.000000000Z","interval":1,"timestamp":"2026-11-20T11:51:00.000000Z"}]}
        """;

    private Uri Socket => new(_host.Address.ToString().Replace("http:", "ws:", StringComparison.Ordinal));

    private MarketStream Start(IStreamProtocol protocol, string symbol)
    {
        IBarSource history = protocol.Name == "binance"
            ? FakeClients.Binance(new FakeBinance(_time), _time)
            : FakeClients.Kraken(new FakeKraken(_time), _time);
        var stream = new MarketStream(protocol, history, [SymbolBook.Read(symbol)], _time);
        _running = stream.RunAsync(_stop.Token);
        return stream;
    }

    /// <summary>Lets the clock run in steps until something is so.</summary>
    private async Task StepUntilAsync(Func<bool> condition, TimeSpan? step = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(5, limit.Token);
            _time.Advance(step ?? TimeSpan.FromMilliseconds(100));
        }
    }

    private async Task AcceptAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var connection = Interlocked.Increment(ref _connections);
        if (context.Request.Query.Count == 0)
        {
            var buffer = new byte[4096];
            var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
            _received.Add(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }

        try
        {
            await _script(connection, socket);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or IOException)
        {
            // The client left, or the test is over.
        }
    }

    /// <summary>Kraken with a connection that gets old soon.</summary>
    private sealed class HourlyKraken(KrakenStream inner) : IStreamProtocol
    {
        public string Name => inner.Name;

        public TimeSpan LongestSilence => TimeSpan.FromHours(1);

        public TimeSpan LongestConnection => TimeSpan.FromHours(0.1);

        public Uri Address(IReadOnlyList<MarketName> names) => inner.Address(names);

        public IReadOnlyList<string> Subscriptions(IReadOnlyList<MarketName> names) => inner.Subscriptions(names);

        public IEnumerable<StreamUpdate> Read(AraWeb.Engine.Providers.Remote.Http.AnswerField message, Timeframe timeframe) => inner.Read(message, timeframe);
    }
}
