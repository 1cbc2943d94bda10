namespace AraWeb.Engine.Evaluation.Overfitting;

/// <summary>What combinatorially symmetric cross-validation found.</summary>
/// <param name="Probability">Share of the halvings in which the trial that was best in one half did no better than the middle one in the other.</param>
/// <param name="LossProbability">Share of the halvings in which the trial that was best in one half lost money in the other.</param>
/// <param name="Logits">[halvings] logit of the relative rank, in the other half, of the trial that was best in one half; 0 is the middle.</param>
public sealed record OverfittingResult(double Probability, double LossProbability, double[] Logits);
