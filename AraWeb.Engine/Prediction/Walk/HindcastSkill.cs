using System.Runtime.InteropServices;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Prediction.Walk;

/// <summary>
/// How the method did on the symbol's own past beside EWMA with Student-t quantiles, walked forward. Not the ledger: nothing here was issued in advance.
/// </summary>
/// <param name="Count">Outcomes of both; windows of a horizon overlap, so they are not independent.</param>
/// <param name="Crps">Mean continuous ranked probability score, in log return; NaN without outcomes.</param>
/// <param name="BaselineCrps">The baseline's.</param>
/// <param name="BetterP">One-sided Diebold-Mariano p-value that the forecast is better; NaN with too few outcomes.</param>
public sealed record HindcastSkill(int Count, double Crps, double BaselineCrps, double BetterP)
{
    /// <summary>1 - score / baseline's score: above zero is better than the baseline; NaN without outcomes.</summary>
    public double Skill => 1 - (Crps / BaselineCrps);

    /// <summary>Scores of losses in pairs.</summary>
    internal static HindcastSkill Of(int horizon, List<double> losses, List<double> baselineLosses)
    {
        var own = CollectionsMarshal.AsSpan(losses);
        var baseline = CollectionsMarshal.AsSpan(baselineLosses);
        return new HindcastSkill(
            own.Length,
            SpanMath.Sum(own) / own.Length,
            SpanMath.Sum(baseline) / own.Length,
            DieboldMariano.BetterP(own, baseline, horizon));
    }
}
