using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MathNet.Numerics;

namespace AraWeb.Engine.Regime.Hmm;

/// <summary>
/// The M-step: parameters that maximise the expected log-likelihood plus the sticky prior. For Student-t emissions each row counts with its weight and
/// scales are divided by the sum of weights (Kent, Tyler and Vardi 1994), which has the same fixed point as the plain step and comes there sooner; the
/// degrees of freedom, where they are estimated, follow in a second step (ECM; Liu and Rubin 1995).
/// </summary>
internal sealed class HmmMaximizer
{
    /// <summary>
    /// Smallest variance of a state as a share of the feature's variance over all rows: hmmlearn's min_covar on standardised data. Without it a state that
    /// sits on one row, or on equal rows, has unbounded likelihood (Hathaway 1985).
    /// </summary>
    public const double VarianceFloor = 1e-3;

    /// <summary>
    /// A state whose rows add up to fewer than this has collapsed: with ten, a variance is known to 45 % (the square root of 2 / 10) and no better.
    /// </summary>
    public const double FewestRows = 10;

    /// <summary>Below this a t has hardly a variance to speak of.</summary>
    private const double LeastDegrees = 2.1;

    /// <summary>Above this a t cannot be told from a Gaussian.</summary>
    private const double MostDegrees = 200;

    private const int Bisections = 40;

    private readonly HmmSettings _settings;
    private readonly double[] _floors;
    private readonly double[] _sums;

    /// <summary>Makes the step for the rows whose variances, feature by feature, are given.</summary>
    public HmmMaximizer(HmmSettings settings, ReadOnlySpan<double> variances, int width)
    {
        _settings = settings;
        _floors = new double[variances.Length];
        for (var d = 0; d < _floors.Length; d++)
        {
            _floors[d] = variances[d] > 0 ? VarianceFloor * variances[d] : VarianceFloor;
        }

        _sums = new double[4 * width];
    }

    /// <summary>Smallest variance of each feature, [D].</summary>
    public ReadOnlySpan<double> Floors => _floors;

    /// <summary>Improves the parameters; false, leaving them half done, when a state has collapsed.</summary>
    public bool Step(HmmLanes lanes, HmmWorkspace work, ReadOnlySpan<double> rows)
    {
        var width = lanes.Width;
        var weights = lanes.IsGaussian ? default : work.Weights.AsSpan();
        var occupied = _sums.AsSpan(0, width);
        var weighted = _sums.AsSpan(width, width);
        Occupy(work.Probabilities, weights, occupied, weighted);
        for (var k = 0; k < lanes.States; k++)
        {
            if (occupied[k] < FewestRows)
            {
                return false;
            }
        }

        for (var d = 0; d < lanes.Features; d++)
        {
            Moments(work.Probabilities, weights, rows[d..], lanes, d, _sums.AsSpan(2 * width));
            for (var k = 0; k < lanes.States; k++)
            {
                // Sums are about the old centre: no cancellation, since the new one is near.
                var shift = _sums[(2 * width) + k] / weighted[k];
                lanes.Means[(d * width) + k] += shift;
                lanes.Variances[(d * width) + k] = Math.Max(_floors[d], (_sums[(3 * width) + k] / weighted[k]) - (shift * shift));
            }
        }

        Transitions(lanes, work);
        if (_settings.EstimatesDegreesOfFreedom && !lanes.IsGaussian)
        {
            lanes.DegreesOfFreedom = Degrees(lanes, work);
        }

        lanes.Prepare();
        return true;
    }

    /// <summary>Log density of the sticky prior, up to a constant.</summary>
    public double LogPrior(HmmLanes lanes)
    {
        var sum = 0.0;
        for (var k = 0; k < lanes.States && _settings.StickyCount > 0; k++)
        {
            sum += _settings.StickyCount * Math.Log(lanes.Transition[(k * lanes.Width) + k]);
        }

        return sum;
    }

    private void Transitions(HmmLanes lanes, HmmWorkspace work)
    {
        var (states, width) = (lanes.States, lanes.Width);
        for (var i = 0; i < states; i++)
        {
            lanes.Initial[i] = work.Probabilities[i];
            var counts = work.Transitions.AsSpan(i * width, states);
            counts[i] += _settings.StickyCount;
            var sum = Numerics.SpanMath.Sum(counts);
            for (var j = 0; j < states && sum > 0; j++)
            {
                lanes.Transition[(i * width) + j] = counts[j] / sum;
            }
        }
    }

    /// <summary>Sums of probabilities and of weighted probabilities of each state.</summary>
    private static void Occupy(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights, Span<double> occupied, Span<double> weighted)
    {
        var width = occupied.Length;
        for (var k = 0; k < width; k += HmmLanes.Lane)
        {
            var (sum, heavy) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var at = k; at < probabilities.Length; at += width)
            {
                var probability = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(probabilities), (nuint)at);
                sum += probability;
                heavy += weights.IsEmpty ? probability : probability * Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(weights), (nuint)at);
            }

            sum.CopyTo(occupied[k..]);
            heavy.CopyTo(weighted[k..]);
        }
    }

    /// <summary>Weighted sums of distances from the old centre and of their squares, for one feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Moments(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights, ReadOnlySpan<double> column, HmmLanes lanes, int feature, Span<double> sums)
    {
        var (width, stride) = (lanes.Width, lanes.Features);
        for (var k = 0; k < width; k += HmmLanes.Lane)
        {
            var mean = Vector256.LoadUnsafe(ref lanes.Means[feature * width], (nuint)k);
            var (first, second) = (Vector256<double>.Zero, Vector256<double>.Zero);
            ref var value = ref MemoryMarshal.GetReference(column);
            var row = 0;
            for (var at = k; at < probabilities.Length; at += width)
            {
                var weight = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(probabilities), (nuint)at);
                if (!weights.IsEmpty)
                {
                    weight *= Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(weights), (nuint)at);
                }

                var gap = Vector256.Create(Unsafe.Add(ref value, row)) - mean;
                var term = weight * gap;
                first += term;
                second += term * gap;
                row += stride;
            }

            first.CopyTo(sums[k..]);
            second.CopyTo(sums[(width + k)..]);
        }
    }

    /// <summary>The root of Peel and McLachlan (2000), eq. 31, with one number for all states.</summary>
    private static double Degrees(HmmLanes lanes, HmmWorkspace work)
    {
        var mean = 0.0;
        for (var t = 0; t < work.Count; t++)
        {
            for (var k = 0; k < lanes.States; k++)
            {
                var at = (t * lanes.Width) + k;
                mean += work.Probabilities[at] * (Math.Log(work.Weights[at]) - work.Weights[at]);
            }
        }

        var old = 0.5 * (lanes.DegreesOfFreedom + lanes.Features);
        var constant = 1 + (mean / work.Count) + SpecialFunctions.DiGamma(old) - Math.Log(old);
        var (low, high) = (LeastDegrees, MostDegrees);
        for (var step = 0; step < Bisections; step++)
        {
            // Falls as degrees rise.
            var middle = 0.5 * (low + high);
            var slope = constant + Math.Log(0.5 * middle) - SpecialFunctions.DiGamma(0.5 * middle);
            (low, high) = slope > 0 ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }
}
