using AraWeb.Configuration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Local;
using AraWeb.Engine.Providers.Transfer;
using AraWeb.Jobs;
using AraWeb.Live;
using AraWeb.Tests.Shared;
using Microsoft.Extensions.Options;

namespace AraWeb.Tests.Web.Jobs;

public sealed class RefreshBarsJobTests : IDisposable
{
    private const string Head = "timestamp,open,high,low,close,volume\n";

    private readonly ManualTime _time = new();
    private readonly TempFolder _folder = new();
    private readonly MemoryBarStore _store = new();
    private readonly RecordingFeed _feed = new();
    private readonly List<string> _reports = [];

    [Fact]
    public async Task RunAsync_NewFolder_ImportsItAndTellsThePages()
    {
        Write("AAA", 10, 11);
        Write("BBB", 20, 21);

        var outcome = await Job().RunAsync(Context());

        Assert.Equal((true, "4 bars of 2 series.", null), (outcome.ChangedSomething, outcome.Message, outcome.Error));
        Assert.Equal(["AAA", "BBB"], _feed.Symbols(ChangeKind.Bars));
        Assert.Empty(_reports);
    }

    [Fact]
    public async Task RunAsync_NothingNew_SaysNothing()
    {
        Write("AAA", 10, 11);
        var job = Job();
        await job.RunAsync(Context());
        _feed.Changes.Clear();

        Assert.Same(JobOutcome.Nothing, await job.RunAsync(Context()));
        Assert.Empty(_feed.Changes);
    }

    [Fact]
    public async Task RunAsync_OldBarRevisedInTheFile_IsNoticed()
    {
        Write("AAA", [.. Enumerable.Range(100, 20).Select(close => (double)close)]);
        var job = Job();
        await job.RunAsync(Context());

        Write("AAA", [.. Enumerable.Range(100, 20).Select(close => close == 102 ? 102.5 : close)]);
        var outcome = await job.RunAsync(Context());

        Assert.Equal("1 bar of 1 series.", outcome.Message);
        var bars = await _store.ReadAsync(new BarQuery(Symbol.Parse("AAA"), Timeframe.OneDay), CancellationToken.None);
        Assert.Equal(102.5, bars.Close[2]);
    }

    [Fact]
    public async Task RunAsync_OneFileUnusable_ImportsTheOthersAndNamesIt()
    {
        Write("AAA", 10, 11);
        Write("BAD", -1, -2);

        var outcome = await Job().RunAsync(Context());

        Assert.True(outcome.ChangedSomething);
        Assert.Equal("AAA", Assert.Single(_feed.Symbols(ChangeKind.Bars)));
        Assert.Contains("BAD", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_FolderWithoutBars_NamesItOnceAndRefreshesTheOthers()
    {
        var other = new TempFolder();
        using (other)
        {
            other.Write("crypto/DDD.csv", Head + "2026-01-05,10,11,9,10,100\n2026-01-06,10,11,9,10,100\n");
            var job = new RefreshBarsJob(
                new BarImport(_store, _time),
                new BarRefresh([new CsvFolderProvider(_folder.Path, _time), new CsvFolderProvider(other.Path, _time)], _store, _time),
                _feed,
                Data(_folder.Path),
                Jobs(),
                _time);

            var outcome = await job.RunAsync(Context());

            Assert.Equal("DDD", Assert.Single(_feed.Symbols(ChangeKind.Bars)));
            Assert.Equal(2, outcome.Error!.Split("holds no file of bars").Length);
        }
    }

    [Fact]
    public async Task RunAsync_RowsLeftOut_AreCounted()
    {
        _folder.Write("crypto/AAA.csv", Head + "2026-01-05,10,11,9,10,100\n2026-01-06,10,11,9,-10,100\n2026-01-07,10,11,9,10,100\n");

        var outcome = await Job().RunAsync(Context());

        Assert.Equal("2 bars of 1 series. 1 row was left out as no price: 'ara data validate DIR' lists them.", outcome.Message);
    }

    [Fact]
    public async Task RunAsync_SlowImport_ReportsItsProgress()
    {
        Write("AAA", 10, 11);
        var job = new RefreshBarsJob(
            new BarImport(_store, _time), new BarRefresh([new SlowProvider(_time)], _store, _time), _feed, Data(folder: null), Jobs(), _time);

        await job.RunAsync(Context());

        Assert.Equal("Fetching bars.", Assert.Single(_reports));
    }

    public void Dispose() => _folder.Dispose();

    private static IOptions<JobsOptions> Jobs() => Options.Create(new JobsOptions());

    private static IOptions<ProvidersOptions> Data(string? folder) => Options.Create(new ProvidersOptions { CsvFolder = folder });

    private RefreshBarsJob Job() => new(
        new BarImport(_store, _time),
        new BarRefresh([new CsvFolderProvider(_folder.Path, _time)], _store, _time),
        _feed,
        Data(_folder.Path),
        Jobs(),
        _time);

    private JobContext Context() => new((_, _, message) => _reports.Add(message), CancellationToken.None);

    private void Write(string symbol, params double[] closes)
    {
        var first = new DateOnly(2026, 1, 5);
        var rows = closes.Select((close, i) => $"{first.AddDays(i):yyyy-MM-dd},{close},{close + 1},{close - 1},{close},100");
        _folder.Write($"crypto/{symbol}.csv", Head + string.Join('\n', rows) + "\n");
    }

    /// <summary>A source that takes ten seconds to list its one instrument, which has no bars.</summary>
    private sealed class SlowProvider(ManualTime time) : IMarketDataProvider
    {
        private static readonly Instrument Slow = new(Symbol.Parse("SLOW"), "Slow", AssetClass.Crypto, "USD", "slow", IsSimulated: false, []);

        public string Name => "slow";

        public bool IsSimulated => false;

        public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            return ValueTask.FromResult<IReadOnlyList<Instrument>>([Slow]);
        }

        public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken) => ValueTask.FromResult(Slow);

        public ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken) => throw new NotSupportedException("It has no bars.");
    }
}
