namespace AraWeb.Engine.Prediction.Confidence;

/// <summary>
/// How far one horizon of a forecast may be relied on, from six measured factors, each 0 to 1. NaN is a factor that could not be measured; it counts as zero,
/// so that a forecast made on less is trusted less. Not the probability of being right: that is what the bands are for.
/// </summary>
/// <param name="ModelAgreement">Size of the members' weighed mean over the weighed mean of their sizes.</param>
/// <param name="HistoricalAccuracy">One minus the p-value of scoring better than the baseline, walked forward, in the present state of the market.</param>
/// <param name="DataQuality">Share of the past year's bars that are there and moved.</param>
/// <param name="RegimeStability">Probability that the market is still in its present state at the horizon.</param>
/// <param name="HorizonDecay">Skill at this horizon over that at the best one.</param>
/// <param name="ImportanceConsistency">Rank correlation of what mattered to the model with what mattered to it a training earlier.</param>
public readonly record struct ConfidenceScore(
    double ModelAgreement, double HistoricalAccuracy, double DataQuality, double RegimeStability, double HorizonDecay, double ImportanceConsistency)
{
    /// <summary>Number of factors.</summary>
    public const int Factors = 6;

    /// <summary>Share left of the whole: that of the members' weights that spoke, zero for a forecast that is no call, one for a whole forecast.</summary>
    public double Kept { get; init; } = 1;

    /// <summary>Factors that were measured.</summary>
    public int Measured => Array.FindAll(Values, double.IsFinite).Length;

    /// <summary>Mean of the six, an unmeasured one being zero, times <see cref="Kept"/>.</summary>
    public double Overall
    {
        get
        {
            var sum = 0.0;
            foreach (var value in Values)
            {
                sum += double.IsFinite(value) ? value : 0;
            }

            return Kept * sum / Factors;
        }
    }

    private double[] Values => [ModelAgreement, HistoricalAccuracy, DataQuality, RegimeStability, HorizonDecay, ImportanceConsistency];
}
