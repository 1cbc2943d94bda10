using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>What all trees of a forest learn from.</summary>
internal sealed class ForestRows
{
    /// <summary>Makes it.</summary>
    /// <param name="matrix">Features in bins, without bundles.</param>
    /// <param name="targets">[N * H] row by row.</param>
    /// <param name="outputs">H.</param>
    /// <param name="weights">[N] not negative.</param>
    public ForestRows(BinnedMatrix matrix, ReadOnlyMemory<double> targets, int outputs, ReadOnlyMemory<double> weights)
    {
        (Matrix, Targets, Outputs, Weights) = (matrix, targets, outputs, weights);
        Splittable = [.. Enumerable.Range(0, matrix.Features.Length).Where(feature => matrix.Features[feature].CanSplit)];
        Least = new double[matrix.Features.Length][];
        Most = new double[matrix.Features.Length][];
        for (var feature = 0; feature < Least.Length; feature++)
        {
            (Least[feature], Most[feature]) = Ends(feature);
        }
    }

    /// <summary>Features in bins.</summary>
    public BinnedMatrix Matrix { get; }

    /// <summary>[N * H] targets.</summary>
    public ReadOnlyMemory<double> Targets { get; }

    /// <summary>H.</summary>
    public int Outputs { get; }

    /// <summary>[N] weights.</summary>
    public ReadOnlyMemory<double> Weights { get; }

    /// <summary>Features that can tell rows apart.</summary>
    public int[] Splittable { get; }

    /// <summary>[F][bins] smallest value in each bin.</summary>
    public double[][] Least { get; }

    /// <summary>[F][bins] largest value in each bin.</summary>
    public double[][] Most { get; }

    private (double[] Least, double[] Most) Ends(int feature)
    {
        var bins = Matrix.Features[feature].Bins;
        var (least, most) = (new double[bins], new double[bins]);
        Array.Fill(least, double.PositiveInfinity);
        Array.Fill(most, double.NegativeInfinity);
        var column = Matrix.Columns[feature];
        var values = Matrix.Values.Span;
        var width = Matrix.Features.Length;
        for (var row = 0; row < column.Length; row++)
        {
            int bin = column[row];
            if (bin < bins)
            {
                var value = values[(row * width) + feature];
                least[bin] = Math.Min(least[bin], value);
                most[bin] = Math.Max(most[bin], value);
            }
        }

        return (least, most);
    }
}
