using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// The columns whose products are gathered: features, a one, marks of unknown values, targets. Holds what one pass learns of each: weighted means of the known
/// values, and how many are unknown. A column whose known values are all equal gets exactly that mean.
/// </summary>
internal sealed class LinearColumns
{
    private LinearColumns(double[] means, double[] targetMeans, int[] missing, int[] gapped, int rows, double effectiveRows)
    {
        (Means, TargetMeans, Missing, Gapped, Rows, EffectiveRows) = (means, targetMeans, missing, gapped, rows, effectiveRows);
        Marks = new int[means.Length];
        Array.Fill(Marks, -1);
        for (var k = 0; k < gapped.Length; k++)
        {
            Marks[gapped[k]] = One + 1 + k;
        }
    }

    /// <summary>F, the number of features; they are the first columns.</summary>
    public int Features => Means.Length;

    /// <summary>H, the number of targets.</summary>
    public int Horizons => TargetMeans.Length;

    /// <summary>The column of ones.</summary>
    public int One => Features;

    /// <summary>[F] weighted means of the known values; 0 where none is known.</summary>
    public double[] Means { get; }

    /// <summary>[H] weighted means of the targets.</summary>
    public double[] TargetMeans { get; }

    /// <summary>[F] number of unknown values.</summary>
    public int[] Missing { get; }

    /// <summary>The features with unknown values; the marks of the k-th stand in column One + 1 + k.</summary>
    public int[] Gapped { get; }

    /// <summary>[F] column of the marks, -1 for a feature that is always known.</summary>
    public int[] Marks { get; }

    /// <summary>N, the number of rows.</summary>
    public int Rows { get; }

    /// <summary>Rows of equal weight that say as much: (sum of weights) squared over the sum of squared weights (Kish 1965).</summary>
    public double EffectiveRows { get; }

    /// <summary>Columns, rounded up to whole panels.</summary>
    public int PaddedCount => PackedGram.PaddedColumns(Target(Horizons));

    /// <summary>The column of a target.</summary>
    public int Target(int horizon) => One + 1 + Gapped.Length + horizon;

    /// <summary>Learns the columns of a set.</summary>
    /// <exception cref="ModelException">A feature or target is infinite, weights are not finite and non-negative, or all are zero.</exception>
    public static LinearColumns Learn(TrainingSet data, List<(int Stretch, int From, int To)> pieces, ParallelOptions options)
    {
        var width = data.FeatureNames.Count;
        var origins = Origins(data.Features.Span, width);
        var targetOrigins = data.Targets.Span[..data.Horizons.Count].ToArray();
        var sums = new ColumnSums[pieces.Count];
        Parallel.For(0, pieces.Count, options, i =>
        {
            sums[i] = new ColumnSums(width, data.Horizons.Count);
            sums[i].Add(data, origins, targetOrigins, pieces[i].From, pieces[i].To);
        });
        var total = new ColumnSums(width, data.Horizons.Count);
        foreach (var sum in sums)
        {
            total.Add(sum);
        }

        if (!(total.Weight > 0) || !double.IsFinite(total.Weight) || total.LowestWeight < 0)
        {
            throw new ModelException("The sample weights hold negative or infinite values, or are all zero.", "Give each row a weight of zero or more.");
        }

        for (var j = 0; j < width; j++)
        {
            origins[j] += total.Known[j] > 0 ? total.Values[j] / total.Known[j] : 0;
            if (!double.IsFinite(origins[j]))
            {
                throw new ModelException(
                    $"The feature '{data.FeatureNames[j]}' holds infinite values.", "Give NaN where a value is unknown, and finite numbers elsewhere.");
            }
        }

        for (var h = 0; h < targetOrigins.Length; h++)
        {
            targetOrigins[h] += total.Targets[h] / total.Weight;
            if (!double.IsFinite(targetOrigins[h]))
            {
                throw new ModelException($"The targets of horizon {data.Horizons[h]} hold infinite values.", "Drop the rows with infinite targets.");
            }
        }

        int[] missing = [.. total.Missing];
        int[] gapped = [.. Enumerable.Range(0, width).Where(j => missing[j] > 0)];
        return new LinearColumns(origins, targetOrigins, missing, gapped, data.Count, total.Weight * total.Weight / total.SquaredWeight);
    }

    /// <summary>The first known value of each feature: sums of differences from it lose no digits, and are exactly zero for a constant column.</summary>
    private static double[] Origins(ReadOnlySpan<double> features, int width)
    {
        var origins = new double[width];
        for (var j = 0; j < width; j++)
        {
            for (var at = j; at < features.Length; at += width)
            {
                if (!double.IsNaN(features[at]))
                {
                    origins[j] = features[at];
                    break;
                }
            }
        }

        return origins;
    }
}
