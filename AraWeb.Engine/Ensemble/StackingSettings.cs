namespace AraWeb.Engine.Ensemble;

/// <summary>What stacking believes before it has seen anything, as deviations of normal priors; smaller shrinks more.</summary>
/// <param name="Total">Of the sum of all weights around 0: forecasts of returns are believed only as far as they have come true.</param>
/// <param name="Member">Of a member's weight around the members' mean weight.</param>
/// <param name="Regime">Of a member's weight in one state of the market around its weight in all states, tilted.</param>
/// <param name="Tilt">How much more a member says in a state that the <see cref="RegimeRule"/> favours it in, as a share.</param>
/// <param name="Spread">Of the strength at which members' own spreads count, around 0; 0 leaves them out.</param>
public sealed record StackingSettings(double Total, double Member, double Regime, double Tilt, double Spread)
{
    /// <summary>A sum of one is two deviations away, members differ little, and rules are followed a little.</summary>
    public static StackingSettings Default { get; } = new(0.5, 0.1, 0.05, 0.25, 0.5);
}
