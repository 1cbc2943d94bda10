namespace AraWeb.Engine.Regime;

/// <summary>
/// Brings each feature to mean 0 and standard deviation 1 over the rows it learned from, and cuts what lies farther than three deviations out, as jump
/// models are fed in the literature (clipping: Shu's jump-models package). Learns on the training window only. A feature that never changed there becomes
/// 0.
/// </summary>
public sealed class RowScaler
{
    /// <summary>Deviations beyond which values are cut.</summary>
    public const double Clip = 3;

    private readonly double[] _means;
    private readonly double[] _factors;

    private RowScaler(double[] means, double[] factors) => (_means, _factors) = (means, factors);

    /// <summary>D.</summary>
    public int Features => _means.Length;

    /// <summary>Learns from rows.</summary>
    /// <param name="rows">[T x D] row by row, all finite.</param>
    /// <param name="features">D.</param>
    /// <exception cref="ArgumentException">There are no rows, or they are not rows of D features.</exception>
    public static RowScaler Learn(ReadOnlySpan<double> rows, int features)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        if (rows.IsEmpty || rows.Length % features != 0)
        {
            throw new ArgumentException($"{rows.Length} values are not rows of {features} features.", nameof(rows));
        }

        var count = rows.Length / features;
        var means = new double[features];
        var factors = new double[features];
        for (var i = 0; i < rows.Length; i++)
        {
            means[i % features] += rows[i] / count;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var gap = rows[i] - means[i % features];
            factors[i % features] += gap * gap / count;
        }

        for (var d = 0; d < features; d++)
        {
            factors[d] = factors[d] > 0 ? 1 / Math.Sqrt(factors[d]) : 0;
        }

        return new RowScaler(means, factors);
    }

    /// <summary>Scales rows.</summary>
    /// <param name="rows">[T x D] row by row.</param>
    /// <param name="scaled">[T x D] receives them; may be the same memory.</param>
    public void Apply(ReadOnlySpan<double> rows, Span<double> scaled)
    {
        for (var t = 0; t < rows.Length; t += _means.Length)
        {
            for (var d = 0; d < _means.Length; d++)
            {
                scaled[t + d] = Math.Clamp((rows[t + d] - _means[d]) * _factors[d], -Clip, Clip);
            }
        }
    }
}
