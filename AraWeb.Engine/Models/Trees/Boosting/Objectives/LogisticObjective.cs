using System.Runtime.Intrinsics;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Boosting.Objectives;

/// <summary>Log-loss of a yes or no; scores are log odds.</summary>
internal sealed class LogisticObjective : IObjective
{
    /// <summary>Keeps a row that is certain from having no weight at all (XGBoost's kRtEps for second derivatives).</summary>
    private const double LeastCurvature = 1e-16;

    /// <inheritdoc/>
    public bool FitsLeaves => false;

    /// <inheritdoc/>
    public void Check(ReadOnlySpan<double> targets)
    {
        var yes = 0;
        for (var i = 0; i < targets.Length; i++)
        {
            if (targets[i] is not (0 or 1))
            {
                throw new ModelException($"Target {targets[i]} in row {i} is neither 0 nor 1.", "Give 1 for yes and 0 for no.");
            }

            yes += targets[i] == 1 ? 1 : 0;
        }

        if (yes == 0 || yes == targets.Length)
        {
            throw new ModelException(
                $"All {targets.Length} targets are {(yes == 0 ? 0 : 1)}; nothing can be told apart.", "Train on a longer period, so that both outcomes occur.");
        }
    }

    /// <inheritdoc/>
    public double Start(ReadOnlySpan<double> targets, ReadOnlySpan<double> weights)
    {
        var share = WeightedMiddle.Mean(targets, weights);
        if (!(share is > 0 and < 1))
        {
            throw new ModelException("All rows of one outcome have no weight.", "Give weight to rows of both outcomes.");
        }

        return Math.Log(share / (1 - share));
    }

    /// <inheritdoc/>
    public void Derive(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights, Span<Vector128<double>> pairs)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            var probability = 1 / (1 + Math.Exp(-scores[i]));
            var curvature = Math.Max(probability * (1 - probability), LeastCurvature);
            pairs[i] = Vector128.Create(weights[i] * (probability - targets[i]), weights[i] * curvature);
        }
    }

    /// <inheritdoc/>
    public double Loss(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights)
    {
        var loss = 0.0;
        var weight = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            // log(1 + e^z) for the side that is wrong, written so that e^z cannot overflow.
            var z = targets[i] == 1 ? -scores[i] : scores[i];
            loss += weights[i] * (Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z))));
            weight += weights[i];
        }

        return loss / weight;
    }

    /// <inheritdoc/>
    public double LeafValue(ReadOnlySpan<double> residuals, ReadOnlySpan<double> weights) => WeightedMiddle.Mean(residuals, weights);
}
