using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;

namespace AraWeb.Api.Contracts;

/// <summary>A forecast with all that is needed to judge it.</summary>
/// <param name="Symbol">Whose prices.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="AssetClass">Its kind.</param>
/// <param name="Simulated">True for invented prices.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="IssuedAt">When it was made, UTC.</param>
/// <param name="AsOf">Close of the newest bar that was used, UTC.</param>
/// <param name="LastPrice">The price that returns count from.</param>
/// <param name="Call">The forecast in one sentence that can be checked.</param>
/// <param name="Verdict">What the forecast claims to be.</param>
/// <param name="Regime">The market's state at issue; null where it is not known.</param>
/// <param name="Frozen">True when the forecast stands in the ledger; a hindcast does not.</param>
/// <param name="Days">One entry per bar ahead, nearest first.</param>
/// <param name="RecommendedDays">As many bars ahead as the method has shown itself better than its baseline in the present state of the market; 0
/// for none.</param>
/// <param name="Confidence">How far the last day may be relied on.</param>
/// <param name="Mean">What the expected returns stand on.</param>
/// <param name="Explanation">Why the pooled model leans as it does; null where it did not speak in full.</param>
/// <param name="Provenance">Where it came from.</param>
internal sealed record PredictResponse(
    string Symbol,
    string Name,
    AssetClass AssetClass,
    bool Simulated,
    string Timeframe,
    DateTimeOffset IssuedAt,
    DateTimeOffset AsOf,
    double LastPrice,
    string Call,
    VerdictContract Verdict,
    RegimeType? Regime,
    bool Frozen,
    IReadOnlyList<ForecastDayContract> Days,
    int RecommendedDays,
    ConfidenceContract Confidence,
    MeanContract Mean,
    ExplanationContract? Explanation,
    ProvenanceContract Provenance)
{
    /// <summary>The contract of a result.</summary>
    public static PredictResponse From(PredictionResult result) => new(
        result.Instrument.Symbol.Text,
        result.Instrument.Name,
        result.Instrument.AssetClass,
        result.Instrument.IsSimulated,
        result.Timeframe.Code(),
        result.IssuedAt,
        result.Provenance.DataAsOf,
        result.LastClose,
        result.Call,
        VerdictContract.From(result.Verdict),
        result.Regime,
        result.Frozen,
        [.. result.Horizons.Select(horizon => ForecastDayContract.From(horizon, result))],
        result.Recommended,
        ConfidenceContract.From(result.Horizons[^1].Confidence),
        MeanContract.From(result.Mean),
        result.Explain() is { } explanation ? ExplanationContract.From(explanation) : null,
        ProvenanceContract.From(result.Provenance));
}
