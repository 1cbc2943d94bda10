using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Trees.Boosting.Objectives;

/// <summary>Half the squared error; aims at the mean.</summary>
internal sealed class SquaredObjective : IObjective
{
    /// <inheritdoc/>
    public bool FitsLeaves => false;

    /// <inheritdoc/>
    public void Check(ReadOnlySpan<double> targets)
    {
        // Every finite number has a squared error.
    }

    /// <inheritdoc/>
    public double Start(ReadOnlySpan<double> targets, ReadOnlySpan<double> weights) => WeightedMiddle.Mean(targets, weights);

    /// <inheritdoc/>
    public void Derive(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights, Span<Vector128<double>> pairs)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = Vector128.Create(weights[i] * (scores[i] - targets[i]), weights[i]);
        }
    }

    /// <inheritdoc/>
    public double Loss(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights)
    {
        var loss = 0.0;
        var weight = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            var error = scores[i] - targets[i];
            loss += 0.5 * weights[i] * error * error;
            weight += weights[i];
        }

        return loss / weight;
    }

    /// <inheritdoc/>
    public double LeafValue(ReadOnlySpan<double> residuals, ReadOnlySpan<double> weights) => WeightedMiddle.Mean(residuals, weights);
}
