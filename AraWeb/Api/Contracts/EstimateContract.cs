using AraWeb.Engine.Evaluation;

namespace AraWeb.Api.Contracts;

/// <summary>A figure with its 95 % interval.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
internal sealed record EstimateContract(double Value, double? Lower, double? Upper)
{
    /// <summary>The contract of an estimate; null where there is none.</summary>
    public static EstimateContract? From(IntervalEstimate estimate) => double.IsFinite(estimate.Estimate)
        ? new EstimateContract(estimate.Estimate, ApiJson.Known(estimate.Lower), ApiJson.Known(estimate.Upper))
        : null;
}
