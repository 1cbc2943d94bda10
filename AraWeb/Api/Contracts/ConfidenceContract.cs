using AraWeb.Engine.Prediction.Confidence;

namespace AraWeb.Api.Contracts;

/// <summary>How far the last day of a forecast may be relied on; each factor 0 to 1, null where it could not be measured.</summary>
/// <param name="Overall">Mean of the six, an unmeasured one being zero, times kept. Not the probability of being right.</param>
/// <param name="ModelAgreement">How far the members lean the same way.</param>
/// <param name="HistoricalAccuracy">One minus the p-value of scoring better than the baseline in the present state of the market.</param>
/// <param name="DataQuality">Share of the past year's bars that are there and moved.</param>
/// <param name="RegimeStability">Probability that the state lasts until then.</param>
/// <param name="HorizonDecay">Skill as a share of that at the best horizon.</param>
/// <param name="ImportanceConsistency">How alike the features rank that mattered now and a training earlier.</param>
/// <param name="Kept">Share left of the whole where the forecast is degraded; one for a whole forecast.</param>
internal sealed record ConfidenceContract(
    double Overall,
    double? ModelAgreement,
    double? HistoricalAccuracy,
    double? DataQuality,
    double? RegimeStability,
    double? HorizonDecay,
    double? ImportanceConsistency,
    double Kept)
{
    /// <summary>The contract of a score.</summary>
    public static ConfidenceContract From(ConfidenceScore score) => new(
        score.Overall,
        ApiJson.Known(score.ModelAgreement),
        ApiJson.Known(score.HistoricalAccuracy),
        ApiJson.Known(score.DataQuality),
        ApiJson.Known(score.RegimeStability),
        ApiJson.Known(score.HorizonDecay),
        ApiJson.Known(score.ImportanceConsistency),
        score.Kept);
}
