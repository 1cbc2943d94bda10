namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Makes the tree of a round and adds it to the scores.</summary>
internal interface IRoundMaker
{
    /// <summary>Makes a tree; null when no question is worth it.</summary>
    /// <param name="scores">[N] what the trees so far add up to; the new tree is added.</param>
    /// <param name="round">0 for the first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    DecisionTree? Next(double[] scores, int round, CancellationToken cancellationToken);
}
