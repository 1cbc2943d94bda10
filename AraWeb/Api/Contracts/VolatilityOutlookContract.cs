using AraWeb.Engine.Prediction;

namespace AraWeb.Api.Contracts;

/// <summary>Whether the volatility of the coming bars will lie above its usual level.</summary>
/// <param name="Bars">Bars ahead that it speaks of: 1, 5 or 20, whichever is nearest below the day.</param>
/// <param name="UsualVolatility">The past year's median deviation per bar, in log return.</param>
/// <param name="ProbabilityAbove">Probability of more, 0 to 1, calibrated on past outcomes.</param>
/// <param name="IsCall">True when the probability is among the surer three fifths of the past.</param>
internal sealed record VolatilityOutlookContract(int Bars, double UsualVolatility, double ProbabilityAbove, bool IsCall)
{
    /// <summary>The contract of an outlook.</summary>
    public static VolatilityOutlookContract From(VolatilityOutlook outlook) =>
        new(outlook.Bars, outlook.Usual, outlook.ProbabilityAbove, outlook.IsCall);
}
