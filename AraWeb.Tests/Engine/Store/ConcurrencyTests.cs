using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Tests.Engine.Ledger;

namespace AraWeb.Tests.Engine.Store;

public sealed class ConcurrencyTests : IAsyncLifetime
{
    private const int BatchSize = 300;
    private const int Batches = 25;
    private const int Readers = 3;

    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly BarQuery All = new(Symbol.Parse("BTCUSD"), Timeframe.OneMinute);

    private TempStore _store = null!;

    public async Task InitializeAsync() => _store = await TempStore.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Readers_WhileAWriterRewritesEverything_SeeWholeWritesOnly()
    {
        await WriteAsync(0);
        using var reading = new SemaphoreSlim(0);
        var writer = Task.Run(async () =>
        {
            for (var reader = 0; reader < Readers; reader++)
            {
                await reading.WaitAsync();
            }

            for (var batch = 1; batch < Batches; batch++)
            {
                await WriteAsync(batch);
            }
        });

        await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(async () => await ReadUntilAsync(writer, reading))));

        await writer;
        Assert.Equal(BatchSize * Batches, (await _store.Bars.ReadAsync(All, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Writers_AllAtOnce_AllSucceed()
    {
        var bars = Enumerable.Range(0, 20).Select(i => Task.Run(async () => await _store.Bars.WriteAsync(
            TempStore.Coin($"COIN{i}"), TempStore.Series($"COIN{i}", Timeframe.OneDay, Start, [1, 2, 3]), Later, CancellationToken.None)));
        var entries = Enumerable.Range(0, 20).Select(i => Task.Run(
            async () => await _store.Ledger.AppendAsync(Entries.Make("BTCUSD", Start.AddDays(i / 2), 1, 2), CancellationToken.None)));

        var written = await Task.WhenAll(bars);
        var appended = await Task.WhenAll(entries);

        Assert.All(written, count => Assert.Equal(3, count));
        Assert.Equal(10, appended.Count(isNew => isNew));
        Assert.Equal(20, (await _store.Bars.ListAsync(CancellationToken.None)).Count);
    }

    // Every write sets all bars so far to its own number, so a mixture of two writes shows.
    private async Task WriteAsync(int batch)
    {
        var closes = Enumerable.Repeat(100.0 + batch, (batch + 1) * BatchSize);
        await _store.Bars.WriteAsync(
            TempStore.Coin("BTCUSD"), TempStore.Series("BTCUSD", Timeframe.OneMinute, Start, closes), Later.AddDays(batch), CancellationToken.None);
    }

    private async Task ReadUntilAsync(Task writer, SemaphoreSlim reading)
    {
        var newest = -1;
        while (!writer.IsCompleted)
        {
            var bars = await _store.Bars.ReadAsync(All, CancellationToken.None);
            var batch = (bars.Count / BatchSize) - 1;
            Assert.Equal(0, bars.Count % BatchSize);
            Assert.Equal(-1, bars.Close.IndexOfAnyExcept(100.0 + batch));
            Assert.True(batch >= newest, "a reader saw an older state than before");
            if (newest < 0)
            {
                reading.Release();
            }

            newest = batch;
        }
    }
}
