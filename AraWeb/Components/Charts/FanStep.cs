namespace AraWeb.Components.Charts;

/// <summary>One horizon of the fan, in prices.</summary>
/// <param name="Bars">Bars ahead.</param>
/// <param name="Due">Start of its bar, milliseconds since 1970-01-01 UTC.</param>
/// <param name="Prices">The nine quantiles as prices, lowest first.</param>
/// <param name="ProbabilityUp">Probability that the close lies above the last close.</param>
public sealed record FanStep(int Bars, long Due, IReadOnlyList<double> Prices, double ProbabilityUp);
