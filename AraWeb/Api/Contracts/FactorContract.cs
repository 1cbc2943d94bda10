using AraWeb.Engine.Explanation;
using AraWeb.Engine.Features;

namespace AraWeb.Api.Contracts;

/// <summary>What one feature adds to the expected return.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Value">Its value; null where unknown.</param>
/// <param name="Contribution">What it adds, in log return.</param>
internal sealed record FactorContract(string Feature, string Name, double? Value, double Contribution)
{
    /// <summary>The contract of a factor.</summary>
    public static FactorContract From(Factor factor) =>
        new(factor.Feature, FeatureLabel.Of(factor.Feature), ApiJson.Known(factor.Value), factor.Contribution);
}
