namespace AraWeb.Engine.Numerics.LinearAlgebra;

/// <summary>
/// The factor L of a symmetric positive definite matrix, A = L L', kept to solve many systems and to measure quadratic forms (Golub and Van Loan, Matrix
/// Computations, 4.2). For a single small system <see cref="Cholesky"/> does it in place.
/// </summary>
internal sealed class CholeskyFactor
{
    private readonly double[] _factor;
    private readonly int _size;

    private CholeskyFactor(double[] factor, int size) => (_factor, _size) = (factor, size);

    /// <summary>Factors A + <paramref name="ridge"/> I.</summary>
    /// <param name="a">[n * n] row-major; the lower triangle is read.</param>
    /// <param name="n">Number of rows.</param>
    /// <param name="ridge">Added to the diagonal.</param>
    /// <returns>Null when the sum is not positive definite to working precision.</returns>
    public static CholeskyFactor? Of(ReadOnlySpan<double> a, int n, double ridge)
    {
        var factor = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            var own = factor.AsSpan(i * n, i + 1);
            for (var j = 0; j < i; j++)
            {
                var other = factor.AsSpan(j * n, j + 1);
                own[j] = (a[(i * n) + j] - SpanMath.Dot(own[..j], other[..j])) / other[j];
            }

            var pivot = a[(i * n) + i] + ridge - SpanMath.Dot(own[..i], own[..i]);
            if (!(pivot > 0))
            {
                return null;
            }

            own[i] = Math.Sqrt(pivot);
        }

        return new CholeskyFactor(factor, n);
    }

    /// <summary>Solves A x = b in place.</summary>
    /// <param name="b">[n] right-hand side; receives x.</param>
    public void Solve(Span<double> b)
    {
        SolveLower(b);
        for (var i = _size - 1; i >= 0; i--)
        {
            b[i] /= _factor[(i * _size) + i];
            for (var k = 0; k < i; k++)
            {
                b[k] -= _factor[(i * _size) + k] * b[i];
            }
        }
    }

    /// <summary>x' A^-1 x.</summary>
    /// <param name="x">[n]; receives L^-1 x.</param>
    public double InverseForm(Span<double> x)
    {
        SolveLower(x);
        return SpanMath.Dot(x, x);
    }

    /// <summary>Sum of the diagonal of A^-1.</summary>
    public double InverseTrace()
    {
        // The columns of L^-1, one after the other; column c is zero above c.
        var column = new double[_size];
        var trace = 0.0;
        for (var c = 0; c < _size; c++)
        {
            column[c] = 1 / _factor[(c * _size) + c];
            for (var i = c + 1; i < _size; i++)
            {
                column[i] = -SpanMath.Dot(_factor.AsSpan((i * _size) + c, i - c), column.AsSpan(c, i - c)) / _factor[(i * _size) + i];
            }

            trace += SpanMath.Dot(column.AsSpan(c), column.AsSpan(c));
        }

        return trace;
    }

    private void SolveLower(Span<double> b)
    {
        for (var i = 0; i < _size; i++)
        {
            b[i] = (b[i] - SpanMath.Dot(_factor.AsSpan(i * _size, i), b[..i])) / _factor[(i * _size) + i];
        }
    }
}
