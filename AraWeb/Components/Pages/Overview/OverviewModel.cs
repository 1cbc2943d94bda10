using AraWeb.Components.Charts;
using AraWeb.Components.Controls;
using AraWeb.Components.Pages.Predictions;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Providers;

namespace AraWeb.Components.Pages.Overview;

/// <summary>
/// The cards of the overview: which instruments, and for each the newest price and the next bars. Prices come first for all, forecasts follow one by one.
/// Belongs to one circuit and runs on its context; calls <c>changed</c> when there is something new to show.
/// </summary>
internal sealed class OverviewModel(IBarStore bars, IPredictor predictor, ErrorReporter errors, Action changed) : IDisposable
{
    /// <summary>Cards at most; more are a search away.</summary>
    public const int MaxCards = 12;

    /// <summary>Bars ahead on a card.</summary>
    public const int Reach = 5;

    private const int SparkBars = 60;

    private readonly CancellationTokenSource _gone = new();
    private readonly List<CallCard> _cards = [];

    /// <summary>The cards.</summary>
    public AsyncState<IReadOnlyList<CallCard>> Cards { get; private set; } = AsyncStates.Loading<IReadOnlyList<CallCard>>();

    /// <summary>Instruments that have no card here.</summary>
    public int Others { get; private set; }

    /// <summary>Loads everything.</summary>
    public async Task LoadAsync()
    {
        try
        {
            var gone = _gone.Token;
            var instruments = await bars.ListAsync(gone);
            Others = Math.Max(0, instruments.Count - MaxCards);
            _cards.Clear();
            foreach (var instrument in instruments.Where(instrument => instrument.Timeframes.Count > 0).Take(MaxCards))
            {
                _cards.Add(await ReadAsync(instrument, StartingPoint.Timeframe(instrument, wasChosen: true), AsyncStates.Loading<PredictionResult>(), gone));
            }

            Show();
            for (var i = 0; i < _cards.Count; i++)
            {
                await ForecastAsync(i, gone);
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The reader went elsewhere.
        }
        catch (AraException) when (_gone.IsCancellationRequested)
        {
            // As above: nobody is left to tell.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Cards = AsyncStates.Failed<IReadOnlyList<CallCard>>(errors.Report(exception));
            changed();
        }
    }

    /// <summary>Reads one card again after its bars or forecast changed; an empty overview looks for instruments.</summary>
    public async Task RefreshAsync(Symbol symbol, Timeframe? timeframe)
    {
        if (Cards.IsEmpty)
        {
            await LoadAsync();
            return;
        }

        var index = _cards.FindIndex(card => card.Instrument.Symbol == symbol && card.Timeframe == timeframe);
        if (index < 0)
        {
            return;
        }

        try
        {
            var gone = _gone.Token;
            _cards[index] = await ReadAsync(_cards[index].Instrument, _cards[index].Timeframe, _cards[index].Forecast, gone);
            await ForecastAsync(index, gone);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // As above.
        }
        catch (AraException exception) when (!_gone.IsCancellationRequested)
        {
            // The card keeps what it showed, with its own as-of time.
            errors.Report(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task<CallCard> ReadAsync(Instrument instrument, Timeframe timeframe, AsyncState<PredictionResult> forecast, CancellationToken gone)
    {
        var quote = await QuoteReader.ReadAsync(bars, instrument, timeframe, gone);
        var series = await bars.ReadAsync(new BarQuery(instrument.Symbol, timeframe) { Last = SparkBars }, gone);
        return new CallCard(instrument, timeframe, quote, forecast, SparkFan.Of(series.Close, forecast.Value));
    }

    private async Task ForecastAsync(int index, CancellationToken gone)
    {
        var card = _cards[index];
        try
        {
            var request = new PredictionRequest(card.Instrument.Symbol, card.Timeframe, new Horizon(Reach), AsOf: null);
            var result = await Task.Run(() => predictor.PredictAsync(request, gone), gone);
            _cards[index] = await ReadAsync(card.Instrument, card.Timeframe, AsyncStates.Ready(result), gone);
        }
        catch (AraException exception) when (!gone.IsCancellationRequested)
        {
            _cards[index] = card with { Forecast = AsyncStates.Failed<PredictionResult>(errors.Report(exception)) };
        }

        Show();
    }

    private void Show()
    {
        Cards = _cards.Count == 0 ? AsyncStates.Empty<IReadOnlyList<CallCard>>() : AsyncStates.Ready<IReadOnlyList<CallCard>>([.. _cards]);
        changed();
    }
}
