using System.Numerics.Tensors;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// Cyclic coordinate descent on a matrix of products (Friedman, Hastie and Tibshirani 2010, "covariance updates"): the gradient is kept up to date, so a
/// coordinate that stays at zero costs nothing. Sweeps run over the active coordinates until they settle, then over all; the end is told by the duality gap.
/// </summary>
/// <param name="problem">Products of standardised columns.</param>
/// <param name="horizon">Number of the target.</param>
internal sealed class CoordinateDescent(LinearProblem problem, int horizon)
{
    private readonly double[] _gradient = new double[problem.Size];

    /// <summary>Minimises b'Gb / 2 - q'b + <paramref name="amounts"/> |b| + <paramref name="squares"/> b'b / 2.</summary>
    /// <param name="amounts">Penalty on amounts, above zero.</param>
    /// <param name="squares">Penalty on squares.</param>
    /// <param name="coefficients">[F] where to start; receives the minimum.</param>
    /// <param name="maxIterations">Sweeps allowed.</param>
    /// <param name="tolerance">Share of the targets' sum of squares that the gap may have.</param>
    /// <param name="cancellationToken">Looked at after each sweep.</param>
    public DescentEnd Minimise(
        double amounts, double squares, Span<double> coefficients, int maxIterations, double tolerance, CancellationToken cancellationToken)
    {
        Refresh(coefficients);
        if (problem.TargetSquares[horizon] == 0)
        {
            coefficients.Clear();
            return new DescentEnd(LinearFitStatus.Converged, 0, 0);
        }

        var gap = double.PositiveInfinity;
        var sweep = 0;
        while (sweep < maxIterations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var moved = Sweep(coefficients, amounts, squares, activeOnly: false);
            sweep++;
            if (moved <= tolerance * Largest(coefficients))
            {
                Refresh(coefficients);
                gap = Gap(coefficients, amounts, squares) / problem.TargetSquares[horizon];
                if (gap <= tolerance)
                {
                    return new DescentEnd(LinearFitStatus.Converged, sweep, gap);
                }

                if (moved == 0)
                {
                    // Nothing moves any more: the gap that is left is rounding.
                    break;
                }
            }

            while (sweep < maxIterations && Sweep(coefficients, amounts, squares, activeOnly: true) > tolerance * Largest(coefficients))
            {
                cancellationToken.ThrowIfCancellationRequested();
                sweep++;
            }
        }

        Refresh(coefficients);
        gap = Gap(coefficients, amounts, squares) / problem.TargetSquares[horizon];
        return new DescentEnd(gap <= tolerance ? LinearFitStatus.Converged : LinearFitStatus.IterationLimit, sweep, gap);
    }

    private static double Largest(ReadOnlySpan<double> coefficients)
    {
        var largest = 0.0;
        foreach (var coefficient in coefficients)
        {
            largest = Math.Max(largest, Math.Abs(coefficient));
        }

        return largest;
    }

    private double Sweep(Span<double> coefficients, double amounts, double squares, bool activeOnly)
    {
        var n = problem.Size;
        var moved = 0.0;
        for (var j = 0; j < n; j++)
        {
            var old = coefficients[j];
            if (problem.Scales[j] == 0 || (activeOnly && old == 0))
            {
                continue;
            }

            // The diagonal of G is one.
            var pull = _gradient[j] + old;
            var next = pull > amounts ? (pull - amounts) / (1 + squares) : pull < -amounts ? (pull + amounts) / (1 + squares) : 0;
            if (next == old)
            {
                continue;
            }

            coefficients[j] = next;
            TensorPrimitives.MultiplyAdd(problem.Gram.AsSpan(j * n, n), old - next, _gradient, _gradient);
            moved = Math.Max(moved, Math.Abs(next - old));
        }

        return moved;
    }

    /// <summary>The gradient q - Gb from scratch, so that rounding of the updates does not add up.</summary>
    private void Refresh(ReadOnlySpan<double> coefficients)
    {
        var n = problem.Size;
        problem.Products[horizon].CopyTo(_gradient, 0);
        for (var j = 0; j < n; j++)
        {
            if (coefficients[j] != 0)
            {
                TensorPrimitives.MultiplyAdd(problem.Gram.AsSpan(j * n, n), -coefficients[j], _gradient, _gradient);
            }
        }
    }

    /// <summary>
    /// What the objective lies above its dual at the residual, scaled to be feasible (Kim and others 2007). The penalty on squares counts as further rows, so
    /// their part of the gradient is taken off before.
    /// </summary>
    private double Gap(ReadOnlySpan<double> coefficients, double amounts, double squares)
    {
        var products = problem.Products[horizon];
        var (along, square, amount, steepest) = (SpanMath.Dot(products, coefficients), SpanMath.Dot(coefficients, coefficients), 0.0, 0.0);
        for (var j = 0; j < coefficients.Length; j++)
        {
            amount += Math.Abs(coefficients[j]);
            steepest = Math.Max(steepest, Math.Abs(_gradient[j] - (squares * coefficients[j])));
        }

        // b'Gb = q'b - b'(q - Gb).
        var residual = Math.Max(0, problem.TargetSquares[horizon] - along - SpanMath.Dot(_gradient, coefficients));
        var share = steepest > amounts ? amounts / steepest : 1;
        var fit = problem.TargetSquares[horizon] - along;
        return (residual * (1 + (share * share)) / 2) + (amounts * amount) - (share * fit) + (squares * square * (1 + (share * share)) / 2);
    }
}
