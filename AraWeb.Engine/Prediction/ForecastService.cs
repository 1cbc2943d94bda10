using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Engine.Prediction;

/// <summary>
/// Reads the bars known at the moment asked for, walks the live model over them and reports its last step. Forecasts are cached by the hash of their inputs, so
/// equal bars give the same answer at once. Freezes nothing: that is <see cref="LedgeredPredictor"/>.
/// </summary>
public sealed class ForecastService(IBarSource source, ForecastCache cache, TimeProvider time) : IPredictor
{
    /// <inheritdoc/>
    public async Task<PredictionResult> PredictAsync(PredictionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (all, _) = await PredictAllAsync(request, cancellationToken);
        return Cut(all, request.Horizon);
    }

    /// <summary>The same with every horizon, whatever the request says, and the bars that it was made from.</summary>
    internal async Task<(PredictionResult Result, BarSeries Bars)> PredictAllAsync(PredictionRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (request.AsOf > now)
        {
            throw new InputException(PredictionRequest.AsOfName, request.AsOf.Value.ToString("u"), "Choose a moment that has passed, or leave it out for now.");
        }

        var instrument = await source.FindAsync(request.Symbol, cancellationToken);
        var query = new BarQuery(instrument.Symbol, request.Timeframe) { AsOf = request.AsOf ?? now, Last = ForecastModel.MaxBars };
        var bars = await source.ReadAsync(query, cancellationToken);
        if (bars.Count == 0 && request.AsOf is { } early)
        {
            throw await TooEarlyAsync(query, early, cancellationToken);
        }

        if (bars.Count < ForecastModel.RequiredBars)
        {
            throw new InsufficientDataException(instrument.Symbol, bars.Count, ForecastModel.RequiredBars);
        }

        var hash = BarsHash.Compute(bars, ForecastModel.Version);
        var forecast = await cache.GetAsync(hash, () => SymbolForecast.Compute(bars, now), cancellationToken);
        return (Result(instrument, bars, forecast, hash), bars);
    }

    /// <summary>The result that a forecast from these bars means, with every horizon.</summary>
    internal static PredictionResult Result(Instrument instrument, BarSeries bars, SymbolForecast forecast, string hash)
    {
        var last = bars[bars.Count - 1];
        var dataAsOf = TradingCalendar.For(bars.AssetClass).CloseOfBar(last.Time, bars.Timeframe);
        var provenance = new Provenance(
            instrument.Source, instrument.IsSimulated, dataAsOf, bars.Count, ForecastModel.Version, hash,
            [.. UnadjustedSplits.In(bars), .. forecast.Remarks]);
        return new PredictionResult(
            instrument, bars.Timeframe, forecast.IssuedAt, last.Time, last.Close, forecast.Horizons, string.Empty, Frozen: false, provenance)
        {
            Models = ForecastModel.Members,
            Regime = forecast.Regime,
            Verdict = forecast.Verdict,
        };
    }

    private async Task<InputException> TooEarlyAsync(BarQuery query, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var bars = await source.ReadAsync(new BarQuery(query.Symbol, query.Timeframe) { AsOf = time.GetUtcNow() }, cancellationToken);
        var begin = bars.Count == 0 ? "are still to come" : "begin on " + bars[0].Time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new InputException(
            PredictionRequest.AsOfName,
            asOf.ToString("u"),
            $"The {query.Timeframe.Code()} bars of {query.Symbol} {begin}; a forecast needs {ForecastModel.RequiredBars} of them, so choose a later date.");
    }

    /// <summary>Keeps the horizons asked for and puts the farthest of them into words.</summary>
    internal static PredictionResult Cut(PredictionResult all, Horizon horizon)
    {
        var path = all.Horizons.Take(horizon.Bars).ToArray();
        return all with
        {
            Horizons = path,
            Call = CallSentence.Write(all, path[0], path[^1]),
        };
    }
}
