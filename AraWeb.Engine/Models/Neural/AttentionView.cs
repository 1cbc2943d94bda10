using AraWeb.Engine.Models.Neural.Managed;

namespace AraWeb.Engine.Models.Neural;

/// <summary>
/// Which bars mattered: the weights with which bars are summed at the end, carried through the last attention where there is one (Abnar and Zuidema
/// 2020, one layer
/// of attention rollout with half of each step's weight kept by its own bar, as the straight path beside attention keeps it).
/// </summary>
internal static class AttentionView
{
    /// <summary>Adds a window's weights by bar.</summary>
    /// <param name="engine">Holds the values.</param>
    /// <param name="output">What the network said.</param>
    /// <param name="stepWeights">[1, steps] its weights at the end.</param>
    /// <param name="weights">[steps] is added to.</param>
    /// <param name="factor">What counts of them.</param>
    public static void Add(ManagedEngine engine, NetworkOutput output, Tensor stepWeights, Span<double> weights, double factor)
    {
        var last = engine.Values(stepWeights);
        if (output.LastAttention is not { } attention)
        {
            for (var step = 0; step < weights.Length; step++)
            {
                weights[step] += factor * last[step];
            }

            return;
        }

        var shape = engine.AttentionWeights(attention);
        var (heads, values) = (shape.Shape.Second, engine.Values(shape).ToArray());
        for (var asking = 0; asking < weights.Length; asking++)
        {
            weights[asking] += factor * last[asking] / 2;
            for (var head = 0; head < heads; head++)
            {
                var row = values.AsSpan(((head * weights.Length) + asking) * weights.Length, weights.Length);
                for (var step = 0; step < weights.Length; step++)
                {
                    weights[step] += factor * last[asking] * row[step] / (2 * heads);
                }
            }
        }
    }
}
