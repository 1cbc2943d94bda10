using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction.Baselines;

namespace AraWeb.Engine.Prediction;

/// <summary>
/// Freezes what the inner predictor says, in full length and with the simple rivals' forecasts, before anybody sees it. Only a forecast that could not be
/// known is frozen: made for now, and the close of its first bar still to come. Anything else is a hindcast and stays out of the record.
/// </summary>
public sealed class LedgeredPredictor(ForecastService inner, ILedgerStore ledger, TimeProvider time) : IPredictor
{
    /// <inheritdoc/>
    public async Task<PredictionResult> PredictAsync(PredictionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (result, bars) = await inner.PredictAllAsync(request, cancellationToken);
        var answer = ForecastService.Cut(result, request.Horizon);
        if (request.AsOf is not null || !IsOpen(result))
        {
            return answer;
        }

        if (await StandingAsync(result, cancellationToken) is { } standing)
        {
            return answer with { Frozen = true, IssuedAt = standing };
        }

        var entry = await Task.Run(() => Entry(result, bars), cancellationToken);
        if (await ledger.AppendAsync(entry, cancellationToken))
        {
            return answer with { Frozen = true };
        }

        // Somebody else was first.
        return answer with { Frozen = true, IssuedAt = await StandingAsync(result, cancellationToken) ?? answer.IssuedAt };
    }

    /// <summary>The entry that freezes a result, with what simple rivals say of the same bars.</summary>
    internal static ForecastEntry Entry(PredictionResult result, BarSeries bars)
    {
        var baselines = BaselineForecasts.Compute(bars, result.Horizons.Count);
        return new ForecastEntry(
            Guid.CreateVersion7(result.IssuedAt),
            result.Instrument.Symbol,
            result.Timeframe,
            result.IssuedAt,
            result.LastBar,
            result.LastClose,
            result.Provenance,
            [.. result.Horizons.Select(h => new FrozenHorizon(h.Bars, h.DueBar, h.Returns, h.Mean, h.ProbabilityUp, Outcome: null)
            {
                Baselines = baselines[h.Bars - 1],
            })])
        {
            Models = result.Models,
            Regime = result.Regime,
            Verdict = result.Verdict,
        };
    }

    private ValueTask<DateTimeOffset?> StandingAsync(PredictionResult result, CancellationToken cancellationToken) => ledger.IssuedAtAsync(
        result.Instrument.Symbol, result.Timeframe, result.LastBar, result.Provenance.ModelVersion, cancellationToken);

    private bool IsOpen(PredictionResult result)
    {
        var calendar = TradingCalendar.For(result.Instrument.AssetClass);
        return calendar.CloseOfBar(result.Horizons[0].DueBar, result.Timeframe) > time.GetUtcNow();
    }
}
