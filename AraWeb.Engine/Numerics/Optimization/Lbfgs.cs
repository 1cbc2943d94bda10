using System.Numerics.Tensors;

namespace AraWeb.Engine.Numerics.Optimization;

/// <summary>
/// Minimises a smooth function of many variables: limited-memory BFGS (Nocedal 1980) with a line search that brackets and halves until the weak Wolfe
/// conditions hold (Lewis and Overton 2013). Finds a local minimum, the only one where the function is convex. No bounds.
/// </summary>
public static class Lbfgs
{
    private const int Memory = 10;
    private const int MostHalvings = 40;

    /// <summary>Share of the promised decrease, and of the slope, that a step has to bring (Nocedal and Wright 2006, section 3.1).</summary>
    private const double Decrease = 1e-4;

    private const double Slope = 0.9;

    /// <summary>Minimises.</summary>
    /// <param name="function">What.</param>
    /// <param name="point">[N] the start; receives the minimum.</param>
    /// <param name="tolerance">Ends when the largest component of the gradient is below.</param>
    /// <param name="mostIterations">Ends after so many steps.</param>
    /// <param name="cancellationToken">Checked at each step.</param>
    public static Minimum Minimise(SmoothFunction function, Span<double> point, double tolerance, int mostIterations, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(function);
        var count = point.Length;
        var (gradient, trial, trialGradient, direction) = (new double[count], new double[count], new double[count], new double[count]);
        var pairs = new List<(double[] Step, double[] Change, double Inverse)>(Memory);
        var value = function(point, gradient);
        for (var iteration = 0; iteration < mostIterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Largest(gradient) <= tolerance)
            {
                return new Minimum(MinimumStatus.Converged, value, iteration, Largest(gradient));
            }

            Direct(pairs, gradient, direction);
            if (Search(function, point, value, gradient, direction, trial, trialGradient) is not { } next)
            {
                if (pairs.Count == 0)
                {
                    return new Minimum(MinimumStatus.Stalled, value, iteration, Largest(gradient));
                }

                // What was remembered of the curvature misleads: begin again with the gradient alone.
                pairs.Clear();
                continue;
            }

            Remember(pairs, point, trial, gradient, trialGradient);
            trial.CopyTo(point);
            (gradient, trialGradient) = (trialGradient, gradient);
            value = next;
        }

        return new Minimum(MinimumStatus.IterationLimit, value, mostIterations, Largest(gradient));
    }

    /// <summary>The two-loop recursion: minus the inverse Hessian, as far as it is known, times the gradient.</summary>
    private static void Direct(List<(double[] Step, double[] Change, double Inverse)> pairs, double[] gradient, double[] direction)
    {
        for (var i = 0; i < direction.Length; i++)
        {
            direction[i] = -gradient[i];
        }

        if (pairs.Count == 0)
        {
            var size = Math.Sqrt(Dot(gradient, gradient));
            Scale(direction, 1 / Math.Max(1, size));
            return;
        }

        Span<double> shares = stackalloc double[Memory];
        for (var k = pairs.Count - 1; k >= 0; k--)
        {
            shares[k] = pairs[k].Inverse * Dot(pairs[k].Step, direction);
            Add(direction, pairs[k].Change, -shares[k]);
        }

        var (_, change, inverse) = pairs[^1];
        Scale(direction, 1 / (inverse * Dot(change, change)));
        for (var k = 0; k < pairs.Count; k++)
        {
            var back = pairs[k].Inverse * Dot(pairs[k].Change, direction);
            Add(direction, pairs[k].Step, shares[k] - back);
        }
    }

    /// <summary>Fills the point and gradient after a good step and gives the value there; null where there is none.</summary>
    private static double? Search(
        SmoothFunction function, ReadOnlySpan<double> point, double value, double[] gradient, double[] direction, double[] trial, double[] trialGradient)
    {
        var slope = Dot(gradient, direction);
        if (slope >= 0)
        {
            return null;
        }

        var (low, high, step) = (0.0, double.PositiveInfinity, 1.0);
        for (var halving = 0; halving < MostHalvings; halving++)
        {
            for (var i = 0; i < trial.Length; i++)
            {
                trial[i] = point[i] + (step * direction[i]);
            }

            var next = function(trial, trialGradient);
            if (!(next <= value + (Decrease * step * slope)))
            {
                high = step;
            }
            else if (Dot(trialGradient, direction) < Slope * slope)
            {
                low = step;
            }
            else
            {
                return next;
            }

            step = double.IsPositiveInfinity(high) ? 2 * low : (low + high) / 2;
        }

        return null;
    }

    private static void Remember(
        List<(double[] Step, double[] Change, double Inverse)> pairs, ReadOnlySpan<double> point, double[] trial, double[] gradient, double[] trialGradient)
    {
        var (step, change) = pairs.Count == Memory ? (pairs[0].Step, pairs[0].Change) : (new double[trial.Length], new double[trial.Length]);
        for (var i = 0; i < step.Length; i++)
        {
            step[i] = trial[i] - point[i];
            change[i] = trialGradient[i] - gradient[i];
        }

        if (pairs.Count == Memory)
        {
            pairs.RemoveAt(0);
        }

        var curvature = Dot(step, change);
        if (curvature > 0)
        {
            pairs.Add((step, change, 1 / curvature));
        }
    }

    private static double Largest(ReadOnlySpan<double> values) => Math.Abs(TensorPrimitives.MaxMagnitude(values));

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => TensorPrimitives.Dot(a, b);

    private static void Scale(Span<double> values, double factor) => TensorPrimitives.Multiply(values, factor, values);

    private static void Add(Span<double> values, ReadOnlySpan<double> more, double factor) =>
        TensorPrimitives.MultiplyAdd(more, factor, values, values);
}
