using System.Buffers;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>
/// A random forest or extra trees that have learned: the mean of its trees' answers, for all outputs at once. Immutable and safe to share between threads. Does
/// no out-of-bag estimates: trials are judged on purged folds.
/// </summary>
public sealed class Forest
{
    /// <summary>Makes a forest of trees.</summary>
    internal Forest(int featureCount, int outputs, ForestTree[] trees)
    {
        (FeatureCount, Outputs, Trees) = (featureCount, outputs, trees);
    }

    /// <summary>F, the columns that rows must have.</summary>
    public int FeatureCount { get; }

    /// <summary>H, the numbers that it answers with.</summary>
    public int Outputs { get; }

    /// <summary>Whether <see cref="Quantiles"/> can answer.</summary>
    public bool KeepsTargets => Trees[0].Kept is not null;

    /// <summary>The trees.</summary>
    internal ForestTree[] Trees { get; }

    /// <summary>The expected targets and the probabilities that they are above zero.</summary>
    /// <param name="row">[F] values; NaN means unknown.</param>
    /// <param name="means">[H] receives the means.</param>
    /// <param name="rises">[H] receives the probabilities.</param>
    /// <param name="spreads">[H] receives the standard deviations of the means between trees.</param>
    /// <exception cref="ModelException">The row has another number of columns.</exception>
    public void Predict(ReadOnlySpan<double> row, Span<double> means, Span<double> rises, Span<double> spreads)
    {
        CheckRow(row);
        means.Clear();
        rises.Clear();
        spreads.Clear();
        foreach (var tree in Trees)
        {
            var at = tree.Shape.LeafOf(row) * Outputs;
            for (var output = 0; output < Outputs; output++)
            {
                var mean = tree.Means[at + output];
                means[output] += mean;
                rises[output] += tree.Rises[at + output];
                spreads[output] += mean * mean;
            }
        }

        for (var output = 0; output < Outputs; output++)
        {
            means[output] /= Trees.Length;
            rises[output] /= Trees.Length;
            spreads[output] = Math.Sqrt(Math.Max(0, (spreads[output] / Trees.Length) - (means[output] * means[output])));
        }
    }

    /// <summary>Quantiles of one output: of the training targets in the leaves that the row ends in, each leaf weighing the same (Meinshausen 2006).</summary>
    /// <param name="row">[F] values; NaN means unknown.</param>
    /// <param name="output">0 to H - 1.</param>
    /// <param name="levels">[L] ascending shares, above 0 and up to 1.</param>
    /// <param name="values">[L] receives for each level the smallest target that this share does not exceed.</param>
    /// <exception cref="ModelException">The row has another number of columns, or the forest keeps no targets.</exception>
    public void Quantiles(ReadOnlySpan<double> row, int output, ReadOnlySpan<double> levels, Span<double> values)
    {
        CheckRow(row);
        if (!KeepsTargets)
        {
            throw new ModelException("The forest keeps no targets in its leaves.", $"Train it with {nameof(ForestSettings.LeafSample)} above zero.");
        }

        var count = 0;
        foreach (var tree in Trees)
        {
            var leaf = tree.Shape.LeafOf(row);
            count += tree.Kept!.Starts[leaf + 1] - tree.Kept.Starts[leaf];
        }

        var targets = ArrayPool<double>.Shared.Rent(count);
        var weights = ArrayPool<double>.Shared.Rent(count);
        Collect(row, output, targets, weights);
        Array.Sort(targets, weights, 0, count);
        var (below, at) = (0.0, 0);
        for (var level = 0; level < levels.Length; level++)
        {
            // Weights sum to the number of trees but for rounding, so the last entry is never passed.
            while (at < count - 1 && below + weights[at] < levels[level] * Trees.Length)
            {
                below += weights[at++];
            }

            values[level] = targets[at];
        }

        ArrayPool<double>.Shared.Return(targets);
        ArrayPool<double>.Shared.Return(weights);
    }

    /// <summary>The trees of one output as a sum, as explanations and exports read them.</summary>
    public TreeEnsemble EnsembleOf(int output) => new(FeatureCount, 0, [.. Trees.Select(tree => tree.Of(output, Outputs, 1.0 / Trees.Length))]);

    private void Collect(ReadOnlySpan<double> row, int output, double[] targets, double[] weights)
    {
        var count = 0;
        foreach (var tree in Trees)
        {
            var leaf = tree.Shape.LeafOf(row);
            var kept = tree.Kept!;
            for (var entry = kept.Starts[leaf]; entry < kept.Starts[leaf + 1]; entry++)
            {
                targets[count] = kept.Targets[(entry * Outputs) + output];
                weights[count++] = kept.Weights[entry];
            }
        }
    }

    private void CheckRow(ReadOnlySpan<double> row)
    {
        if (row.Length != FeatureCount)
        {
            throw new ModelException(
                $"The forest learned from {FeatureCount} features and was given {row.Length}.", "Compute the features that the model's card names.");
        }
    }
}
