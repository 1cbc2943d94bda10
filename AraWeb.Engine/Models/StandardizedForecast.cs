namespace AraWeb.Engine.Models;

/// <summary>What a member of the ensemble says of one horizon.</summary>
/// <param name="Mean">Expected log return in units of the forecast standard deviation.</param>
/// <param name="ProbabilityUp">Probability that the return is positive, 0 to 1.</param>
public readonly record struct StandardizedForecast(double Mean, double ProbabilityUp)
{
    /// <summary>
    /// How unsure the member is of its mean at this row, by its own account, as a deviation in the mean's unit; only ratios between rows of one member count. 0
    /// where it gives no account.
    /// </summary>
    public double Spread { get; init; }
}
