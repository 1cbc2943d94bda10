using AraWeb.Engine.Prediction.Walk;

namespace AraWeb.Engine.Prediction;

/// <summary>Whether the volatility of the coming bars will lie above its usual level: what can be foretold better than direction.</summary>
/// <param name="Bars">Bars ahead that it speaks of.</param>
/// <param name="Usual">The past year's median deviation per bar, in log return.</param>
/// <param name="ProbabilityAbove">Probability of more, calibrated on past outcomes.</param>
/// <param name="IsCall">True when the probability is among the surer three fifths of the past: calls are then right more often.</param>
public sealed record VolatilityOutlook(int Bars, double Usual, double ProbabilityAbove, bool IsCall)
{
    /// <summary>Share of bars at which a call is made.</summary>
    public const double Coverage = 0.6;

    /// <summary>The outlook of a walk's newest bar; null where too little is known.</summary>
    internal static VolatilityOutlook? Of(VarianceCall call) => double.IsNaN(call.ProbabilityAbove)
        ? null
        : new VolatilityOutlook(call.Horizon, Math.Sqrt(call.Median), call.ProbabilityAbove, call.IsCall(Coverage));
}
