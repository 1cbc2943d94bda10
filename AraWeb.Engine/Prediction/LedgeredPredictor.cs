using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;

namespace AraWeb.Engine.Prediction;

/// <summary>
/// Freezes what the inner predictor says, in full length, before anybody sees it. Only a forecast that could not be known is frozen: made for now, and the
/// close of its first bar still to come. Anything else is a hindcast and stays out of the record.
/// </summary>
public sealed class LedgeredPredictor(ForecastService inner, ILedgerStore ledger, TimeProvider time) : IPredictor
{
    /// <inheritdoc/>
    public async Task<PredictionResult> PredictAsync(PredictionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await inner.PredictAllAsync(request, cancellationToken);
        var answer = ForecastService.Cut(result, request.Horizon);
        if (request.AsOf is not null || !IsOpen(result))
        {
            return answer;
        }

        if (await ledger.AppendAsync(Entry(result), cancellationToken))
        {
            return answer with { Frozen = true };
        }

        var recent = await ledger.RecentAsync(result.Instrument.Symbol, result.Timeframe, 1, cancellationToken);
        var stands = recent.Count > 0 && recent[0].LastBar == result.LastBar;
        return answer with { Frozen = true, IssuedAt = stands ? recent[0].IssuedAt : answer.IssuedAt };
    }

    private static ForecastEntry Entry(PredictionResult result) => new(
        Guid.CreateVersion7(result.IssuedAt),
        result.Instrument.Symbol,
        result.Timeframe,
        result.IssuedAt,
        result.LastBar,
        result.LastClose,
        result.Provenance,
        [.. result.Horizons.Select(h => new FrozenHorizon(h.Bars, h.DueBar, h.Returns, h.Mean, h.ProbabilityUp, Outcome: null))]);

    private bool IsOpen(PredictionResult result)
    {
        var calendar = TradingCalendar.For(result.Instrument.AssetClass);
        return calendar.CloseOfBar(result.Horizons[0].DueBar, result.Timeframe) > time.GetUtcNow();
    }
}
