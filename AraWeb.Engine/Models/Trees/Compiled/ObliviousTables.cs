using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AraWeb.Engine.Models.Trees.Compiled;

/// <summary>
/// Oblivious trees as tables: all nodes of a level ask the same, so the answers are the bits of a leaf's number and no answer waits for another.
/// </summary>
internal sealed class ObliviousTables(int featureCount)
{
    /// <summary>Deeper trees would make larger tables than nodes.</summary>
    private const int MostLevels = 12;

    private readonly List<ObliviousTree> _trees = [];

    /// <summary>Takes a tree if all nodes of each level ask the same and all leaves lie on one level.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="table">Its number.</param>
    public bool TryAdd(DecisionTree tree, out int table)
    {
        table = _trees.Count;
        var level = new List<int> { 0 };
        var slots = new List<int>();
        var thresholds = new List<double>();
        while (tree.Feature[level[0]] != DecisionTree.Leaf)
        {
            var first = level[0];
            if (slots.Count == MostLevels || !level.TrueForAll(node => AsksTheSame(tree, node, first)))
            {
                return false;
            }

            slots.Add(TreeLayout.SlotOf(tree.Feature[first], tree.MissingLeft[first], featureCount));
            thresholds.Add(tree.Threshold[first]);
            level = [.. level.SelectMany(node => new[] { tree.Right[node], tree.Left[node] })];
        }

        // A question or two are walked as fast.
        if (slots.Count < 2 || !level.TrueForAll(node => tree.Feature[node] == DecisionTree.Leaf))
        {
            return false;
        }

        _trees.Add(new ObliviousTree([.. slots], [.. thresholds], [.. level.Select(node => tree.Value[node])]));
        return true;
    }

    /// <summary>The value of a tree for a prepared row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Look(int table, ReadOnlySpan<double> ready)
    {
        var tree = _trees[table];
        ref var values = ref MemoryMarshal.GetReference(ready);
        ref var slots = ref MemoryMarshal.GetArrayDataReference(tree.Slots);
        ref var thresholds = ref MemoryMarshal.GetArrayDataReference(tree.Thresholds);
        var leaf = 0;
        for (var level = 0; level < tree.Slots.Length; level++)
        {
            var goesLeft = Unsafe.Add(ref values, Unsafe.Add(ref slots, level)) < Unsafe.Add(ref thresholds, level);
            leaf = (2 * leaf) + Unsafe.BitCast<bool, byte>(goesLeft);
        }

        return tree.Leaves[leaf];
    }

    private static bool AsksTheSame(DecisionTree tree, int node, int first) =>
        tree.Feature[node] == tree.Feature[first]
        && tree.Threshold[node].Equals(tree.Threshold[first])
        && tree.MissingLeft[node] == tree.MissingLeft[first];

    private sealed record ObliviousTree(int[] Slots, double[] Thresholds, double[] Leaves);
}
