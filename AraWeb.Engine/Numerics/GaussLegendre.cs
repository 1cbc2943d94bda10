namespace AraWeb.Engine.Numerics;

/// <summary>
/// Points and weights of Gauss-Legendre rules on the interval from 0 to 1: n points integrate polynomials up to degree 2 n - 1 exactly. Zeros of Legendre's
/// polynomial by Newton's method from Tricomi's guess (Press and others, Numerical Recipes 3, section 4.6.1).
/// </summary>
internal static class GaussLegendre
{
    // Newton's method doubles the digits of a guess that has three: it stands still after four or five steps.
    private const int Steps = 10;

    /// <summary>The rule of <paramref name="count"/> points, in ascending order.</summary>
    public static (double[] Points, double[] Weights) Rule(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var (points, weights) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / (count + 0.5));
            var slope = 0.0;
            for (var step = 0; step < Steps; step++)
            {
                (var value, slope) = Legendre(count, x);
                x -= value / slope;
            }

            points[count - 1 - i] = (1 + x) / 2;
            weights[count - 1 - i] = 1 / ((1 - (x * x)) * slope * slope);
        }

        return (points, weights);
    }

    private static (double Value, double Slope) Legendre(int degree, double x)
    {
        var (last, value) = (1.0, x);
        for (var n = 2; n <= degree; n++)
        {
            (last, value) = (value, ((((2 * n) - 1) * x * value) - ((n - 1) * last)) / n);
        }

        return (value, degree * ((x * value) - last) / ((x * x) - 1));
    }
}
