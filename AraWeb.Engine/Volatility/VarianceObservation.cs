namespace AraWeb.Engine.Volatility;

/// <summary>What one finished bar says about volatility.</summary>
/// <param name="Variance">Variance of the bar's log return as estimated from its range and the gap before it; positive, not annualised.</param>
/// <param name="LogReturn">Close-to-close log return.</param>
public readonly record struct VarianceObservation(double Variance, double LogReturn)
{
    /// <summary>Start of the bar, Unix milliseconds; only models of the time of day read it.</summary>
    public long Time { get; init; }
}
