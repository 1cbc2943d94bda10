using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Ledger.Skill;

/// <summary>
/// Scores of one forecast of one horizon, from its nine quantiles and its P(up): the same rule for Ara's forecasts and for every rival's. All are losses, lower
/// is better; NaN where the forecast says nothing of it.
/// </summary>
/// <param name="Crps">Continuous ranked probability score, in log return.</param>
/// <param name="Pinball">Mean pinball loss over the nine levels, in log return.</param>
/// <param name="LogLoss">Minus the log density at what came, in nats; NaN for a point.</param>
/// <param name="Brier">Squared error of P(up).</param>
public readonly record struct HorizonScore(double Crps, double Pinball, double LogLoss, double Brier)
{
    /// <summary>Scores a forecast.</summary>
    /// <param name="quantiles">[9] its quantiles; NaN where there is no distribution.</param>
    /// <param name="probabilityUp">Its probability of a positive return; NaN where there is none.</param>
    /// <param name="outcome">Cumulative log return that came.</param>
    public static HorizonScore Of(ReadOnlySpan<double> quantiles, double probabilityUp, double outcome)
    {
        var brier = Scores.Brier(probabilityUp, IsUp(outcome) ? 1 : 0);
        if (double.IsNaN(quantiles[0]))
        {
            return new HorizonScore(double.NaN, double.NaN, double.NaN, brier);
        }

        var levels = Quantiles.Levels;
        var pinball = 0.0;
        for (var i = 0; i < levels.Length; i++)
        {
            pinball += Scores.Pinball(levels[i], quantiles[i], outcome);
        }

        var isPoint = quantiles[0] == quantiles[^1];
        return new HorizonScore(
            Scores.CrpsFromQuantiles(levels, quantiles, outcome),
            pinball / levels.Length,
            isPoint ? double.NaN : Scores.LogLossFromQuantiles(levels, quantiles, outcome),
            brier);
    }

    /// <summary>Scores a rival.</summary>
    /// <param name="rival">What it said.</param>
    /// <param name="outcome">Cumulative log return that came.</param>
    public static HorizonScore Of(in BaselineDistribution rival, double outcome)
    {
        Span<double> quantiles = stackalloc double[Quantiles.Levels.Length];
        rival.QuantilesTo(quantiles);
        return Of(quantiles, rival.ProbabilityUp, outcome);
    }

    /// <summary>True for a rise; no change is none.</summary>
    public static bool IsUp(double outcome) => outcome > 0;
}
