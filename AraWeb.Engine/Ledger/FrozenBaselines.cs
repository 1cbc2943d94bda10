namespace AraWeb.Engine.Ledger;

/// <summary>
/// What simple rivals said of one horizon when the forecast was issued, from the same bars: the numbers that <see cref="BaselineKind"/> needs. All are of the
/// cumulative log return; NaN where a rival had nothing to say. The last price and "always up" need no number.
/// </summary>
/// <param name="DriftMean">Mean return of all bars used, times the bars ahead.</param>
/// <param name="DriftDeviation">Standard deviation around the drift.</param>
/// <param name="ConeDeviation">Standard deviation from the last twenty returns.</param>
/// <param name="EwmaDeviation">Standard deviation by exponential weights, decay 0.94.</param>
/// <param name="HarDeviation">Standard deviation by the reference log-HAR of this horizon.</param>
public sealed record FrozenBaselines(double DriftMean, double DriftDeviation, double ConeDeviation, double EwmaDeviation, double HarDeviation);
