using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Confidence;
using AraWeb.Engine.Prediction.Walk;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Prediction;

/// <summary>The distribution of one horizon.</summary>
/// <param name="Bars">Bars ahead.</param>
/// <param name="DueBar">Start of the bar it speaks of, UTC, by the trading calendar.</param>
/// <param name="Returns">Quantiles of the cumulative log return.</param>
/// <param name="Mean">Expected cumulative log return.</param>
/// <param name="Volatility">Forecast standard deviation of the cumulative log return, before calibration.</param>
/// <param name="ProbabilityUp">Probability that the return is positive, calibrated on past outcomes.</param>
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

    /// <summary>Degrees of freedom of the Student t around <see cref="Mean"/> that gives the distribution as a density.</summary>
    public double Degrees { get; init; } = double.NaN;

    /// <summary>Scale of that Student t, in log return.</summary>
    public double Scale { get; init; } = double.NaN;

    /// <summary>Median size of the past year's returns over this horizon; NaN while unknown.</summary>
    public double UsualMove { get; init; } = double.NaN;

    /// <summary>Probability of a return larger than <see cref="UsualMove"/>, up or down, calibrated on past outcomes; NaN while that is unknown.</summary>
    public double ProbabilityLarger { get; init; } = double.NaN;

    /// <summary>How this horizon did on the symbol's own past beside the baseline; null where the walk had none.</summary>
    public HindcastSkill? Skill { get; init; }

    /// <summary>Whether volatility will lie above its usual level; null where too little is known.</summary>
    public VolatilityOutlook? Outlook { get; init; }

    /// <summary>How far it may be relied on, from six measured factors.</summary>
    public ConfidenceScore Confidence { get; init; }

    /// <summary>Probability of a return larger than <paramref name="size"/>, up or down, by the Student t.</summary>
    /// <param name="size">A log return, not negative.</param>
    public double ProbabilityBeyond(double size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return StudentT.CDF(Mean, Scale, Degrees, -size) + 1 - StudentT.CDF(Mean, Scale, Degrees, size);
    }

    /// <summary>A quantile as a price: the last close times exp(log return).</summary>
    public static double Price(double lastClose, double logReturn) => lastClose * Math.Exp(logReturn);
}
