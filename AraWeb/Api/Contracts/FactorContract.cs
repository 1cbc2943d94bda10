using AraWeb.Engine.Features;
using AraWeb.Engine.Prediction.Means;

namespace AraWeb.Api.Contracts;

/// <summary>What one feature adds to the expected return.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Value">Its value; null where unknown.</param>
/// <param name="Contribution">What it adds, in log return.</param>
/// <param name="Importance">Its usual share of what moves the pooled mean in the present state of the market; null where that was not measured.</param>
internal sealed record FactorContract(string Feature, string Name, double? Value, double Contribution, double? Importance)
{
    /// <summary>The contract of a factor.</summary>
    public static FactorContract From(ExplainedFactor factor) =>
        new(factor.Feature, FeatureLabel.Of(factor.Feature), ApiJson.Known(factor.Value), factor.Contribution, ApiJson.Known(factor.Importance));
}
