namespace AraWeb.Engine.Evaluation.Comparison;

/// <summary>One model's standing in a confidence set.</summary>
/// <param name="Model">Its place among the models given.</param>
/// <param name="MeanLoss">Its mean loss.</param>
/// <param name="P">The model belongs to the set of confidence 1 - a if this is at least a; 1 for the best.</param>
public sealed record ConfidenceSetEntry(int Model, double MeanLoss, double P);
