using AraWeb.Engine.Numerics;
using AraWeb.Engine.Numerics.LinearAlgebra;
using MathNet.Numerics;

namespace AraWeb.Engine.Volatility;

/// <summary>
/// Maximum likelihood of a GARCH(1,1) with Student-t innovations by Berndt, Hall, Hall and Hausman (1974) steps with Levenberg damping, within
/// bounds. The first
/// variance is the mean squared return. Leaves out a mean: at one bar it is far smaller than the noise.
/// </summary>
public static class GarchEstimator
{
    /// <summary>Predicted gain in log-likelihood below which a step is not worth taking.</summary>
    private const double Tolerance = 1e-6;

    private const int Count = 4;
    private const int FactorsPerLog = 8;
    private const double HighestPersistence = 0.9995;
    private const double LeastWeight = 1e-6;
    private const double FewestDegrees = 2.1;
    private const double MostDegrees = 100;
    private const double MostDamping = 1e8;

    /// <summary>Where a fit without better knowledge starts: usual values for daily returns.</summary>
    public static GarchParameters Start(double variance) => new(0.03 * variance, 0.07, 0.9, 6);

    /// <summary>Fits.</summary>
    /// <param name="returns">[N] log returns, oldest first; no NaN.</param>
    /// <param name="start">Where to start; an earlier fit saves most of the work.</param>
    /// <param name="maxIterations">Steps at most.</param>
    public static GarchFit Fit(ReadOnlySpan<double> returns, GarchParameters start, int maxIterations)
    {
        var variance = returns.IsEmpty ? 0 : MeanSquare(returns);
        if (!(variance > 0) || !double.IsFinite(variance))
        {
            return new GarchFit(start, double.NaN, GarchStatus.NoVariation, 0, double.NaN, double.NaN);
        }

        // In units of the sample variance all four parameters are of order one.
        var at = Bound(start with { Omega = start.Omega / variance });
        Span<double> gradient = stackalloc double[Count];
        Span<double> information = stackalloc double[Count * Count];
        Span<double> step = stackalloc double[Count];
        Span<double> system = stackalloc double[Count * Count];
        var likelihood = Evaluate(returns, variance, at, gradient, information, out var next);
        var damping = 1e-3;
        var gain = double.PositiveInfinity;
        var iterations = 0;
        while (iterations < maxIterations && damping < MostDamping)
        {
            Project(at, gradient, information);
            information.CopyTo(system);
            gradient.CopyTo(step);
            for (var i = 0; i < Count; i++)
            {
                system[(i * Count) + i] *= 1 + damping;
            }

            if (!Cholesky.Solve(system, step))
            {
                damping *= 10;
                continue;
            }

            gain = 0.5 * Dot(step, gradient);
            if (gain < Tolerance)
            {
                break;
            }

            iterations++;
            var trial = Bound(new GarchParameters(at.Omega + step[0], at.Alpha + step[1], at.Beta + step[2], at.Degrees + step[3]));
            var found = Evaluate(returns, variance, trial, system[..Count], information, out var following);
            if (found > likelihood)
            {
                (at, likelihood, next) = (trial, found, following);
                system[..Count].CopyTo(gradient);
                damping = Math.Max(damping / 10, 1e-9);
            }
            else
            {
                _ = Evaluate(returns, variance, at, gradient, information, out _);
                damping *= 10;
            }
        }

        var status = gain >= Tolerance ? GarchStatus.IterationLimit : IsAtBound(at) ? GarchStatus.AtBound : GarchStatus.Converged;
        var shift = -0.5 * returns.Length * Math.Log(variance);
        return new GarchFit(at with { Omega = at.Omega * variance }, likelihood + shift, status, iterations, gain, next * variance);
    }

    /// <summary>Log-likelihood of given parameters, in nats.</summary>
    /// <param name="returns">[N] log returns.</param>
    /// <param name="parameters">Within the bounds of a fit.</param>
    public static double LogLikelihood(ReadOnlySpan<double> returns, GarchParameters parameters)
    {
        var variance = MeanSquare(returns);
        Span<double> gradient = stackalloc double[Count];
        Span<double> information = stackalloc double[Count * Count];
        var scaled = Evaluate(returns, variance, parameters with { Omega = parameters.Omega / variance }, gradient, information, out _);
        return scaled - (0.5 * returns.Length * Math.Log(variance));
    }

    private static double MeanSquare(ReadOnlySpan<double> returns) =>
        SpanMath.SumOfSquares(returns, 0) / returns.Length;

    /// <summary>
    /// Log-likelihood of returns in units of the root of <paramref name="unit"/>, its gradient, and the outer product of the gradients of each return.
    /// </summary>
    private static double Evaluate(
        ReadOnlySpan<double> returns, double unit, GarchParameters at, Span<double> gradient, Span<double> information, out double next)
    {
        gradient.Clear();
        information.Clear();
        Span<double> score = stackalloc double[Count];
        var degrees = at.Degrees;
        var half = 0.5 * (degrees + 1);
        var constant = SpecialFunctions.GammaLn(half) - SpecialFunctions.GammaLn(0.5 * degrees) - (0.5 * Math.Log(Math.PI * (degrees - 2)));
        var slope = 0.5 * (SpecialFunctions.DiGamma(half) - SpecialFunctions.DiGamma(0.5 * degrees) - (1 / (degrees - 2)));
        var (variance, byOmega, byAlpha, byBeta) = (1.0, 0.0, 0.0, 0.0);
        var (sum, product, factors) = (constant * returns.Length, 1.0, 0);
        var perUnit = 1 / unit;
        foreach (var value in returns)
        {
            var square = value * value * perUnit;
            var ratio = square / (variance * (degrees - 2));
            var log = Math.Log(1 + ratio);
            sum -= half * log;

            // Variances lie around one, so a few may be multiplied before the logarithm is taken.
            product *= variance;
            if (++factors == FactorsPerLog)
            {
                sum -= 0.5 * Math.Log(product);
                (product, factors) = (1, 0);
            }

            var weight = half * ratio / (1 + ratio);
            var byVariance = (weight - 0.5) / variance;
            score[0] = byVariance * byOmega;
            score[1] = byVariance * byAlpha;
            score[2] = byVariance * byBeta;
            score[3] = slope - (0.5 * log) + (weight / (degrees - 2));
            for (var i = 0; i < Count; i++)
            {
                gradient[i] += score[i];
                for (var j = 0; j <= i; j++)
                {
                    information[(i * Count) + j] += score[i] * score[j];
                }
            }

            byOmega = 1 + (at.Beta * byOmega);
            byAlpha = square + (at.Beta * byAlpha);
            byBeta = variance + (at.Beta * byBeta);
            variance = at.Omega + (at.Alpha * square) + (at.Beta * variance);
        }

        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                information[(j * Count) + i] = information[(i * Count) + j];
            }
        }

        next = variance;
        return sum - (0.5 * Math.Log(product));
    }

    /// <summary>Takes a parameter that rests on a bound and is pushed against it out of the step.</summary>
    private static void Project(GarchParameters at, Span<double> gradient, Span<double> information)
    {
        Span<bool> held = [
            at.Omega <= LeastWeight && gradient[0] < 0,
            at.Alpha <= LeastWeight && gradient[1] < 0,
            at.Beta <= LeastWeight && gradient[2] < 0,
            (at.Degrees <= FewestDegrees && gradient[3] < 0) || (at.Degrees >= MostDegrees && gradient[3] > 0)];
        for (var i = 0; i < Count; i++)
        {
            if (!held[i])
            {
                continue;
            }

            gradient[i] = 0;
            for (var j = 0; j < Count; j++)
            {
                information[(i * Count) + j] = information[(j * Count) + i] = i == j ? 1 : 0;
            }
        }
    }

    private static GarchParameters Bound(GarchParameters at)
    {
        var alpha = Math.Max(at.Alpha, LeastWeight);
        var beta = Math.Max(at.Beta, LeastWeight);
        var excess = (alpha + beta) / HighestPersistence;
        return new GarchParameters(
            Math.Max(at.Omega, LeastWeight),
            excess > 1 ? alpha / excess : alpha,
            excess > 1 ? beta / excess : beta,
            Math.Clamp(at.Degrees, FewestDegrees, MostDegrees));
    }

    private static bool IsAtBound(GarchParameters at) =>
        at.Persistence > HighestPersistence - 1e-6 || at.Alpha <= LeastWeight || at.Beta <= LeastWeight || at.Omega <= LeastWeight
        || at.Degrees <= FewestDegrees || at.Degrees >= MostDegrees;

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
