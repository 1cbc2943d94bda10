using System.Numerics.Tensors;

namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019): steps by the mean of the gradients over the root of the mean of their squares, and weights of matrices decay
/// beside. Gradients
/// are shortened to a longest length before.
/// </summary>
internal sealed class AdamW
{
    // The defaults of the paper on Adam (Kingma and Ba 2015).
    private const float MeanKept = 0.9f;
    private const float SquareKept = 0.999f;
    private const float Floor = 1e-8f;

    private readonly NetworkWeights _weights;

    /// <summary>Makes one that has not stepped.</summary>
    public AdamW(NetworkWeights weights)
    {
        _weights = weights;
        (Means, Squares) = (new float[weights.Parameters.Length], new float[weights.Parameters.Length]);
    }

    /// <summary>Means of the gradients.</summary>
    public float[] Means { get; }

    /// <summary>Means of their squares.</summary>
    public float[] Squares { get; }

    /// <summary>Steps taken.</summary>
    public int Steps { get; set; }

    /// <summary>Takes a step.</summary>
    /// <param name="gradient">Laid out as the weights.</param>
    /// <param name="rate">Learning rate.</param>
    /// <param name="decay">Part of a weight that goes at learning rate 1.</param>
    /// <param name="longest">Longest gradient.</param>
    /// <returns>Length of the gradient; where it is no number nothing is changed.</returns>
    public double Step(ReadOnlySpan<float> gradient, double rate, double decay, double longest)
    {
        var squares = 0.0;
        foreach (var spec in _weights.Parameters.Specs)
        {
            if (spec.Learns)
            {
                squares += TensorPrimitives.SumOfSquares(gradient.Slice(spec.Offset, spec.Shape.Count));
            }
        }

        var length = Math.Sqrt(squares);
        if (!double.IsFinite(length))
        {
            return length;
        }

        Steps++;
        var factor = (float)(length > longest ? longest / length : 1);
        var meanRate = (float)(rate / (1 - Math.Pow(MeanKept, Steps)));
        var squareScale = (float)(1 / (1 - Math.Pow(SquareKept, Steps)));
        foreach (var spec in _weights.Parameters.Specs)
        {
            if (!spec.Learns)
            {
                continue;
            }

            var values = _weights.Of(spec.Number);
            var kept = spec.Decays ? (float)(1 - (rate * decay)) : 1;
            for (var i = 0; i < values.Length; i++)
            {
                var slope = gradient[spec.Offset + i] * factor;
                ref var mean = ref Means[spec.Offset + i];
                ref var square = ref Squares[spec.Offset + i];
                mean = (MeanKept * mean) + ((1 - MeanKept) * slope);
                square = (SquareKept * square) + ((1 - SquareKept) * slope * slope);
                values[i] = (kept * values[i]) - (meanRate * mean / (MathF.Sqrt(square * squareScale) + Floor));
            }
        }

        return length;
    }
}
