using AraWeb.Engine.Core;

namespace AraWeb.Engine.Prediction;

/// <summary>The distribution of one horizon.</summary>
/// <param name="Bars">Bars ahead.</param>
/// <param name="DueBar">Start of the bar it speaks of, UTC, by the trading calendar.</param>
/// <param name="Returns">Quantiles of the cumulative log return.</param>
/// <param name="Mean">Expected cumulative log return.</param>
/// <param name="Volatility">Forecast standard deviation of the cumulative log return, before calibration.</param>
/// <param name="ProbabilityUp">Probability that the return is positive.</param>
/// <param name="Calibration">How the bands of this horizon did on this symbol's own past.</param>
public sealed record HorizonForecast(
    int Bars,
    DateTimeOffset DueBar,
    Quantiles Returns,
    double Mean,
    double Volatility,
    double ProbabilityUp,
    HindcastCoverage Calibration)
{
    /// <summary>Share of the last year's forecast deviations of this horizon that lie below this one, 0 to 1: calm or high for this symbol.</summary>
    public double VolatilityRank { get; init; } = double.NaN;

    /// <summary>A quantile as a price: the last close times exp(log return).</summary>
    public static double Price(double lastClose, double logReturn) => lastClose * Math.Exp(logReturn);
}
