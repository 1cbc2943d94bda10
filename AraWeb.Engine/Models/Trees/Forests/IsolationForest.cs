using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>
/// How unlike the training rows a row is (Liu, Ting and Zhou 2008): random questions part a strange row from others sooner. It never forecasts and never votes.
/// Immutable and safe to share between threads; the same for a seed.
/// </summary>
public sealed class IsolationForest
{
    private const string FileId = "isolation_forest";

    /// <summary>Euler's constant, in the harmonic numbers of the mean path length.</summary>
    private const double EulerGamma = 0.57721566490153286;

    private readonly double _usual;

    private IsolationForest(TreeEnsemble paths, int sample)
    {
        (Paths, Sample) = (paths, sample);
        _usual = MeanPath(sample);
    }

    /// <summary>The path length as a sum of trees: explanations of a score read it. Shorter is stranger.</summary>
    public TreeEnsemble Paths { get; }

    /// <summary>Rows that each tree saw.</summary>
    public int Sample { get; }

    /// <summary>Learns what is usual.</summary>
    /// <param name="rows">[N * F] row by row; NaN means unknown.</param>
    /// <param name="featureCount">F.</param>
    /// <param name="settings">How many trees and rows.</param>
    /// <param name="seed">Fixes all draws.</param>
    /// <param name="cancellationToken">Looked at before each tree.</param>
    /// <exception cref="ModelException">A setting is out of range, there are fewer than two rows, or a value is infinite.</exception>
    public static IsolationForest Fit(
        ReadOnlySpan<double> rows, int featureCount, IsolationSettings settings, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        settings.Check();
        var count = rows.Length / featureCount;
        if (count < 2 || rows.Length % featureCount != 0)
        {
            throw new ModelException($"{rows.Length} values are not two or more rows of {featureCount} features.", "Give at least two rows.");
        }

        if (rows.ContainsAny(double.PositiveInfinity, double.NegativeInfinity))
        {
            var at = rows.IndexOfAny(double.PositiveInfinity, double.NegativeInfinity);
            throw new ModelException($"Feature {at % featureCount} is infinite in row {at / featureCount}.", "Use NaN where a value is not known.");
        }

        var grower = new IsolationGrower(featureCount, count, Math.Min(settings.Sample, count));
        var random = new SeededNormals(seed);
        var trees = new DecisionTree[settings.Trees];
        for (var i = 0; i < trees.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            trees[i] = grower.Grow(rows, random, 1.0 / trees.Length);
        }

        return new IsolationForest(new TreeEnsemble(featureCount, 0, trees), Math.Min(settings.Sample, count));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="ModelException">Not such a file, or damaged.</exception>
    public static IsolationForest Load(Stream stream) => ModelSeal.Read(stream, FileId, reader =>
    {
        var (features, sample) = (reader.ReadInt32(), reader.ReadInt32());
        var trees = new DecisionTree[ModelSeal.ReadCount(reader, sizeof(int))];
        for (var i = 0; i < trees.Length; i++)
        {
            trees[i] = TreeFile.ReadTree(reader, features);
        }

        return features > 0 && sample > 1 && trees.Length > 0
            ? new IsolationForest(new TreeEnsemble(features, 0, trees), sample)
            : throw new FormatException("There are no trees.");
    });

    /// <summary>How strange a row is.</summary>
    /// <param name="row">[F] values; NaN means unknown and goes where most rows went.</param>
    /// <returns>0 to 1: about 0.5 for usual rows, towards 1 for strange ones.</returns>
    /// <exception cref="ModelException">The row has another number of columns.</exception>
    public double Score(ReadOnlySpan<double> row) => row.Length == Paths.FeatureCount
        ? Math.Pow(2, -Paths.Predict(row) / _usual)
        : throw new ModelException($"The forest learned from {Paths.FeatureCount} features and was given {row.Length}.", "Compute the same features.");

    /// <summary>Writes the forest so that <see cref="Load"/> restores the same scores to the bit.</summary>
    public void Save(Stream stream) => ModelSeal.Write(stream, FileId, writer =>
    {
        writer.Write(Paths.FeatureCount);
        writer.Write(Sample);
        writer.Write(Paths.Trees.Count);
        foreach (var tree in Paths.Trees)
        {
            TreeFile.WriteTree(writer, tree);
        }
    });

    /// <summary>Mean path length of an unsuccessful search in a binary search tree of n rows (equation 1 of the paper).</summary>
    internal static double MeanPath(int rows) => rows switch
    {
        <= 1 => 0,
        2 => 1,
        _ => (2 * (Math.Log(rows - 1) + EulerGamma)) - (2.0 * (rows - 1) / rows),
    };
}
