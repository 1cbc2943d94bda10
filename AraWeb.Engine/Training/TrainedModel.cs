using AraWeb.Engine.Ensemble;

namespace AraWeb.Engine.Training;

/// <summary>A pooled model and what is known of it.</summary>
/// <param name="Model">The model, learned from all rows.</param>
/// <param name="Pooled">What it would have said of every row, out of fold.</param>
/// <param name="Holdout">For each horizon how it would have done in the last stretch, by fits and weights that knew nothing of it.</param>
/// <param name="Rows">Rows that the members learned from.</param>
/// <param name="Fits">Fits that were made on the way, the last included.</param>
/// <param name="Failures">Members that could not be fitted at some time, and why.</param>
public sealed record TrainedModel(
    PooledModel Model, StackedForecasts Pooled, IReadOnlyList<HoldoutScore> Holdout, int Rows, int Fits, IReadOnlyList<string> Failures);
