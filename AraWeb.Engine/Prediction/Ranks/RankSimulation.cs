using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;
using AraWeb.Engine.Numerics.Covariance;
using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>
/// Probabilities of rank classes by drawing joint returns and counting. Each draw is used together with its mirror image about the means (antithetic
/// variates, Hammersley and Morton 1956); with equal means the mirror's ranks are the draw's in reverse and cost nothing.
/// </summary>
internal static class RankSimulation
{
    private const int BlockDraws = 64;
    private const int Width = 4;

    /// <summary>Simulates.</summary>
    /// <param name="covariance">Of the returns that are ranked, or any multiple of it where all means are equal.</param>
    /// <param name="means">[assets] expected returns.</param>
    /// <param name="settings">Draws, seed and tails.</param>
    /// <exception cref="Core.InputException">The number of assets is no multiple of five.</exception>
    /// <exception cref="ArgumentException">The covariance is not positive semidefinite.</exception>
    public static RankForecast Run(CovarianceEstimate covariance, ReadOnlySpan<double> means, RankSimulationSettings settings)
    {
        var n = covariance.Assets;
        RankClasses.CheckSize(n);
        var factor = PivotedCholesky.Factor(covariance.Correlations(), n);
        if (!factor.IsSemidefinite)
        {
            throw new ArgumentException(
                $"The covariance is not positive semidefinite: {factor.Residual} is left after {factor.Rank} pivots.", nameof(covariance));
        }

        var deviations = covariance.Deviations();
        var hasEqualMeans = SpanMath.Max(means) == SpanMath.Min(means);
        var random = new SeededNormals(settings.Seed);
        var normals = new double[factor.Rank * BlockDraws];
        var draws = new double[n * BlockDraws];
        var tally = new RankTally(n);
        var outcome = new double[n];
        for (var done = 0; done < settings.Pairs; done += BlockDraws)
        {
            random.Fill(normals);
            Multiply(factor, deviations, normals, draws);
            Widen(draws, settings.DegreesOfFreedom, random);
            var count = Math.Min(BlockDraws, settings.Pairs - done);
            for (var s = 0; s < count; s++)
            {
                Gather(draws, s, means, 1, outcome);
                tally.Add(outcome, hasEqualMeans);
                if (!hasEqualMeans)
                {
                    Gather(draws, s, means, -1, outcome);
                    tally.Add(outcome, isMirrored: false);
                }
            }
        }

        // Of the two draws of a pair the middle class can learn the same thing twice, so pairs count once; a fifth is the mean probability, a half the worst.
        return new RankForecast(tally.Probabilities(), 2 * settings.Pairs, Math.Sqrt(0.25 / settings.Pairs));
    }

    /// <summary>Draws of all assets, [n * BlockDraws]: deviation times L z, sixteen draws at a time.</summary>
    private static void Multiply(PivotedCholesky factor, double[] deviations, double[] normals, double[] draws)
    {
        ref var z = ref MemoryMarshal.GetArrayDataReference(normals);
        for (var i = 0; i < deviations.Length; i++)
        {
            var row = factor.Row(i);
            var deviation = deviations[factor.Order[i]];
            ref var to = ref draws[factor.Order[i] * BlockDraws];
            for (nuint s = 0; s < BlockDraws; s += 4 * Width)
            {
                var (a, b, c, d) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
                for (var k = 0; k < row.Length; k++)
                {
                    var weight = Vector256.Create(row[k]);
                    var at = ((nuint)k * BlockDraws) + s;
                    a += weight * Vector256.LoadUnsafe(ref z, at);
                    b += weight * Vector256.LoadUnsafe(ref z, at + Width);
                    c += weight * Vector256.LoadUnsafe(ref z, at + (2 * Width));
                    d += weight * Vector256.LoadUnsafe(ref z, at + (3 * Width));
                }

                (a * deviation).StoreUnsafe(ref to, s);
                (b * deviation).StoreUnsafe(ref to, s + Width);
                (c * deviation).StoreUnsafe(ref to, s + (2 * Width));
                (d * deviation).StoreUnsafe(ref to, s + (3 * Width));
            }
        }
    }

    /// <summary>Turns normal draws into Student t draws of the same variance, asset by asset.</summary>
    private static void Widen(double[] draws, double degrees, SeededNormals random)
    {
        for (var k = 0; k < draws.Length && double.IsFinite(degrees); k++)
        {
            draws[k] *= Math.Sqrt((degrees - 2) / random.NextChiSquared(degrees));
        }
    }

    private static void Gather(double[] draws, int s, ReadOnlySpan<double> means, int sign, double[] outcome)
    {
        for (var i = 0; i < outcome.Length; i++)
        {
            outcome[i] = means[i] + (sign * draws[(i * BlockDraws) + s]);
        }
    }
}
