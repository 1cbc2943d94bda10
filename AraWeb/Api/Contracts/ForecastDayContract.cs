using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;

namespace AraWeb.Api.Contracts;

/// <summary>The forecast of one bar ahead.</summary>
/// <param name="Day">Bars ahead, 1 the next.</param>
/// <param name="Date">Date of the bar it speaks of.</param>
/// <param name="DueAt">When that bar closes, UTC.</param>
/// <param name="MedianPrice">The price that is as likely to be passed as not.</param>
/// <param name="MeanReturn">Expected cumulative log return.</param>
/// <param name="ProbabilityUp">Probability of a price above the last one, 0 to 1.</param>
/// <param name="Confidence">How far it may be relied on, 0 to 1.</param>
/// <param name="Volatility">Forecast standard deviation of the cumulative log return.</param>
/// <param name="Quantiles">Nine quantiles, lowest first.</param>
/// <param name="Bands">The 50, 80, 90 and 95 % bands as prices.</param>
/// <param name="Calibration">How the bands did on this symbol's own past.</param>
/// <param name="Move">How likely a large move is.</param>
/// <param name="Skill">How the method did on this symbol's own past beside a baseline; null where nothing was scored.</param>
/// <param name="VolatilityOutlook">Whether volatility will lie above its usual level; null where too little is known.</param>
internal sealed record ForecastDayContract(
    int Day,
    DateOnly Date,
    DateTimeOffset DueAt,
    double MedianPrice,
    double? MeanReturn,
    double? ProbabilityUp,
    double Confidence,
    double? Volatility,
    IReadOnlyList<QuantileContract> Quantiles,
    IReadOnlyList<BandContract> Bands,
    CalibrationContract Calibration,
    MoveContract Move,
    HindcastSkillContract? Skill,
    VolatilityOutlookContract? VolatilityOutlook)
{
    /// <summary>The contract of one horizon of a result.</summary>
    public static ForecastDayContract From(HorizonForecast horizon, PredictionResult result) => new(
        horizon.Bars,
        DateOnly.FromDateTime(horizon.DueBar.UtcDateTime),
        TradingCalendar.For(result.Instrument.AssetClass).CloseOfBar(horizon.DueBar, result.Timeframe),
        HorizonForecast.Price(result.LastClose, horizon.Returns.Median),
        ApiJson.Known(horizon.Mean),
        ApiJson.Known(horizon.ProbabilityUp),
        horizon.Confidence.Overall,
        ApiJson.Known(horizon.Volatility),
        QuantileContract.From(horizon.Returns, result.LastClose),
        BandContract.From(horizon.Returns, result.LastClose),
        CalibrationContract.From(horizon.Calibration),
        MoveContract.From(horizon),
        horizon.Skill is { } skill ? HindcastSkillContract.From(skill) : null,
        horizon.Outlook is { } outlook ? VolatilityOutlookContract.From(outlook) : null);
}
