namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>From covariances to correlations and back. Matrices are [n * n], row-major.</summary>
internal static class Correlation
{
    /// <summary>[n] square roots of the diagonal.</summary>
    public static double[] Deviations(ReadOnlySpan<double> covariance, int n)
    {
        var deviations = new double[n];
        for (var i = 0; i < n; i++)
        {
            deviations[i] = Math.Sqrt(covariance[(i * n) + i]);
        }

        return deviations;
    }

    /// <summary>Correlations within [-1, 1], the diagonal exactly 1; 0 between an asset without variance and any other.</summary>
    public static double[] FromCovariance(ReadOnlySpan<double> covariance, int n)
    {
        var deviations = Deviations(covariance, n);
        var correlations = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var scale = deviations[i] * deviations[j];
                correlations[(i * n) + j] = correlations[(j * n) + i] = scale > 0 ? Math.Clamp(covariance[(i * n) + j] / scale, -1, 1) : 0;
            }

            correlations[(i * n) + i] = 1;
        }

        return correlations;
    }

    /// <summary>Covariances from correlations and standard deviations.</summary>
    public static double[] ToCovariance(ReadOnlySpan<double> correlations, ReadOnlySpan<double> deviations)
    {
        var n = deviations.Length;
        var covariance = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                covariance[(i * n) + j] = covariance[(j * n) + i] = correlations[(i * n) + j] * (deviations[i] * deviations[j]);
            }
        }

        return covariance;
    }

    /// <summary>Mean correlation of the pairs whose assets both vary; 0 where there is no such pair.</summary>
    public static double Mean(ReadOnlySpan<double> correlations, ReadOnlySpan<double> deviations)
    {
        var n = deviations.Length;
        var (sum, pairs) = (0.0, 0);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (deviations[i] > 0 && deviations[j] > 0)
                {
                    sum += correlations[(i * n) + j];
                    pairs++;
                }
            }
        }

        return pairs == 0 ? 0 : sum / pairs;
    }

    /// <summary>Moves every correlation of two varying assets towards <paramref name="target"/>, in place.</summary>
    public static void ShrinkTo(double target, double intensity, Span<double> correlations, ReadOnlySpan<double> deviations)
    {
        var n = deviations.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (deviations[i] > 0 && deviations[j] > 0)
                {
                    var value = correlations[(i * n) + j];
                    correlations[(i * n) + j] = correlations[(j * n) + i] = value + (intensity * (target - value));
                }
            }
        }
    }
}
