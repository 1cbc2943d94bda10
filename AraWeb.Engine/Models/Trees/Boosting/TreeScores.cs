namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Finds the leaves of rows that a tree did not grow on.</summary>
internal static class TreeScores
{
    private const int RowsAtOnce = 2048;

    /// <summary>Adds a tree to the scores of rows.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="features">[n * F] row by row.</param>
    /// <param name="width">F.</param>
    /// <param name="scores">[n] the tree's values are added.</param>
    /// <param name="threads">Threads at once.</param>
    /// <param name="cancellationToken">Looked at every 2048 rows.</param>
    public static void Add(
        DecisionTree tree, ReadOnlyMemory<double> features, int width, double[] scores, int threads, CancellationToken cancellationToken) =>
        ForEachBlock(
            scores.Length,
            threads,
            (start, end) =>
            {
                var values = features.Span;
                for (var row = start; row < end; row++)
                {
                    scores[row] += tree.Value[tree.LeafOf(values.Slice(row * width, width))];
                }
            },
            cancellationToken);

    /// <summary>Writes the node that each marked row ends in.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="features">[n * F] row by row.</param>
    /// <param name="width">F.</param>
    /// <param name="nodes">[n] a negative number marks a row and is replaced.</param>
    /// <param name="threads">Threads at once.</param>
    /// <param name="cancellationToken">Looked at every 2048 rows.</param>
    public static void FindNodes(
        DecisionTree tree, ReadOnlyMemory<double> features, int width, int[] nodes, int threads, CancellationToken cancellationToken) =>
        ForEachBlock(
            nodes.Length,
            threads,
            (start, end) =>
            {
                var values = features.Span;
                for (var row = start; row < end; row++)
                {
                    nodes[row] = nodes[row] < 0 ? tree.LeafOf(values.Slice(row * width, width)) : nodes[row];
                }
            },
            cancellationToken);

    private static void ForEachBlock(int count, int threads, Action<int, int> work, CancellationToken cancellationToken) => Parallel.For(
        0,
        (count + RowsAtOnce - 1) / RowsAtOnce,
        new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
        block => work(block * RowsAtOnce, Math.Min(count, (block + 1) * RowsAtOnce)));
}
