using System.Numerics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>
/// Grows the trees of an isolation forest: random features, random thresholds between a node's extremes, to a depth of the sample's logarithm.
/// </summary>
internal sealed class IsolationGrower
{
    private readonly int _width;
    private readonly int _sample;
    private readonly int _depth;
    private readonly int[] _all;
    private readonly int[] _features;

    /// <summary>Makes working memory.</summary>
    /// <param name="featureCount">F.</param>
    /// <param name="rows">N.</param>
    /// <param name="sample">Rows of each tree, 2 to N.</param>
    public IsolationGrower(int featureCount, int rows, int sample)
    {
        (_width, _sample, _depth) = (featureCount, sample, BitOperations.Log2((uint)sample - 1) + 1);
        (_all, _features) = ([.. Enumerable.Range(0, rows)], [.. Enumerable.Range(0, featureCount)]);
    }

    /// <summary>Grows a tree whose leaves hold path lengths times <paramref name="scale"/>.</summary>
    public DecisionTree Grow(ReadOnlySpan<double> rows, SeededNormals random, double scale)
    {
        for (var i = 0; i < _sample; i++)
        {
            var pick = i + (int)(random.NextUniform() * (_all.Length - i));
            (_all[i], _all[pick]) = (_all[pick], _all[i]);
        }

        var tree = new TreeWriter();
        var open = new Stack<(int Start, int Count, int Depth, (int Parent, bool IsLeft) Place)>();
        open.Push((0, _sample, 0, (-1, false)));
        while (open.TryPop(out var next))
        {
            var own = _all.AsSpan(next.Start, next.Count);
            if (next.Depth == _depth || own.Length < 2 || !TryFind(rows, own, random, out var feature, out var threshold))
            {
                tree.Leaf(next.Place, (next.Depth + IsolationForest.MeanPath(own.Length)) * scale, own.Length);
                continue;
            }

            var (left, missing) = Part(rows, own, feature, threshold);
            var missingLeft = 2 * left >= own.Length - missing;
            left += missingLeft ? missing : 0;
            var node = tree.Split(next.Place, feature, threshold, missingLeft, own.Length);
            open.Push((next.Start + left, own.Length - left, next.Depth + 1, (node, false)));
            open.Push((next.Start, left, next.Depth + 1, (node, true)));
        }

        return tree.ToTree();
    }

    // Features whose known values are all the same are passed over.
    private bool TryFind(ReadOnlySpan<double> rows, ReadOnlySpan<int> own, SeededNormals random, out int feature, out double threshold)
    {
        for (var seen = 0; seen < _width; seen++)
        {
            var pick = seen + (int)(random.NextUniform() * (_width - seen));
            (_features[seen], _features[pick]) = (_features[pick], _features[seen]);
            feature = _features[seen];
            var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var row in own)
            {
                var value = rows[(row * _width) + feature];
                least = value < least ? value : least;
                most = value > most ? value : most;
            }

            if (least < most)
            {
                // Above the least, so that both sides get a row.
                threshold = least + ((most - least) * random.NextUniform());
                threshold = threshold > least && threshold <= most ? threshold : most;
                return true;
            }
        }

        (feature, threshold) = (0, 0);
        return false;
    }

    // Orders rows: below the threshold, unknown, the others.
    private (int Left, int Missing) Part(ReadOnlySpan<double> rows, Span<int> own, int feature, double threshold)
    {
        var (left, right, at) = (0, own.Length, 0);
        while (at < right)
        {
            var value = rows[(own[at] * _width) + feature];
            if (value < threshold)
            {
                (own[left], own[at]) = (own[at], own[left]);
                left++;
                at++;
            }
            else if (double.IsNaN(value))
            {
                at++;
            }
            else
            {
                right--;
                (own[right], own[at]) = (own[at], own[right]);
            }
        }

        return (left, right - left);
    }
}
