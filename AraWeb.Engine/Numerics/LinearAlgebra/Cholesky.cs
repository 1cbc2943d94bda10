namespace AraWeb.Engine.Numerics.LinearAlgebra;

/// <summary>Cholesky factorisation and solution of small symmetric positive definite systems, in place, without allocation.</summary>
internal static class Cholesky
{
    /// <summary>
    /// Solves A x = b. Golub and Van Loan, Matrix Computations, 4.2.
    /// </summary>
    /// <param name="a">[n * n] row-major, symmetric; the lower triangle is overwritten by the factor.</param>
    /// <param name="b">[n] right-hand side; overwritten by the solution.</param>
    /// <returns>False when A is not positive definite to working precision; b is then undefined.</returns>
    public static bool Solve(Span<double> a, Span<double> b)
    {
        var n = b.Length;
        for (var j = 0; j < n; j++)
        {
            var diagonal = a[(j * n) + j];
            for (var k = 0; k < j; k++)
            {
                diagonal -= a[(j * n) + k] * a[(j * n) + k];
            }

            if (!(diagonal > 0))
            {
                return false;
            }

            var pivot = Math.Sqrt(diagonal);
            a[(j * n) + j] = pivot;
            for (var i = j + 1; i < n; i++)
            {
                var sum = a[(i * n) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= a[(i * n) + k] * a[(j * n) + k];
                }

                a[(i * n) + j] = sum / pivot;
            }
        }

        for (var i = 0; i < n; i++)
        {
            var sum = b[i];
            for (var k = 0; k < i; k++)
            {
                sum -= a[(i * n) + k] * b[k];
            }

            b[i] = sum / a[(i * n) + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var sum = b[i];
            for (var k = i + 1; k < n; k++)
            {
                sum -= a[(k * n) + i] * b[k];
            }

            b[i] = sum / a[(i * n) + i];
        }

        return true;
    }
}
