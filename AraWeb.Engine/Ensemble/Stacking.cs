namespace AraWeb.Engine.Ensemble;

/// <summary>
/// Non-negative weights of members by ridge regression of outcomes on out-of-fold forecasts (stacking; Wolpert 1992, Breiman 1996), shrunk to zero in their sum
/// and to each other in their differences: the mode of the posterior under normal priors, found by coordinate descent. In a state of the market the weights
/// are drawn to those of all states.
/// </summary>
public static class Stacking
{
    private const int MostSweeps = 500;
    private const double Tolerance = 1e-10;

    /// <summary>[M] weights over all states.</summary>
    /// <param name="moments">What has been seen.</param>
    /// <param name="noise">Variance of an outcome of weight one, in squared forecast deviations.</param>
    /// <param name="settings">Priors.</param>
    public static double[] Weights(StackingMoments moments, double noise, StackingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(settings);
        var count = moments.Members;
        var (total, member) = (noise / Square(settings.Total), noise / Square(settings.Member));
        var system = moments.Gram.ToArray();
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                system[(i * count) + j] += total - (member / count) + (i == j ? member : 0);
            }
        }

        return Solve(system, moments.Moments, new double[count]);
    }

    /// <summary>[M] weights in one state.</summary>
    /// <param name="moments">What has been seen in it.</param>
    /// <param name="noise">Variance of an outcome of weight one, in squared forecast deviations.</param>
    /// <param name="centre">[M] what the weights are drawn to.</param>
    /// <param name="settings">Priors.</param>
    public static double[] RegimeWeights(StackingMoments moments, double noise, ReadOnlySpan<double> centre, StackingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentNullException.ThrowIfNull(settings);
        var count = moments.Members;
        var penalty = noise / Square(settings.Regime);
        var system = moments.Gram.ToArray();
        var target = moments.Moments.ToArray();
        for (var i = 0; i < count; i++)
        {
            system[(i * count) + i] += penalty;
            target[i] += penalty * centre[i];
        }

        return Solve(system, target, centre.ToArray());
    }

    /// <summary>
    /// The strength at which the members' own spreads count: how far what the pool missed goes along with what the spreads would have changed, by ridge
    /// regression, 0 to 1.
    /// </summary>
    /// <param name="products">Weighted sum of what the spreads would have changed times what the pool missed.</param>
    /// <param name="squares">Weighted sum of squares of what the spreads would have changed.</param>
    /// <param name="noise">Variance of an outcome of weight one, in squared forecast deviations.</param>
    /// <param name="settings">Priors.</param>
    public static double Strength(double products, double squares, double noise, StackingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var penalty = noise / Square(settings.Spread);
        return squares + penalty > 0 ? Math.Min(1, Math.Max(0, products / (squares + penalty))) : 0;
    }

    private static double Square(double value) => value * value;

    /// <summary>Minimises x'Ax / 2 - b'x over x of no negative part, from a start.</summary>
    private static double[] Solve(double[] system, ReadOnlySpan<double> target, double[] x)
    {
        var count = x.Length;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var moved = 0.0;
            for (var i = 0; i < count; i++)
            {
                var gradient = target[i];
                for (var j = 0; j < count; j++)
                {
                    gradient -= system[(i * count) + j] * x[j];
                }

                var value = Math.Max(0, x[i] + (gradient / system[(i * count) + i]));
                moved = Math.Max(moved, Math.Abs(value - x[i]));
                x[i] = value;
            }

            if (moved < Tolerance)
            {
                break;
            }
        }

        return x;
    }
}
