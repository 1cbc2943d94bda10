using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Linear;

/// <summary>Weighted sums of the columns over a piece of the rows, each value taken from an origin. Pieces are added in their order.</summary>
/// <param name="features">F.</param>
/// <param name="horizons">H.</param>
internal sealed class ColumnSums(int features, int horizons)
{
    private const int Width = 4;

    /// <summary>[F] sums of weight times distance, over the known values.</summary>
    public double[] Values { get; } = new double[features];

    /// <summary>[F] sums of the weights of known values.</summary>
    public double[] Known { get; } = new double[features];

    /// <summary>[F] number of unknown values.</summary>
    public int[] Missing { get; } = new int[features];

    /// <summary>[H] sums of weight times distance.</summary>
    public double[] Targets { get; } = new double[horizons];

    /// <summary>Sum of the weights.</summary>
    public double Weight { get; private set; }

    /// <summary>Sum of the squared weights.</summary>
    public double SquaredWeight { get; private set; }

    /// <summary>The smallest weight.</summary>
    public double LowestWeight { get; private set; } = double.PositiveInfinity;

    /// <summary>Adds the rows of a piece.</summary>
    public void Add(TrainingSet data, double[] origins, double[] targetOrigins, int from, int to)
    {
        var values = data.Features.Span;
        var targets = data.Targets.Span;
        var weights = data.Weights.Span;
        for (var row = from; row < to; row++)
        {
            var weight = weights[row];
            Weight += weight;
            SquaredWeight += weight * weight;
            LowestWeight = Math.Min(LowestWeight, weight);
            AddRow(values.Slice(row * origins.Length, origins.Length), origins, weight);
            for (var h = 0; h < targetOrigins.Length; h++)
            {
                Targets[h] += weight * (targets[(row * targetOrigins.Length) + h] - targetOrigins[h]);
            }
        }
    }

    /// <summary>Adds the sums of the next piece.</summary>
    public void Add(ColumnSums next)
    {
        Weight += next.Weight;
        SquaredWeight += next.SquaredWeight;
        LowestWeight = Math.Min(LowestWeight, next.LowestWeight);
        for (var j = 0; j < Values.Length; j++)
        {
            Values[j] += next.Values[j];
            Known[j] += next.Known[j];
            Missing[j] += next.Missing[j];
        }

        for (var h = 0; h < Targets.Length; h++)
        {
            Targets[h] += next.Targets[h];
        }
    }

    private void AddRow(ReadOnlySpan<double> row, double[] origins, double weight)
    {
        ref var x = ref MemoryMarshal.GetReference(row);
        ref var origin = ref MemoryMarshal.GetArrayDataReference(origins);
        ref var sum = ref MemoryMarshal.GetArrayDataReference(Values);
        ref var known = ref MemoryMarshal.GetArrayDataReference(Known);
        var w = Vector256.Create(weight);
        var j = 0;
        for (; j + Width <= row.Length; j += Width)
        {
            var at = (nuint)j;
            var distance = Vector256.LoadUnsafe(ref x, at) - Vector256.LoadUnsafe(ref origin, at);
            if (!Vector256.EqualsAll(distance, distance))
            {
                AddSlowly(row, origins, weight, j, j + Width);
                continue;
            }

            (Vector256.LoadUnsafe(ref sum, at) + (distance * w)).StoreUnsafe(ref sum, at);
            (Vector256.LoadUnsafe(ref known, at) + w).StoreUnsafe(ref known, at);
        }

        AddSlowly(row, origins, weight, j, row.Length);
    }

    private void AddSlowly(ReadOnlySpan<double> row, double[] origins, double weight, int from, int to)
    {
        for (var j = from; j < to; j++)
        {
            if (double.IsNaN(row[j]))
            {
                Missing[j]++;
            }
            else
            {
                Values[j] += weight * (row[j] - origins[j]);
                Known[j] += weight;
            }
        }
    }
}
