using System.Runtime.CompilerServices;

namespace AraWeb.Engine.Regime;

/// <summary>
/// Brings each feature to mean 0 and standard deviation 1 over the rows it learned from, cuts what lies farther than three deviations out, as jump models
/// are fed in the literature (clipping: Shu's jump-models package), and multiplies by the feature's weight. Learns on the training window only. A feature
/// that never changed there becomes 0.
/// </summary>
public sealed class RowScaler
{
    /// <summary>Deviations beyond which values are cut.</summary>
    public const double Clip = 3;

    private readonly double[] _means;
    private readonly double[] _factors;
    private readonly double[] _limits;

    private RowScaler(double[] means, double[] factors, double[] limits) => (_means, _factors, _limits) = (means, factors, limits);

    /// <summary>D.</summary>
    public int Features => _means.Length;

    /// <summary>Learns from rows; every feature has weight 1.</summary>
    /// <param name="rows">[T x D] row by row, all finite.</param>
    /// <param name="features">D.</param>
    /// <exception cref="ArgumentException">There are no rows, or they are not rows of D features.</exception>
    public static RowScaler Learn(ReadOnlySpan<double> rows, int features)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        Span<double> weights = stackalloc double[features];
        weights.Fill(1);
        return Learn(rows, weights);
    }

    /// <summary>Learns from rows.</summary>
    /// <param name="rows">[T x D] row by row, all finite.</param>
    /// <param name="weights">[D] standard deviation that each feature is brought to, positive.</param>
    /// <exception cref="ArgumentException">There are no rows, or they are not rows of D features.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RowScaler Learn(ReadOnlySpan<double> rows, ReadOnlySpan<double> weights)
    {
        var features = weights.Length;
        if (rows.IsEmpty || features == 0 || rows.Length % features != 0)
        {
            throw new ArgumentException($"{rows.Length} values are not rows of {features} features.", nameof(rows));
        }

        var count = rows.Length / features;
        var means = new double[features];
        var factors = new double[features];
        var limits = new double[features];
        for (var d = 0; d < features; d++)
        {
            // About the first value, so that equal values have deviation 0 to the last bit.
            var (sum, squares, first) = (0.0, 0.0, rows[d]);
            for (var i = d; i < rows.Length; i += features)
            {
                sum += rows[i] - first;
            }

            means[d] = first + (sum / count);
            for (var i = d; i < rows.Length; i += features)
            {
                var gap = rows[i] - means[d];
                squares += gap * gap;
            }

            factors[d] = squares > 0 ? weights[d] / Math.Sqrt(squares / count) : 0;
            limits[d] = Clip * weights[d];
        }

        return new RowScaler(means, factors, limits);
    }

    /// <summary>Scales rows.</summary>
    /// <param name="rows">[T x D] row by row.</param>
    /// <param name="scaled">[T x D] receives them; may be the same memory.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(ReadOnlySpan<double> rows, Span<double> scaled)
    {
        var features = _means.Length;
        scaled = scaled[..rows.Length];
        for (var d = 0; d < features; d++)
        {
            var (mean, factor, limit) = (_means[d], _factors[d], _limits[d]);
            for (var i = d; i < rows.Length; i += features)
            {
                scaled[i] = Math.Min(Math.Max((rows[i] - mean) * factor, -limit), limit);
            }
        }
    }
}
