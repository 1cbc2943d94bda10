using AraWeb.Components.Controls;
using AraWeb.Components.Pages.Predictions;
using AraWeb.Engine.Core;
using Microsoft.Extensions.Logging.Abstractions;

namespace AraWeb.Tests.Web.Components;

public sealed class PredictionsModelTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2026, 11, 18, 0, 0, 0, TimeSpan.Zero);

    private readonly MemoryBars _bars = new();
    private readonly MemoryLedger _ledger = new();
    private readonly FakePredictor _predictor = new(symbol => symbol == Sample.Coin.Symbol ? Sample.Coin : Sample.Apple);
    private readonly PredictionsModel _model;
    private int _changes;

    public PredictionsModelTests()
    {
        _bars.Add(Sample.Apple, Timeframe.OneDay, Day, 90, 99)
            .Add(Sample.Coin, Timeframe.OneDay, Day, 2000)
            .Add(Sample.Coin, Timeframe.OneMinute, Day.AddDays(1), 2010, 2020);
        _model = new PredictionsModel(_bars, _predictor, _ledger, new ErrorReporter(NullLogger<ErrorReporter>.Instance), () => _changes++);
    }

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task Show_NothingAsked_StartsWithTheFirstCoinInItsShortestBars()
    {
        await _model.ShowAsync(PredictionsQuery.Parse(null, null, null, null));

        Assert.Equal((Sample.Coin, Timeframe.OneMinute), (_model.Subject.Value!.Instrument, _model.Subject.Value.Timeframe));
        Assert.Equal(30, Assert.Single(_predictor.Requests).Horizon.Bars);
    }

    [Fact]
    public async Task Show_Symbol_LoadsQuoteForecastLedgerAndFigure()
    {
        _ledger.Entries.Add(Sample.Entry(Day.AddDays(-40), 80, 30, closes: [81]));
        await _model.ShowAsync(PredictionsQuery.Parse("aapl", null, "5", "1Y"));

        var subject = _model.Subject.Value!;
        Assert.Equal(Timeframe.OneDay, subject.Timeframe);
        Assert.Equal(99, subject.Quote.Price);
        Assert.Equal(0.1, subject.Quote.Change, 12);
        Assert.Equal(5, _model.Forecast.Value!.Horizons.Count);
        Assert.Single(_model.Ledger.Value!.Past);
        Assert.Single(_model.Figure!.Ghosts);
        Assert.Equal(5, _model.Figure.Steps.Count);
        Assert.True(_changes > 1);
    }

    [Fact]
    public async Task Show_IntradayWithDailyBars_CountsTheChangeFromTheLastSession()
    {
        await _model.ShowAsync(PredictionsQuery.Parse("COIN1", "1m", null, null));

        var quote = _model.Subject.Value!.Quote;
        Assert.Equal(0.01, quote.Change, 12);
        Assert.Equal("since the close of 2026-11-18 Wed", quote.Since);
        Assert.Equal(Day.AddDays(1).AddMinutes(2), quote.AsOf);
    }

    [Fact]
    public async Task Show_WhileTheForecastIsMade_HasTheSubjectAlready()
    {
        _predictor.Gate = new TaskCompletionSource();
        var showing = _model.ShowAsync(PredictionsQuery.Parse("AAPL", null, null, null));
        while (_model.Ledger.IsLoading)
        {
            await Task.Yield();
        }

        Assert.NotNull(_model.Subject.Value);
        Assert.True(_model.Forecast.IsLoading);
        Assert.Null(_model.Figure);

        _predictor.Gate.SetResult();
        await showing;
        Assert.NotNull(_model.Forecast.Value);
        Assert.NotNull(_model.Figure);
    }

    [Fact]
    public async Task Show_AnotherWhileOneIsLoading_EndsTheFirst()
    {
        _predictor.Gate = new TaskCompletionSource();
        var first = _model.ShowAsync(PredictionsQuery.Parse("AAPL", null, null, null));
        _predictor.Gate = null;
        await _model.ShowAsync(PredictionsQuery.Parse("COIN1", null, null, null));
        await first;

        Assert.Equal(Sample.Coin, _model.Forecast.Value!.Instrument);
        Assert.Equal(Sample.Coin, _model.Subject.Value!.Instrument);
    }

    [Fact]
    public async Task Show_ForecastFails_LeavesTheChartStanding()
    {
        _predictor.Fault = new InsufficientDataException(Sample.Apple.Symbol, 2, 250);
        await _model.ShowAsync(PredictionsQuery.Parse("AAPL", null, null, null));

        Assert.NotNull(_model.Subject.Value);
        Assert.Equal("insufficient-data", _model.Forecast.Error!.Code);
        Assert.Null(_model.Figure);
    }

    [Fact]
    public async Task Show_LedgerFails_LeavesTheForecastStanding()
    {
        _ledger.Fault = new StorageException("Locked.", "Close the other program.");
        await _model.ShowAsync(PredictionsQuery.Parse("AAPL", null, null, null));

        Assert.NotNull(_model.Forecast.Value);
        Assert.Equal("storage-failed", _model.Ledger.Error!.Code);
        Assert.NotNull(_model.Figure);
    }

    [Fact]
    public async Task Show_UnknownSymbol_FailsAndOffersWhatIsNear()
    {
        await _model.ShowAsync(PredictionsQuery.Parse("AAPLE", null, null, null));

        Assert.Equal("unknown-symbol", _model.Subject.Error!.Code);
        Assert.Equal([Sample.Apple], _model.NearMatches);
        Assert.Empty(_predictor.Requests);
    }

    [Fact]
    public async Task Show_TimeframeWithoutBars_Fails()
    {
        await _model.ShowAsync(PredictionsQuery.Parse("AAPL", "4h", null, null));
        Assert.Equal("AAPL has no 4h bars.", _model.Subject.Error!.Message);
    }

    [Fact]
    public async Task Show_EmptyStore_IsEmptyUntilBarsCome()
    {
        var bars = new MemoryBars();
        using var model = new PredictionsModel(bars, _predictor, _ledger, new ErrorReporter(NullLogger<ErrorReporter>.Instance), () => { });
        await model.ShowAsync(PredictionsQuery.Parse(null, null, null, null));
        Assert.True(model.Subject.IsEmpty);

        bars.Add(Sample.Apple, Timeframe.OneDay, Day, 90, 99);
        await model.RefreshAsync();
        Assert.Equal(Sample.Apple, model.Subject.Value!.Instrument);
    }

    [Fact]
    public async Task Refresh_NewBar_MovesQuoteAndForecast()
    {
        await _model.ShowAsync(PredictionsQuery.Parse("AAPL", null, "5", null));
        var before = _model.Figure;
        _bars.Add(Sample.Apple, Timeframe.OneDay, Day, 110);
        await _model.RefreshAsync();

        Assert.Equal(110, _model.Subject.Value!.Quote.Price);
        Assert.Equal(2, _predictor.Requests.Count);
        Assert.NotSame(before, _model.Figure);
    }

    [Fact]
    public async Task Refresh_StoreFails_KeepsWhatIsInView()
    {
        await _model.ShowAsync(PredictionsQuery.Parse("AAPL", null, null, null));
        _bars.Fault = new StorageException("Locked.", "Close the other program.");
        await _model.RefreshAsync();

        Assert.Equal(99, _model.Subject.Value!.Quote.Price);
        Assert.NotNull(_model.Forecast.Value);
    }

    [Fact]
    public async Task Refresh_AfterARefusal_StaysRefused()
    {
        _model.Refuse(new InputException("days", 31, "Forecasts reach 1 to 30 bars ahead."));
        await _model.RefreshAsync();

        Assert.Equal("invalid-input", _model.Subject.Error!.Code);
    }

    [Fact]
    public async Task ShowRange_OtherRange_LoadsNothing()
    {
        await _model.ShowAsync(PredictionsQuery.Parse("AAPL", null, null, null));
        _model.ShowRange(PredictionsQuery.Parse("AAPL", null, null, "5Y"));

        Assert.Equal("5Y", _model.Query!.Range.Code);
        Assert.Single(_predictor.Requests);
    }
}
