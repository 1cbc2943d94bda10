using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Means;

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

    /// <summary>What the expected returns stand on.</summary>
    public MeanBasis Mean { get; init; } = MeanBasis.Trend(string.Empty);

    /// <summary>Farthest bar ahead at which the method has shown itself better than its baseline in the present state of the market; 0 where nowhere.</summary>
    public int Recommended { get; init; }

    /// <summary>Why the pooled model leans as it does, the nearest horizon first, made at first use; empty where it did not speak in full.</summary>
    public IReadOnlyList<Lazy<ForecastExplanation>> Explanations { get; init; } = [];

    /// <summary>The explanation of the learned horizon nearest below the farthest one here; null where there is none. May take some milliseconds.</summary>
    public ForecastExplanation? Explain() => Explanations
        .Select(explanation => explanation.Value)
        .LastOrDefault(explanation => explanation.Horizon <= Horizons[^1].Bars);

    /// <summary>What the forecast claims to be.</summary>
    public Verdict Verdict { get; init; } = Verdict.Plain;
}
