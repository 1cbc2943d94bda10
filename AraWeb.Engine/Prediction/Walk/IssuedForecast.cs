namespace AraWeb.Engine.Prediction.Walk;

/// <summary>One horizon of one step of a walk. The quantiles are valid only during the call that hands it out.</summary>
/// <param name="mean">Expected cumulative log return.</param>
/// <param name="volatility">Standard deviation of the cumulative log return, before calibration.</param>
/// <param name="quantiles">[9] quantiles of the cumulative log return in the order of <see cref="Core.Quantiles.Levels"/>.</param>
public readonly ref struct IssuedForecast(double mean, double volatility, ReadOnlySpan<double> quantiles)
{
    /// <summary>Expected cumulative log return.</summary>
    public double Mean { get; } = mean;

    /// <summary>Standard deviation of the cumulative log return, before calibration.</summary>
    public double Volatility { get; } = volatility;

    /// <summary>[9] quantiles of the cumulative log return.</summary>
    public ReadOnlySpan<double> Quantiles { get; } = quantiles;

    /// <summary>The market's state at issue; null while unknown.</summary>
    public Core.RegimeType? Regime { get; init; }

    /// <summary>Degrees of freedom of the Student t around <see cref="Mean"/> that describes the distribution as a density.</summary>
    public double Degrees { get; init; }

    /// <summary>Its scale, in log return.</summary>
    public double Scale { get; init; }
}
