namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>Training targets that the leaves of one tree hold, at most so many a leaf.</summary>
/// <param name="Starts">[M + 1] where each node's entries start; none at inner nodes.</param>
/// <param name="Weights">[K] weight of each entry; a leaf's sum to one.</param>
/// <param name="Targets">[K * H] targets of each entry.</param>
internal sealed record LeafTargets(int[] Starts, double[] Weights, double[] Targets);
