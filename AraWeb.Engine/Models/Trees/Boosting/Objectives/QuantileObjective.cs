using System.Runtime.Intrinsics;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Boosting.Objectives;

/// <summary>
/// The pinball loss; aims at a quantile. Its second derivative is zero: trees are grown as if it were one, and each leaf then takes the quantile of its own
/// residuals, as LightGBM and XGBoost do.
/// </summary>
internal sealed class QuantileObjective : IObjective
{
    private readonly double _level;

    /// <summary>Makes the loss.</summary>
    /// <param name="level">Share of outcomes below the score, above 0 and below 1.</param>
    public QuantileObjective(double level)
    {
        if (!(level is > 0 and < 1))
        {
            throw new InputException(nameof(level), level, "The level of a quantile lies between 0 and 1.");
        }

        _level = level;
    }

    /// <inheritdoc/>
    public bool FitsLeaves => true;

    /// <inheritdoc/>
    public void Check(ReadOnlySpan<double> targets)
    {
        // Every finite number has a pinball loss.
    }

    /// <inheritdoc/>
    public double Start(ReadOnlySpan<double> targets, ReadOnlySpan<double> weights) => WeightedMiddle.Quantile(targets, weights, _level);

    /// <inheritdoc/>
    public void Derive(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights, Span<Vector128<double>> pairs)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = Vector128.Create(weights[i] * (targets[i] < scores[i] ? 1 - _level : -_level), weights[i]);
        }
    }

    /// <inheritdoc/>
    public double Loss(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights)
    {
        var loss = 0.0;
        var weight = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            var error = targets[i] - scores[i];
            loss += weights[i] * Math.Max(_level * error, (_level - 1) * error);
            weight += weights[i];
        }

        return loss / weight;
    }

    /// <inheritdoc/>
    public double LeafValue(ReadOnlySpan<double> residuals, ReadOnlySpan<double> weights) => WeightedMiddle.Quantile(residuals, weights, _level);
}
