namespace AraWeb.Engine.Regime;

/// <summary>What one finished bar, and the market on that day, say about the state. What is not known is NaN.</summary>
/// <param name="Close">Last price, positive.</param>
/// <param name="Variance">Variance of the bar's log return as estimated from its range (<see cref="Volatility.RangeVariance"/>), not annualised.</param>
/// <param name="Volume">Units traded; zero or NaN where the source has none.</param>
public readonly record struct RegimeObservation(double Close, double Variance, double Volume)
{
    /// <summary>Log return of the market over the same bar.</summary>
    public double MarketReturn { get; init; } = double.NaN;

    /// <summary>Implied volatility of the market at the close of the bar, in any unit that stays the same, positive: for example the VIX.</summary>
    public double ImpliedVolatility { get; init; } = double.NaN;

    /// <summary>Share of the market's instruments that stand above their average price, 0 to 1.</summary>
    public double Breadth { get; init; } = double.NaN;
}
