using AraWeb.Engine.Core;

namespace AraWeb.Engine.Regime;

/// <summary>
/// The state of a market at its newest bar, by the jump model, from that bar and earlier ones alone; beside it what a hidden Markov model says. Arrays over
/// states are in the order of <see cref="RegimeType"/>.
/// </summary>
/// <param name="Current">The state.</param>
/// <param name="Confidence">Filtered probability of that state, 0 to 1.</param>
/// <param name="Probabilities">[4] filtered probability of each state; 0 for one that the data do not carry.</param>
/// <param name="Transitions">[4 x 4] probability of the column's state at the next bar given the row's; NaN where the data do not carry a state.</param>
/// <param name="Ahead">[30 x 4] distribution of the state 1 to 30 bars ahead.</param>
/// <param name="BarsInRegime">Bars since the state last changed, the newest included.</param>
/// <param name="ExpectedDuration">Bars that the state lasts on average from its first.</param>
/// <param name="Features">The features that were used.</param>
/// <param name="Profiles">What the states are like, one row for each that the data carry.</param>
/// <param name="LearnedBars">Bars that the detectors learned from.</param>
/// <param name="Detectors">The jump model first, then the hidden Markov model.</param>
/// <param name="Warnings">What was not as it should be, in words; empty when nothing was.</param>
public sealed record RegimeReport(
    RegimeType Current,
    double Confidence,
    IReadOnlyList<double> Probabilities,
    IReadOnlyList<double> Transitions,
    IReadOnlyList<double> Ahead,
    int BarsInRegime,
    double ExpectedDuration,
    IReadOnlyList<RegimeFeature> Features,
    IReadOnlyList<RegimeProfile> Profiles,
    int LearnedBars,
    IReadOnlyList<DetectorView> Detectors,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Bars ahead that <see cref="Ahead"/> reaches.</summary>
    public const int Horizon = 30;

    /// <summary>Number of states.</summary>
    public const int States = 4;
}
