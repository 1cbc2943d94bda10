using AraWeb.Engine.Regime;

namespace AraWeb.Api.Contracts;

/// <summary>A feature that states are told by, at the newest bar.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">In its own unit.</param>
/// <param name="Score">Standard deviations from its mean over the bars learned from, cut at three.</param>
internal sealed record RegimeFeatureContract(string Name, double Value, double Score)
{
    /// <summary>The contract of a feature.</summary>
    public static RegimeFeatureContract From(RegimeFeature feature) => new(feature.Name, feature.Value, feature.Score);
}
