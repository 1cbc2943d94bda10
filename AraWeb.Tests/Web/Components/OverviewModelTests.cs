using AraWeb.Components.Controls;
using AraWeb.Components.Pages.Overview;
using AraWeb.Engine.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AraWeb.Tests.Web.Components;

public sealed class OverviewModelTests : IDisposable
{
    private const string Thin = "\u202F";
    private static readonly DateTimeOffset Day = new(2026, 11, 18, 0, 0, 0, TimeSpan.Zero);

    private readonly MemoryBars _bars = new();
    private readonly FakePredictor _predictor = new(symbol => symbol == Sample.Coin.Symbol ? Sample.Coin : Sample.Apple);
    private readonly OverviewModel _model;

    public OverviewModelTests() =>
        _model = new OverviewModel(_bars, _predictor, new ErrorReporter(NullLogger<ErrorReporter>.Instance), () => { });

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task Load_Instruments_HaveACardEachWithDailyForecast()
    {
        _bars.Add(Sample.Apple, Timeframe.OneDay, Day, 90, 99)
            .Add(Sample.Coin, Timeframe.OneDay, Day, 2000, 2020)
            .Add(Sample.Coin, Timeframe.OneMinute, Day, 1);
        await _model.LoadAsync();

        var cards = _model.Cards.Value!;
        Assert.Equal([Sample.Apple, Sample.Coin], cards.Select(card => card.Instrument));
        Assert.All(cards, card => Assert.Equal(Timeframe.OneDay, card.Timeframe));
        Assert.All(cards, card => Assert.Equal(OverviewModel.Reach, card.Forecast.Value!.Horizons.Count));
        Assert.All(cards, card => Assert.NotEmpty(card.Spark!.Band));
        Assert.Equal(0, _model.Others);
    }

    [Fact]
    public async Task Load_ManyInstruments_ShowsTheFirstAndCountsTheRest()
    {
        for (var i = 0; i < OverviewModel.MaxCards + 3; i++)
        {
            _bars.Add(Sample.Instrument($"S{i:00}", "None", AssetClass.Stock, simulated: false, Timeframe.OneDay), Timeframe.OneDay, Day, 1, 2);
        }

        await _model.LoadAsync();

        Assert.Equal(OverviewModel.MaxCards, _model.Cards.Value!.Count);
        Assert.Equal(3, _model.Others);
    }

    [Fact]
    public async Task Load_ForecastFails_LeavesThePriceStanding()
    {
        _bars.Add(Sample.Apple, Timeframe.OneDay, Day, 90, 99);
        _predictor.Fault = new InsufficientDataException(Sample.Apple.Symbol, 2, 250);
        await _model.LoadAsync();

        var card = Assert.Single(_model.Cards.Value!);
        Assert.Equal(99, card.Quote!.Price);
        Assert.Equal("insufficient-data", card.Forecast.Error!.Code);
    }

    [Fact]
    public async Task Load_StoreFails_IsAnError()
    {
        _bars.Fault = new StorageException("Locked.", "Close the other program.");
        await _model.LoadAsync();
        Assert.Equal("storage-failed", _model.Cards.Error!.Code);
    }

    [Fact]
    public async Task Load_ReaderLeavesWhileAForecastFails_EndsWithoutAFault()
    {
        _bars.Add(Sample.Apple, Timeframe.OneDay, Day, 90, 99).Add(Sample.Coin, Timeframe.OneDay, Day, 2000, 2020);
        var log = new RecordingLogger();
        var predictor = new FakePredictor(_ => Sample.Apple) { Fault = new StorageException("Locked.", "Close the other program.") };
        OverviewModel? model = null;
        var shown = 0;
        model = new OverviewModel(_bars, predictor, new ErrorReporter(log), () =>
        {
            // Cards without forecasts come first; the reader goes when the first forecast has failed.
            if (++shown == 2)
            {
                model!.Dispose();
            }
        });
        await model.LoadAsync();

        Assert.Equal(2, shown);
        Assert.DoesNotContain(LogLevel.Error, log.Levels);
        Assert.Single(predictor.Requests);
    }

    [Fact]
    public async Task Refresh_EmptyStore_FillsWhenBarsCome()
    {
        await _model.LoadAsync();
        Assert.True(_model.Cards.IsEmpty);

        _bars.Add(Sample.Apple, Timeframe.OneDay, Day, 90, 99);
        await _model.RefreshAsync(Sample.Apple.Symbol, Timeframe.OneDay);
        Assert.Single(_model.Cards.Value!);
    }

    [Fact]
    public async Task Refresh_NewBar_ReadsThatCardOnly()
    {
        _bars.Add(Sample.Apple, Timeframe.OneDay, Day, 90, 99).Add(Sample.Coin, Timeframe.OneDay, Day, 2000, 2020);
        await _model.LoadAsync();
        _bars.Add(Sample.Apple, Timeframe.OneDay, Day, 110);
        await _model.RefreshAsync(Sample.Apple.Symbol, Timeframe.OneDay);
        await _model.RefreshAsync(Sample.Coin.Symbol, Timeframe.OneMinute);

        Assert.Equal(110, _model.Cards.Value![0].Quote!.Price);
        Assert.Equal(3, _predictor.Requests.Count);
    }

    [Fact]
    public async Task CallCardView_Card_ShowsBandOddsAndSimulation()
    {
        _bars.Add(Sample.Coin, Timeframe.OneDay, Day, 90, 100);
        await _model.LoadAsync();
        var page = await Markup.RenderAsync<CallCardView>(new() { ["Card"] = _model.Cards.Value![0] });

        Assert.Equal("/predictions/COIN1?tf=1d", page.QuerySelector("a")?.GetAttribute("href"));
        Assert.Equal("simulated", page.QuerySelector(".tag")?.TextContent);
        Assert.Equal(["86.07 to 116.18", $"53{Thin}%"], page.Texts("dd"));
    }

    private sealed class RecordingLogger : ILogger<ErrorReporter>
    {
        public List<LogLevel> Levels { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Levels.Add(logLevel);
    }
}
