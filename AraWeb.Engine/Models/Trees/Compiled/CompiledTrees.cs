using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AraWeb.Engine.Models.Trees.Compiled;

/// <summary>
/// A <see cref="TreeEnsemble"/> laid out for speed; forecasts are equal to the last bit. All nodes stand in one array, children beside each other, and a
/// step is one comparison and one addition without a branch; several walks go on at the same time. Oblivious trees become tables that are looked up by the
/// bits of their answers. Thresholds must be finite. Immutable, safe for several threads.
/// </summary>
internal sealed class CompiledTrees
{
    /// <summary>Rows that one thread takes at a time: their values stay in the second-level cache.</summary>
    private const int RowsAtOnce = 64;

    /// <summary>Walks at the same time: enough to hide the wait for memory, few enough for registers.</summary>
    private const int WalksAtOnce = 8;

    /// <summary>Rows above which several threads pay.</summary>
    private const int WorthSharing = 256;

    private readonly CompiledNode[] _nodes;
    private readonly double[] _values;
    private readonly CompiledTree[] _trees;
    private readonly ObliviousTables _tables;

    private CompiledTrees(int featureCount, double start, CompiledNode[] nodes, double[] values, CompiledTree[] trees, ObliviousTables tables) =>
        (FeatureCount, Base, _nodes, _values, _trees, _tables) = (featureCount, start, nodes, values, trees, tables);

    /// <summary>F, the columns that rows must have.</summary>
    public int FeatureCount { get; }

    /// <summary>What a row gets before any tree.</summary>
    public double Base { get; }

    /// <summary>Lays out an ensemble.</summary>
    /// <exception cref="ArgumentException">A threshold is not finite, or a node asks for a column that rows do not have.</exception>
    public static CompiledTrees From(TreeEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var nodes = new List<CompiledNode>();
        var values = new List<double>();
        var trees = new CompiledTree[ensemble.Trees.Count];
        var tables = new ObliviousTables(ensemble.FeatureCount);
        for (var i = 0; i < trees.Length; i++)
        {
            var tree = ensemble.Trees[i];
            TreeLayout.Check(tree, i, ensemble.FeatureCount);
            trees[i] = tables.TryAdd(tree, out var table)
                ? new CompiledTree(table, Depth: 0, IsTable: true)
                : TreeLayout.Append(tree, ensemble.FeatureCount, nodes, values);
        }

        return new CompiledTrees(ensemble.FeatureCount, ensemble.Base, [.. nodes], [.. values], trees, tables);
    }

    /// <summary>The sum for one row.</summary>
    /// <param name="row">[F] values; NaN means unknown.</param>
    public double Predict(ReadOnlySpan<double> row)
    {
        if (row.Length != FeatureCount)
        {
            throw new ArgumentException($"A row of {row.Length} values is not one of {FeatureCount} features.", nameof(row));
        }

        var spare = ArrayPool<double>.Shared.Rent((2 * FeatureCount) + _trees.Length);
        var ready = spare.AsSpan(0, 2 * FeatureCount);
        TreeLayout.Prepare(row, ready);
        var leaves = spare.AsSpan(2 * FeatureCount, _trees.Length);
        for (var first = 0; first < _trees.Length;)
        {
            if (_trees[first].IsTable)
            {
                leaves[first] = _tables.Look(_trees[first].Start, ready);
                first++;
            }
            else if (first + WalksAtOnce <= _trees.Length && AreWalks(first))
            {
                WalkTrees(first, ready, leaves[first..]);
                first += WalksAtOnce;
            }
            else
            {
                leaves[first] = Walk(_trees[first], ready);
                first++;
            }
        }

        // Added in the order of trees, so that the sum is the ensemble's.
        var sum = Base;
        foreach (var leaf in leaves)
        {
            sum += leaf;
        }

        ArrayPool<double>.Shared.Return(spare);
        return sum;
    }

    /// <summary>The sums for many rows.</summary>
    /// <param name="rows">[n * F] row by row.</param>
    /// <param name="sums">[n] receives them.</param>
    /// <param name="threads">Threads at once.</param>
    /// <param name="cancellationToken">Looked at every 64 rows.</param>
    public void Predict(ReadOnlyMemory<double> rows, Memory<double> sums, int threads, CancellationToken cancellationToken)
    {
        if (rows.Length != (long)sums.Length * FeatureCount)
        {
            throw new ArgumentException($"{rows.Length} values are not {sums.Length} rows of {FeatureCount} features.", nameof(rows));
        }

        var blocks = (sums.Length + RowsAtOnce - 1) / RowsAtOnce;
        var options = new ParallelOptions { MaxDegreeOfParallelism = sums.Length < WorthSharing ? 1 : threads, CancellationToken = cancellationToken };
        Parallel.For(0, blocks, options, block =>
        {
            var start = block * RowsAtOnce;
            var count = Math.Min(RowsAtOnce, sums.Length - start);
            PredictBlock(rows.Span.Slice(start * FeatureCount, count * FeatureCount), sums.Span.Slice(start, count));
        });
    }

    private void PredictBlock(ReadOnlySpan<double> rows, Span<double> sums)
    {
        var width = 2 * FeatureCount;
        var spare = ArrayPool<double>.Shared.Rent(RowsAtOnce * width);
        var ready = spare.AsSpan(0, sums.Length * width);
        for (var row = 0; row < sums.Length; row++)
        {
            TreeLayout.Prepare(rows.Slice(row * FeatureCount, FeatureCount), ready.Slice(row * width, width));
        }

        sums.Fill(Base);
        foreach (var tree in _trees)
        {
            var row = 0;
            if (!tree.IsTable)
            {
                for (; row + WalksAtOnce <= sums.Length; row += WalksAtOnce)
                {
                    WalkRows(tree, ready[(row * width)..], width, sums[row..]);
                }
            }

            for (; row < sums.Length; row++)
            {
                var values = ready.Slice(row * width, width);
                sums[row] += tree.IsTable ? _tables.Look(tree.Start, values) : Walk(tree, values);
            }
        }

        ArrayPool<double>.Shared.Return(spare);
    }

    private bool AreWalks(int first)
    {
        for (var i = first; i < first + WalksAtOnce; i++)
        {
            if (_trees[i].IsTable)
            {
                return false;
            }
        }

        return true;
    }

    private double Walk(CompiledTree tree, ReadOnlySpan<double> ready)
    {
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref var values = ref MemoryMarshal.GetReference(ready);
        var node = tree.Start;
        for (var step = 0; step < tree.Depth; step++)
        {
            node = Step(ref nodes, ref values, node);
        }

        return _values[node];
    }

    /// <summary>Eight trees for one row.</summary>
    private void WalkTrees(int first, ReadOnlySpan<double> ready, Span<double> leaves)
    {
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref var values = ref MemoryMarshal.GetReference(ready);
        var trees = _trees.AsSpan(first, WalksAtOnce);
        var (a, b, c, d) = (trees[0].Start, trees[1].Start, trees[2].Start, trees[3].Start);
        var (e, f, g, h) = (trees[4].Start, trees[5].Start, trees[6].Start, trees[7].Start);
        var depth = 0;
        foreach (var tree in trees)
        {
            depth = Math.Max(depth, tree.Depth);
        }

        // A walk that has come to its leaf stays there.
        for (var step = 0; step < depth; step++)
        {
            a = Step(ref nodes, ref values, a);
            b = Step(ref nodes, ref values, b);
            c = Step(ref nodes, ref values, c);
            d = Step(ref nodes, ref values, d);
            e = Step(ref nodes, ref values, e);
            f = Step(ref nodes, ref values, f);
            g = Step(ref nodes, ref values, g);
            h = Step(ref nodes, ref values, h);
        }

        (leaves[0], leaves[1], leaves[2], leaves[3]) = (_values[a], _values[b], _values[c], _values[d]);
        (leaves[4], leaves[5], leaves[6], leaves[7]) = (_values[e], _values[f], _values[g], _values[h]);
    }

    /// <summary>One tree for eight rows.</summary>
    private void WalkRows(CompiledTree tree, ReadOnlySpan<double> ready, int width, Span<double> sums)
    {
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref var values = ref MemoryMarshal.GetReference(ready);
        var (a, b, c, d) = (tree.Start, tree.Start, tree.Start, tree.Start);
        var (e, f, g, h) = (tree.Start, tree.Start, tree.Start, tree.Start);
        for (var step = 0; step < tree.Depth; step++)
        {
            a = Step(ref nodes, ref values, a);
            b = Step(ref nodes, ref Unsafe.Add(ref values, width), b);
            c = Step(ref nodes, ref Unsafe.Add(ref values, 2 * width), c);
            d = Step(ref nodes, ref Unsafe.Add(ref values, 3 * width), d);
            e = Step(ref nodes, ref Unsafe.Add(ref values, 4 * width), e);
            f = Step(ref nodes, ref Unsafe.Add(ref values, 5 * width), f);
            g = Step(ref nodes, ref Unsafe.Add(ref values, 6 * width), g);
            h = Step(ref nodes, ref Unsafe.Add(ref values, 7 * width), h);
        }

        sums[0] += _values[a];
        sums[1] += _values[b];
        sums[2] += _values[c];
        sums[3] += _values[d];
        sums[4] += _values[e];
        sums[5] += _values[f];
        sums[6] += _values[g];
        sums[7] += _values[h];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Step(ref CompiledNode nodes, ref double values, int at)
    {
        ref var node = ref Unsafe.Add(ref nodes, at);
        return node.Right + Unsafe.BitCast<bool, byte>(Unsafe.Add(ref values, node.Slot) < node.Threshold);
    }
}
