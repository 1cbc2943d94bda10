using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// All that linear models need of the rows, gathered in two passes: weighted sums of products of the columns, one matrix for each stretch of rows. The columns
/// are the centred features (0 where unknown), a one, a mark for each feature that is unknown somewhere, and the centred targets. Sums of stretches give the
/// products of any training fold exactly, with its own means, scales and fills, without another look at the rows. The order of sums does not depend on threads.
/// </summary>
internal sealed class LinearMoments
{
    /// <summary>Threads that share the rows.</summary>
    private const int Threads = 2;

    /// <summary>Pieces that rows are cut into at most, besides the stretches: bounds the memory of their sums.</summary>
    private const int MaxPieces = 32;

    private const int Width = 4;

    private readonly double[][] _stretches;

    private LinearMoments(LinearColumns columns, double[][] stretches) => (Columns, _stretches) = (columns, stretches);

    /// <summary>What the columns are.</summary>
    public LinearColumns Columns { get; }

    /// <summary>Gathers the products.</summary>
    /// <param name="data">Rows in time.</param>
    /// <param name="bounds">[S + 1] first rows of the stretches, then the number of rows.</param>
    /// <param name="cancellationToken">Looked at before each piece.</param>
    /// <exception cref="ModelException">A value is infinite, or so large that its square is.</exception>
    public static LinearMoments Gather(TrainingSet data, IReadOnlyList<int> bounds, CancellationToken cancellationToken)
    {
        var pieces = Pieces(bounds);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Threads, data.Threads), CancellationToken = cancellationToken };
        var columns = LinearColumns.Learn(data, pieces, options);
        var width = columns.PaddedCount;
        var sums = new double[pieces.Count][];
        Parallel.For(0, pieces.Count, options, i => sums[i] = Multiply(data, columns, pieces[i]));
        var stretches = new double[bounds.Count - 1][];
        for (var i = 0; i < pieces.Count; i++)
        {
            ref var sum = ref stretches[pieces[i].Stretch];
            if (sum is null)
            {
                sum = sums[i];
            }
            else
            {
                TensorPrimitives.Add(sum, sums[i], sum);
            }
        }

        foreach (var stretch in stretches)
        {
            if (!double.IsFinite(TensorPrimitives.Sum<double>(stretch)))
            {
                throw new ModelException("A feature or a target is so large that its square is not a number.", "Scale the features, or leave outliers out.");
            }

            PackedGram.Mirror(stretch, width);
        }

        return new LinearMoments(columns, stretches);
    }

    /// <summary>Sum over the stretches for which <paramref name="holds"/> is true.</summary>
    public double[] Sum(Predicate<int> holds)
    {
        var total = new double[Columns.PaddedCount * Columns.PaddedCount];
        for (var i = 0; i < _stretches.Length; i++)
        {
            if (holds(i))
            {
                TensorPrimitives.Add(total, _stretches[i], total);
            }
        }

        return total;
    }

    private static List<(int Stretch, int From, int To)> Pieces(IReadOnlyList<int> bounds)
    {
        var blocks = (bounds[^1] + (MaxPieces * PackedGram.BlockRows) - 1) / (MaxPieces * PackedGram.BlockRows);
        var size = Math.Max(1, blocks) * PackedGram.BlockRows;
        var pieces = new List<(int Stretch, int From, int To)>();
        for (var stretch = 0; stretch + 1 < bounds.Count; stretch++)
        {
            for (var from = bounds[stretch]; from < bounds[stretch + 1]; from += size)
            {
                pieces.Add((stretch, from, Math.Min(from + size, bounds[stretch + 1])));
            }
        }

        return pieces;
    }

    private static double[] Multiply(TrainingSet data, LinearColumns columns, (int Stretch, int From, int To) piece)
    {
        var width = columns.PaddedCount;
        var gram = new double[width * width];
        var panels = new double[PackedGram.BlockRows * width];
        for (var from = piece.From; from < piece.To; from += PackedGram.BlockRows)
        {
            var rows = Math.Min(PackedGram.BlockRows, piece.To - from);
            var block = panels.AsSpan(0, rows * width);
            Pack(data, columns, from, rows, block);
            PackedGram.Add(block, rows, width, gram);
        }

        return gram;
    }

    /// <summary>Writes one block: centred, unknown values at zero, times the root of the weight.</summary>
    private static void Pack(TrainingSet data, LinearColumns columns, int from, int rows, Span<double> panels)
    {
        var features = data.Features.Span;
        var targets = data.Targets.Span;
        var weights = data.Weights.Span;
        var (featureCount, horizons, panelSize) = (columns.Features, columns.Horizons, rows * PackedGram.PanelWidth);
        panels.Clear();
        for (var r = 0; r < rows; r++)
        {
            var root = Math.Sqrt(weights[from + r]);
            var row = features.Slice((from + r) * featureCount, featureCount);
            Centre(row, columns.Means, root, panels, panelSize, r * PackedGram.PanelWidth);
            Place(panels, panelSize, r, columns.One) = root;
            for (var k = 0; k < columns.Gapped.Length; k++)
            {
                if (double.IsNaN(row[columns.Gapped[k]]))
                {
                    Place(panels, panelSize, r, columns.One + 1 + k) = root;
                }
            }

            for (var h = 0; h < horizons; h++)
            {
                Place(panels, panelSize, r, columns.Target(h)) = root * (targets[((from + r) * horizons) + h] - columns.TargetMeans[h]);
            }
        }
    }

    private static void Centre(ReadOnlySpan<double> row, ReadOnlySpan<double> means, double root, Span<double> panels, int panelSize, int offset)
    {
        ref var x = ref MemoryMarshal.GetReference(row);
        ref var m = ref MemoryMarshal.GetReference(means);
        ref var target = ref MemoryMarshal.GetReference(panels);
        var scale = Vector256.Create(root);
        var j = 0;
        for (; j + Width <= row.Length; j += Width)
        {
            var value = Vector256.LoadUnsafe(ref x, (nuint)j) - Vector256.LoadUnsafe(ref m, (nuint)j);
            value = Vector256.ConditionalSelect(Vector256.Equals(value, value), value * scale, Vector256<double>.Zero);
            value.StoreUnsafe(ref target, (nuint)((j / PackedGram.PanelWidth * panelSize) + offset + (j % PackedGram.PanelWidth)));
        }

        for (; j < row.Length; j++)
        {
            var value = row[j] - means[j];
            panels[(j / PackedGram.PanelWidth * panelSize) + offset + (j % PackedGram.PanelWidth)] = double.IsNaN(value) ? 0 : value * root;
        }
    }

    private static ref double Place(Span<double> panels, int panelSize, int row, int column) =>
        ref panels[(column / PackedGram.PanelWidth * panelSize) + (row * PackedGram.PanelWidth) + (column % PackedGram.PanelWidth)];
}
