using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Engine.Prediction;

/// <summary>
/// Reads the bars known at the moment asked for, walks the live model over them and reports its last step. Forecasts are cached by the hash of their inputs, so
/// equal bars give the same answer at once. The expected return is that of the pooled model that was in use at the moment asked for, where it may
/// speak of these
/// bars, and else the symbol's own trend; which of them it is, the result says. Freezes nothing: that is <see cref="LedgeredPredictor"/>.
/// </summary>
public sealed class ForecastService(IBarSource source, ForecastCache cache, IPooledModels pools, TimeProvider time) : IPredictor
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

        var choice = await ChooseAsync(instrument, bars, request.AsOf ?? now, cancellationToken);
        var hash = BarsHash.Compute(bars, ForecastModel.VersionWith(choice.Pool));
        var forecast = await cache.GetAsync(hash, () => SymbolForecast.Compute(bars, now, choice.Pool), cancellationToken);
        return (Result(instrument, bars, forecast, choice, hash), bars);
    }

    /// <summary>The pooled model in use at a moment, if what is to be forecast lies wholly after what it learned from.</summary>
    private async ValueTask<PoolChoice> ChooseAsync(Instrument instrument, BarSeries bars, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        if (bars.Timeframe != Timeframe.OneDay)
        {
            return PoolChoice.None("the pooled model learns from daily bars only");
        }

        var choice = await pools.InUseAsync(instrument.IsSimulated, moment, cancellationToken);
        var calendar = TradingCalendar.For(bars.AssetClass);
        var next = calendar.BarsAfter(bars[^1].Time, bars.Timeframe, 1)[0];
        return choice.Pool is { } pool && calendar.CloseOfBar(next, bars.Timeframe) <= pool.Model.TrainedThrough
            ? PoolChoice.None($"the pooled model {pool.Tag} has learned from what came after the last of these bars")
            : choice;
    }

    /// <summary>The result that a forecast from these bars means, with every horizon.</summary>
    internal static PredictionResult Result(Instrument instrument, BarSeries bars, SymbolForecast forecast, PoolChoice choice, string hash)
    {
        var last = bars[bars.Count - 1];
        var dataAsOf = TradingCalendar.For(bars.AssetClass).CloseOfBar(last.Time, bars.Timeframe);
        var provenance = new Provenance(
            instrument.Source, instrument.IsSimulated, dataAsOf, bars.Count, ForecastModel.VersionWith(choice.Pool), hash,
            [.. UnadjustedSplits.In(bars), .. forecast.Remarks]);
        return new PredictionResult(
            instrument, bars.Timeframe, forecast.IssuedAt, last.Time, last.Close, forecast.Horizons, string.Empty, Frozen: false, provenance)
        {
            Models = forecast.Members,
            Mean = choice.Pool is null ? MeanBasis.Trend(choice.Note) : forecast.Mean,
            Recommended = forecast.Recommended,
            Explanations = forecast.Explanations,
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
