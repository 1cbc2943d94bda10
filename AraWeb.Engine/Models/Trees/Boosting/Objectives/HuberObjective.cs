using System.Runtime.Intrinsics;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Boosting.Objectives;

/// <summary>
/// Huber's loss (1964): half the squared error up to a width, linear beyond, so that a wild target pulls no harder than one at the width. The second
/// derivative counts as one everywhere, as LightGBM has it.
/// </summary>
internal sealed class HuberObjective : IObjective
{
    private const double Half = 0.5;

    private readonly double _width;

    /// <summary>Makes the loss.</summary>
    /// <param name="width">Error up to which the loss is quadratic, above zero, in units of the target.</param>
    public HuberObjective(double width)
    {
        if (!(width > 0 && double.IsFinite(width)))
        {
            throw new InputException(nameof(width), width, "The width must be a number above zero.");
        }

        _width = width;
    }

    /// <inheritdoc/>
    public bool FitsLeaves => false;

    /// <inheritdoc/>
    public void Check(ReadOnlySpan<double> targets)
    {
        // Every finite number has a Huber loss.
    }

    /// <inheritdoc/>
    public double Start(ReadOnlySpan<double> targets, ReadOnlySpan<double> weights) => WeightedMiddle.Quantile(targets, weights, Half);

    /// <inheritdoc/>
    public void Derive(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights, Span<Vector128<double>> pairs)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = Vector128.Create(weights[i] * Math.Clamp(scores[i] - targets[i], -_width, _width), weights[i]);
        }
    }

    /// <inheritdoc/>
    public double Loss(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights)
    {
        var loss = 0.0;
        var weight = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            var error = Math.Abs(scores[i] - targets[i]);
            loss += weights[i] * (error <= _width ? Half * error * error : _width * (error - (Half * _width)));
            weight += weights[i];
        }

        return loss / weight;
    }

    /// <inheritdoc/>
    public double LeafValue(ReadOnlySpan<double> residuals, ReadOnlySpan<double> weights) => WeightedMiddle.Quantile(residuals, weights, Half);
}
