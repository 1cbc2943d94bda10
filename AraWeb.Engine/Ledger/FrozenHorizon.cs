using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger;

/// <summary>One horizon of a frozen forecast.</summary>
/// <param name="Bars">Bars ahead.</param>
/// <param name="DueBar">Start of the bar whose close decides, UTC, by the trading calendar at issue.</param>
/// <param name="Returns">Distribution of the cumulative log return.</param>
/// <param name="Mean">Expected cumulative log return.</param>
/// <param name="ProbabilityUp">Probability that the return is positive.</param>
/// <param name="Outcome">What came of it; null while pending.</param>
public sealed record FrozenHorizon(
    int Bars,
    DateTimeOffset DueBar,
    Quantiles Returns,
    double Mean,
    double ProbabilityUp,
    Outcome? Outcome)
{
    /// <summary>What simple rivals said at the same moment; null in forecasts from before the ledger kept them.</summary>
    public FrozenBaselines? Baselines { get; init; }
}
