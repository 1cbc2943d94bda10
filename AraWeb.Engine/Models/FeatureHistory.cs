namespace AraWeb.Engine.Models;

/// <summary>
/// Features of every bar that rows to learn from may look back to. A model that looks at windows walks from a row's own bar to those before it, so
/// that it never
/// sees a later one.
/// </summary>
/// <param name="Features">[M * F] row-major values by bar, in the order of <see cref="TrainingSet.FeatureNames"/>; NaN means unknown.</param>
/// <param name="Before">[M] position of the same instrument's bar before, smaller than its own; -1 where there is none.</param>
public sealed record FeatureHistory(ReadOnlyMemory<double> Features, ReadOnlyMemory<int> Before);
