using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Tests.Engine.Store;

public sealed class SqliteBarStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Symbol Btc = Symbol.Parse("BTCUSD");

    private TempStore _store = null!;

    public async Task InitializeAsync() => _store = await TempStore.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public async Task ReadAsync_AfterWrite_ReturnsTheSameBars(int count)
    {
        var bars = Daily(count);
        Assert.Equal(count, await WriteAsync(bars));

        var read = await ReadAsync(new BarQuery(Btc, Timeframe.OneDay));

        AssertSame(bars, read);
        Assert.Equal(AssetClass.Crypto, read.AssetClass);
        Assert.Equal(Btc, read.Symbol);
    }

    [Fact]
    public async Task ReadAsync_FromAndLast_CutAsAsked()
    {
        await WriteAsync(Daily(700));

        AssertSame(Daily(700).Last(300), await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { Last = 300 }));
        AssertSame(Daily(700).Slice(400, 300), await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { From = Start.AddDays(400) }));
        AssertSame(Daily(700).Slice(400, 300), await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { From = Start.AddDays(399).AddHours(1) }));
        AssertSame(Daily(700).Last(5), await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { From = Start.AddDays(10), Last = 5 }));
        Assert.Equal(0, (await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { From = Start.AddDays(700) })).Count);
        Assert.Equal(0, (await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { AsOf = Start })).Count);
    }

    [Fact]
    public async Task ReadAsync_AsOf_EndsAtTheBarThatHadClosed()
    {
        await WriteAsync(Daily(700));

        var before = await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { AsOf = Start.AddDays(300).AddMilliseconds(-1), Last = 280 });
        var at = await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { AsOf = Start.AddDays(300), Last = 280 });

        AssertSame(Daily(700).Slice(19, 280), before);
        AssertSame(Daily(700).Slice(20, 280), at);
    }

    [Fact]
    public async Task WriteAsync_Again_ChangesNothing()
    {
        await WriteAsync(Daily(300));

        Assert.Equal(0, await WriteAsync(Daily(300)));
        AssertSame(Daily(300), await ReadAsync(new BarQuery(Btc, Timeframe.OneDay)));
    }

    [Fact]
    public async Task WriteAsync_BarByBarInAnyOrder_ReadsAsOneSeries()
    {
        const int Seed = 7;
        var bars = Daily(600);
        var order = Enumerable.Range(0, 600).ToArray();
        new Random(Seed).Shuffle(order);

        foreach (var i in order)
        {
            Assert.Equal(1, await WriteAsync(bars.Slice(i, 1)));
        }

        AssertSame(bars, await ReadAsync(new BarQuery(Btc, Timeframe.OneDay)));
        Assert.Equal(Start.AddDays(599), await _store.Bars.NewestAsync(Btc, Timeframe.OneDay, CancellationToken.None));
        Assert.InRange(ChunkCount(), 3, 12);
    }

    [Fact]
    public async Task WriteAsync_UnfinishedBar_IsLeftOut()
    {
        var written = await _store.Bars.WriteAsync(TempStore.Coin("BTCUSD"), Daily(10), Start.AddDays(9).AddHours(23), CancellationToken.None);

        Assert.Equal(9, written);
        Assert.Equal(Start.AddDays(8), await _store.Bars.NewestAsync(Btc, Timeframe.OneDay, CancellationToken.None));
    }

    [Fact]
    public async Task WriteAsync_Revisions_AreKnownFromWhenTheyCame()
    {
        await WriteAsync(Daily(600));
        var first = Later.AddDays(1);
        var second = Later.AddDays(2);
        await _store.Bars.WriteAsync(TempStore.Coin("BTCUSD"), Revised(42, 5000), first, CancellationToken.None);
        Assert.Equal(1, await _store.Bars.WriteAsync(TempStore.Coin("BTCUSD"), Revised(42, 6000), second, CancellationToken.None));

        Assert.Equal(142, await CloseOf42Async(Start.AddDays(43)));
        Assert.Equal(142, await CloseOf42Async(first.AddMilliseconds(-1)));
        Assert.Equal(5000, await CloseOf42Async(first));
        Assert.Equal(5000, await CloseOf42Async(second.AddMilliseconds(-1)));
        Assert.Equal(6000, await CloseOf42Async(second));
        Assert.Equal(6000, await CloseOf42Async(asOf: null));
        Assert.Equal(600, (await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { AsOf = first.AddMilliseconds(-1) })).Count);
        Assert.Equal(100, (await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { AsOf = first.AddMilliseconds(-1), Last = 100 })).Count);
    }

    [Fact]
    public async Task WriteAsync_RevisionsInOneMillisecond_KeepTheirOrder()
    {
        await WriteAsync(Daily(50));
        foreach (var close in (double[])[500, 600, 700])
        {
            await _store.Bars.WriteAsync(TempStore.Coin("BTCUSD"), Revised(42, close), Later, CancellationToken.None);
        }

        Assert.Equal(500, await CloseOf42Async(Later));
        Assert.Equal(600, await CloseOf42Async(Later.AddMilliseconds(1)));
        Assert.Equal(700, await CloseOf42Async(Later.AddMilliseconds(2)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AsOf_RandomHistory_EqualsReplay(int seed)
    {
        var random = new Random(seed);
        var known = new List<(DateTimeOffset At, BarSeries Bars)>();
        var received = Start.AddDays(700);
        for (var batch = 0; batch < 25; batch++)
        {
            received = received.AddHours(random.Next(1, 50));
            var first = random.Next(0, 600);
            var closes = Enumerable.Range(first, random.Next(1, 90)).Select(i => 100.0 + i + (random.Next(4) == 0 ? batch : 0));
            var bars = TempStore.Series("BTCUSD", Timeframe.OneDay, Start.AddDays(first), closes);
            await _store.Bars.WriteAsync(TempStore.Coin("BTCUSD"), bars, received, CancellationToken.None);
            known.Add((received, bars));
        }

        foreach (var (asOf, _) in known)
        {
            var expected = Replay(known, asOf);
            var read = await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { AsOf = asOf });
            var times = read.Times.ToArray();
            for (var i = 0; i < read.Count; i++)
            {
                var close = read.Close[i];
                Assert.True(expected[times[i]] == close, $"seed {seed}, as of {asOf:u}, bar {i}: {close} instead of {expected[times[i]]}");
            }

            Assert.True(expected.Count == read.Count, $"seed {seed}, as of {asOf:u}: {read.Count} bars instead of {expected.Count}");
        }
    }

    // The plain rule. A stamp is known from its close on, even where it came later: then with the values that came first.
    private static Dictionary<long, double> Replay(List<(DateTimeOffset At, BarSeries Bars)> batches, DateTimeOffset asOf)
    {
        var closes = new Dictionary<long, double>();
        foreach (var (at, bars) in batches)
        {
            for (var i = 0; i < bars.Count; i++)
            {
                if (at <= asOf || !closes.ContainsKey(bars.Times[i]))
                {
                    closes[bars.Times[i]] = bars.Close[i];
                }
            }
        }

        return closes;
    }

    private static BarSeries Daily(int count) =>
        TempStore.Series("BTCUSD", Timeframe.OneDay, Start, Enumerable.Range(0, count).Select(i => 100.0 + i));

    private static BarSeries Revised(int day, double close) => TempStore.Series("BTCUSD", Timeframe.OneDay, Start.AddDays(day), [close]);

    private static void AssertSame(BarSeries expected, BarSeries actual)
    {
        Assert.Equal(expected.Times.ToArray(), actual.Times.ToArray());
        for (var i = 0; i < expected.Count; i++)
        {
            // Volumes count from the start of a written series, so they tell pieces apart that were mixed up.
            Assert.Equal(expected[i], actual[i]);
        }
    }

    private async Task<double> CloseOf42Async(DateTimeOffset? asOf)
    {
        var bars = await ReadAsync(new BarQuery(Btc, Timeframe.OneDay) { AsOf = asOf });
        return bars.Close[42];
    }

    private ValueTask<int> WriteAsync(BarSeries bars) => _store.Bars.WriteAsync(TempStore.Coin("BTCUSD"), bars, Later, CancellationToken.None);

    private ValueTask<BarSeries> ReadAsync(BarQuery query) => _store.Bars.ReadAsync(query, CancellationToken.None);

    private long ChunkCount()
    {
        using var connection = _store.Databases.Bars.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM bar_chunks";
        return (long)command.ExecuteScalar()!;
    }
}
