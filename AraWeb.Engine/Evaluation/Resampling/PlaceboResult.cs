namespace AraWeb.Engine.Evaluation.Resampling;

/// <summary>A score beside the scores that shuffled labels gave.</summary>
/// <param name="Score">On the true labels.</param>
/// <param name="PlaceboMean">Mean over the shuffles: what the method shows where there is nothing to find.</param>
/// <param name="PlaceboDeviation">Standard deviation over the shuffles.</param>
/// <param name="P">Share of shuffles that scored at least as high, the true labels counted as one of them, so never 0; NaN if a score was NaN.</param>
public sealed record PlaceboResult(double Score, double PlaceboMean, double PlaceboDeviation, double P);
