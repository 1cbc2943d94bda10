namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Two children whose histograms are wanted.</summary>
/// <param name="Counted">The child with fewer rows, or the root.</param>
/// <param name="Rest">The other, which takes over the parent's histograms; null beside the root.</param>
internal sealed record SiblingPair(GrowNode Counted, GrowNode? Rest);
