namespace AraWeb.Engine.Features.Pipeline;

/// <summary>One named column of a <see cref="FeatureFrame"/>.</summary>
/// <param name="Name">Unique in its frame.</param>
/// <param name="Values">[bars] values, given up by the caller.</param>
public sealed record FeatureValues(string Name, double[] Values);
