using AraWeb.Components.Charts;
using AraWeb.Components.Controls;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Providers;
using AraWeb.Formatting;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>
/// The page without its markup: resolves the address, loads quote, forecast and ledger side by side, and keeps each in a state of its own, so that a failing
/// forecast leaves the chart standing. Belongs to one circuit and runs on its context; knows nothing of rendering, and calls
/// <c>changed</c> when there is something new to show.
/// </summary>
internal sealed class PredictionsModel(IBarStore bars, IPredictor predictor, ILedgerStore ledger, ErrorReporter errors, Action changed) : IDisposable
{
    /// <summary>Issued forecasts that the page looks back on.</summary>
    public const int PastLimit = 60;

    private const int NearMatchLimit = 6;

    private CancellationTokenSource _current = new();
    private PredictionsQuery? _wanted;

    /// <summary>What the address asks for, once what is shown belongs to it; null before, and where it makes no sense.</summary>
    public PredictionsQuery? Query { get; private set; }

    /// <summary>Instrument, time frame and newest price.</summary>
    public AsyncState<PredictionsSubject> Subject { get; private set; } = AsyncStates.Loading<PredictionsSubject>();

    /// <summary>The forecast.</summary>
    public AsyncState<PredictionResult> Forecast { get; private set; } = AsyncStates.Loading<PredictionResult>();

    /// <summary>Issued forecasts and their coverage.</summary>
    public AsyncState<LedgerView> Ledger { get; private set; } = AsyncStates.Loading<LedgerView>();

    /// <summary>The forecast and the past ones as numbers to draw; null while there is none.</summary>
    public PriceFanFigure? Figure { get; private set; }

    /// <summary>Symbols that look like the one that is not there.</summary>
    public IReadOnlyList<Instrument> NearMatches { get; private set; } = [];

    /// <summary>
    /// Shows what an address asks for. What is in view stays until the new is known, and the forecast until the new one is made where only its reach changed.
    /// A call while another is at work ends that one.
    /// </summary>
    public async Task ShowAsync(PredictionsQuery query)
    {
        var cancellation = Restart();
        _wanted = query;
        try
        {
            var resolved = await ResolveAsync(query, cancellation);
            if (resolved.Value is not { } subject || !subject.IsSameSeries(Subject.Value))
            {
                Reset();
            }

            (Query, Subject) = (query, resolved);
            if (resolved.Value is not null)
            {
                Notify();
                await LoadAsync(resolved.Value, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The reader went elsewhere.
        }
        finally
        {
            Notify();
        }
    }

    /// <summary>Takes over an address that differs from the one shown in its range only: nothing is loaded again.</summary>
    public void ShowRange(PredictionsQuery query)
    {
        (_wanted, Query) = (query, query);
        Notify();
    }

    /// <summary>Shows that an address makes no sense.</summary>
    public void Refuse(InputException exception)
    {
        Restart();
        (_wanted, Query) = (null, null);
        Reset();
        Subject = AsyncStates.Failed<PredictionsSubject>(errors.Report(exception));
        Notify();
    }

    /// <summary>Reads again after bars, forecasts or outcomes changed. What is in view stays until the new is there.</summary>
    public async Task RefreshAsync()
    {
        if (Subject.Value is not { } subject)
        {
            // The first bars of an empty store; an error stays until the reader tries again.
            await (Subject.IsEmpty && _wanted is not null ? ShowAsync(_wanted) : Task.CompletedTask);
            return;
        }

        var cancellation = _current.Token;
        try
        {
            if (await QuoteReader.ReadAsync(bars, subject.Instrument, subject.Timeframe, cancellation) is { } quote)
            {
                Subject = AsyncStates.Ready(subject with { Quote = quote });
                Notify();
            }

            await LoadAsync(subject, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // As above.
        }
        catch (AraException exception)
        {
            // The old data stays in view with its own as-of time; the log says why there is no newer.
            errors.Report(exception);
        }
        finally
        {
            Notify();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _current.Cancel();
        _current.Dispose();
    }

    private CancellationToken Restart()
    {
        _current.Cancel();
        _current.Dispose();
        _current = new CancellationTokenSource();
        return _current.Token;
    }

    private void Reset()
    {
        Forecast = AsyncStates.Loading<PredictionResult>();
        Ledger = AsyncStates.Loading<LedgerView>();
        Figure = null;
    }

    private async Task<AsyncState<PredictionsSubject>> ResolveAsync(PredictionsQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var instruments = await bars.ListAsync(cancellationToken);
            NearMatches = query.Symbol is { } wanted ? InstrumentSearch.NearMatches(instruments, wanted.Text, NearMatchLimit) : [];
            var instrument = query.Symbol is { } symbol ? await bars.FindAsync(symbol, cancellationToken) : StartingPoint.Instrument(instruments);
            if (instrument is null)
            {
                return AsyncStates.Empty<PredictionsSubject>();
            }

            var timeframe = query.Timeframe ?? StartingPoint.Timeframe(instrument, wasChosen: query.Symbol is not null);
            return await QuoteReader.ReadAsync(bars, instrument, timeframe, cancellationToken) is { } quote
                ? AsyncStates.Ready(new PredictionsSubject(instrument, timeframe, quote) { Prices = PriceFormat.For(instrument.AssetClass, quote.Price) })
                : AsyncStates.Empty<PredictionsSubject>();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return AsyncStates.Failed<PredictionsSubject>(errors.Report(exception));
        }
    }

    private async Task LoadAsync(PredictionsSubject subject, CancellationToken cancellationToken)
    {
        await Task.WhenAll(LoadForecastAsync(subject, cancellationToken), LoadLedgerAsync(subject, cancellationToken));
        Figure = Forecast.Value is { } forecast ? PriceFanFigure.Of(forecast, Ledger.Value?.Past ?? []) : null;
    }

    private async Task LoadForecastAsync(PredictionsSubject subject, CancellationToken cancellationToken)
    {
        try
        {
            var request = new PredictionRequest(subject.Instrument.Symbol, subject.Timeframe, Query!.Reach, AsOf: null);

            // Off the circuit's context: a first forecast computes for a while, and the page must go on answering.
            var result = await Task.Run(() => predictor.PredictAsync(request, cancellationToken), cancellationToken);
            Forecast = AsyncStates.Ready(result);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Forecast = AsyncStates.Failed<PredictionResult>(errors.Report(exception));
        }

        Notify();
    }

    private async Task LoadLedgerAsync(PredictionsSubject subject, CancellationToken cancellationToken)
    {
        try
        {
            var past = await ledger.RecentAsync(subject.Instrument.Symbol, subject.Timeframe, PastLimit, cancellationToken);
            var coverage = await ledger.CoverageAsync(subject.Instrument.Symbol, subject.Timeframe, cancellationToken);
            Ledger = past.Count == 0 ? AsyncStates.Empty<LedgerView>() : AsyncStates.Ready(new LedgerView(past, coverage));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Ledger = AsyncStates.Failed<LedgerView>(errors.Report(exception));
        }

        Notify();
    }

    private void Notify() => changed();
}
