using AraWeb.Engine.Core;

namespace AraWeb.Engine.Prediction;

/// <summary>A forecast with all that is needed to judge it.</summary>
/// <param name="Instrument">Whose prices.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="IssuedAt">When it was made, UTC.</param>
/// <param name="LastBar">Start of the newest bar used, UTC.</param>
/// <param name="LastClose">Its close: returns count from here.</param>
/// <param name="Horizons">Nearest first.</param>
/// <param name="Call">The forecast in one sentence that can be checked.</param>
/// <param name="Frozen">True when the forecast stands in the ledger; a forecast as of a past date is a hindcast and is not frozen.</param>
/// <param name="Provenance">Source, data time, model and inputs hash.</param>
public sealed record PredictionResult(
    Instrument Instrument,
    Timeframe Timeframe,
    DateTimeOffset IssuedAt,
    DateTimeOffset LastBar,
    double LastClose,
    IReadOnlyList<HorizonForecast> Horizons,
    string Call,
    bool Frozen,
    Provenance Provenance)
{
    /// <summary>Ids of the models that took part, in the order in which they work.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The market's state at issue; null where it is not known.</summary>
    public RegimeType? Regime { get; init; }

    /// <summary>What the forecast claims to be.</summary>
    public Verdict Verdict { get; init; } = Verdict.Plain;
}
