namespace AraWeb.Engine.Providers.Quality;

/// <summary>How bars do in one aspect.</summary>
/// <param name="Aspect">Which one.</param>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Words">Why, with the figures.</param>
public sealed record QualityPart(QualityAspect Aspect, double Score, string Words);
