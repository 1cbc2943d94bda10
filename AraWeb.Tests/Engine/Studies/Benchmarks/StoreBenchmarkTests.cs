using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Benchmarks;

namespace AraWeb.Tests.Engine.Studies.Benchmarks;

/// <summary>The study's keys and its care for what it leaves behind; on a store in memory, so that the test takes no time.</summary>
public sealed class StoreBenchmarkTests
{
    [Fact]
    public async Task RunAsync_OnAnyStore_ReportsItsKeysAndRemovesItsFolder()
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var study = new StoreBenchmark((folder, work, _) =>
        {
            folders.Add(folder);
            return work(new MemoryStore());
        });

        var report = await study.RunAsync(new StudyOptions(null, null, null, null, null), new Progress<string>(), CancellationToken.None);

        Assert.Equal((StudyKind.Bench, "store"), (study.Kind, study.Name));
        foreach (var key in (string[])["insert_rows_s", "read_1000_ms", "read_1000_p95_ms", "append_bar_ms"])
        {
            Assert.True(report.Json[key]!.GetValue<double>() > 0, key);
        }

        Assert.Equal(200_000, report.Json["rows"]!.GetValue<int>());
        Assert.Equal("1 4 16", Works(report.Json["scaling"]!));
        Assert.Equal("1 4 16", Works(report.Json["read_scaling"]!));
        Assert.All(folders, folder => Assert.False(Directory.Exists(folder)));
        Assert.Single(report.Tables);
    }

    [Fact]
    public async Task RunAsync_Cancelled_Stops()
    {
        var study = new StoreBenchmark((_, work, _) => work(new MemoryStore()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => study.RunAsync(new StudyOptions(null, null, null, null, null), new Progress<string>(), new CancellationToken(canceled: true)));
    }

    private static string Works(JsonNode rows) => string.Join(' ', rows.AsArray().Select(row => row!["work"]!.GetValue<int>()));

    private sealed class MemoryStore : IBarStore
    {
        private readonly Dictionary<Symbol, BarSeries> _series = [];

        public ValueTask<int> WriteAsync(Instrument instrument, BarSeries bars, DateTimeOffset receivedAt, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _series.TryAdd(instrument.Symbol, bars);
            return ValueTask.FromResult(bars.Count);
        }

        public ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken) =>
            ValueTask.FromResult(_series[query.Symbol].Last(query.Last ?? int.MaxValue));

        public ValueTask<DateTimeOffset?> NewestAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
