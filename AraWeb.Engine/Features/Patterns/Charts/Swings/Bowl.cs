namespace AraWeb.Engine.Features.Patterns.Charts.Swings;

/// <summary>
/// How much prices look like a bowl: a parabola fitted by least squares, on bars laid out from -1 to 1, and how full the bowl is. A corner (two straight lines)
/// is almost as parabolic as a bowl, but only half full where a parabola is two thirds.
/// </summary>
/// <param name="Curvature">Factor of the square: positive for a bowl.</param>
/// <param name="Vertex">Where the turning point lies: -1 the first bar, 1 the last.</param>
/// <param name="Explained">Share of the prices' variance that the parabola explains.</param>
/// <param name="Fullness">Mean depth below the middle of both ends, as a share of the greatest depth.</param>
internal readonly record struct Bowl(double Curvature, double Vertex, double Explained, double Fullness)
{
    /// <summary>Grade: fuller than a corner, at best as full as a parabola.</summary>
    public double Roundness => Grades.Towards(Fullness, 0.55, 2.0 / 3);

    /// <summary>Fits at least three prices. NaN where they are all equal.</summary>
    public static Bowl Fit(ReadOnlySpan<double> prices)
    {
        // Orthogonal polynomials of degree 0, 1 and 2 over equally spaced points: x and x^2 - mean of x^2.
        var half = (prices.Length - 1) / 2.0;
        var meanSquare = (prices.Length + 1.0) / (3 * (prices.Length - 1));
        var (sum, linear, square, spread1, spread2, lowest) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < prices.Length; i++)
        {
            var from = prices[i] - prices[0];
            var x = (i - half) / half;
            var bow = (x * x) - meanSquare;
            lowest = Math.Min(lowest, from);
            sum += from;
            linear += x * from;
            square += bow * from;
            spread1 += x * x;
            spread2 += bow * bow;
        }

        var mean = sum / prices.Length;
        var total = 0.0;
        for (var i = 0; i < prices.Length; i++)
        {
            var off = prices[i] - prices[0] - mean;
            total += off * off;
        }

        var (slope, curvature) = (linear / spread1, square / spread2);
        var rim = (prices[^1] - prices[0]) / 2;
        return new Bowl(
            curvature, -slope / (2 * curvature), ((slope * linear) + (curvature * square)) / total, (rim - mean) / (rim - lowest));
    }
}
