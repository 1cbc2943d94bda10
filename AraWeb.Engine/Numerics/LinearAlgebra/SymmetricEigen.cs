using System.Numerics.Tensors;

namespace AraWeb.Engine.Numerics.LinearAlgebra;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric matrix: Householder reduction to tridiagonal form, then QL with implicit shifts (Golub and Van Loan, Matrix
/// Computations, 8.3). All inner loops run along rows. For dense matrices up to some hundred rows; leaves out single eigenvalues of large ones.
/// </summary>
internal sealed class SymmetricEigen
{
    /// <summary>Rounding of one double.</summary>
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>QL steps allowed for one eigenvalue, as in EISPACK's tql2; two are usual.</summary>
    private const int StepsPerValue = 30;

    private readonly double[] _vectors;

    private SymmetricEigen(double[] values, double[] vectors, bool isConverged, int iterations, double residual)
    {
        Values = values;
        _vectors = vectors;
        IsConverged = isConverged;
        Iterations = iterations;
        Residual = residual;
    }

    /// <summary>[n] eigenvalues, the smallest first.</summary>
    public double[] Values { get; }

    /// <summary>False where a value did not settle within its steps.</summary>
    public bool IsConverged { get; }

    /// <summary>QL steps made.</summary>
    public int Iterations { get; }

    /// <summary>Largest entry beside the diagonal that was taken for zero.</summary>
    public double Residual { get; }

    /// <summary>[n] eigenvector of unit length that belongs to value <paramref name="k"/>.</summary>
    public ReadOnlySpan<double> Vector(int k) => _vectors.AsSpan(k * Values.Length, Values.Length);

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="matrix">[n * n] row-major; the lower triangle is read.</param>
    /// <param name="n">Number of rows.</param>
    /// <exception cref="ArgumentException">An entry is NaN or infinite.</exception>
    public static SymmetricEigen Decompose(ReadOnlySpan<double> matrix, int n)
    {
        foreach (var entry in matrix)
        {
            if (!double.IsFinite(entry))
            {
                throw new ArgumentException($"The matrix holds {entry}.", nameof(matrix));
            }
        }

        var diagonal = new double[n];
        var beside = new double[n];
        var vectors = Tridiagonalise(matrix.ToArray(), diagonal, beside);
        var (steps, residual, isConverged) = Diagonalise(diagonal, beside, vectors);
        Sort(diagonal, vectors);
        return new SymmetricEigen(diagonal, vectors, isConverged, steps, residual);
    }

    /// <summary>
    /// Reduces <paramref name="a"/> by reflections H = I - beta v v', each of which zeroes one column below its first subdiagonal entry. Gives Q' with
    /// Q' A Q tridiagonal; beside[i] stands between rows i and i + 1.
    /// </summary>
    private static double[] Tridiagonalise(double[] a, double[] diagonal, double[] beside)
    {
        var n = diagonal.Length;
        var reflectors = new double[n * n];
        var betas = new double[n];
        var product = new double[n];
        for (var k = 0; k + 1 < n; k++)
        {
            var v = reflectors.AsSpan((k * n) + k + 1, n - k - 1);
            for (var i = k + 1; i < n; i++)
            {
                v[i - k - 1] = a[(i * n) + k];
            }

            diagonal[k] = a[(k * n) + k];
            (betas[k], beside[k]) = Reflect(v);
            if (betas[k] != 0)
            {
                ApplyOnBothSides(a, k + 1, v, betas[k], product.AsSpan(0, v.Length));
            }
        }

        diagonal[n - 1] = a[(n * n) - 1];
        return Accumulate(reflectors, betas, product);
    }

    /// <summary>Turns x into the vector v of the reflection that maps it on its first axis; gives beta and the entry that stays.</summary>
    private static (double Beta, double Kept) Reflect(Span<double> x)
    {
        var tail = SpanMath.Dot(x[1..], x[1..]);
        if (tail == 0)
        {
            return (0, x[0]);
        }

        var norm = Math.Sqrt((x[0] * x[0]) + tail);
        var kept = x[0] > 0 ? -norm : norm;
        x[0] -= kept;
        return (2 / ((x[0] * x[0]) + tail), kept);
    }

    /// <summary>A := H A H on the lower triangle from row and column <paramref name="first"/> on: A - v w' - w v'.</summary>
    private static void ApplyOnBothSides(double[] a, int first, ReadOnlySpan<double> v, double beta, Span<double> w)
    {
        var n = (int)Math.Sqrt(a.Length);
        w.Clear();
        for (var i = 0; i < v.Length; i++)
        {
            var row = a.AsSpan(((first + i) * n) + first, i + 1);
            w[i] += SpanMath.Dot(row, v[..(i + 1)]);
            TensorPrimitives.MultiplyAdd(row[..i], v[i], w[..i], w[..i]);
        }

        TensorPrimitives.Multiply(w, beta, w);
        TensorPrimitives.MultiplyAdd(v, -0.5 * beta * SpanMath.Dot(w, v), w, w);
        for (var i = 0; i < v.Length; i++)
        {
            var row = a.AsSpan(((first + i) * n) + first, i + 1);
            TensorPrimitives.MultiplyAdd(w[..(i + 1)], -v[i], row, row);
            TensorPrimitives.MultiplyAdd(v[..(i + 1)], -w[i], row, row);
        }
    }

    /// <summary>Q' from the reflections, the last one first so that only the lower right corner is touched.</summary>
    private static double[] Accumulate(double[] reflectors, double[] betas, double[] product)
    {
        var n = betas.Length;
        var q = new double[n * n];
        q[(n * n) - 1] = 1;
        for (var k = n - 2; k >= 0; k--)
        {
            var first = k + 1;
            q[(k * n) + k] = 1;
            var v = reflectors.AsSpan((k * n) + first, n - first);
            var sums = product.AsSpan(0, v.Length);
            sums.Clear();
            for (var i = 0; i < v.Length && betas[k] != 0; i++)
            {
                TensorPrimitives.MultiplyAdd(q.AsSpan(((first + i) * n) + first, v.Length), v[i], sums, sums);
            }

            for (var i = 0; i < v.Length && betas[k] != 0; i++)
            {
                var row = q.AsSpan(((first + i) * n) + first, v.Length);
                TensorPrimitives.MultiplyAdd(sums, -betas[k] * v[i], row, row);
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                (q[(i * n) + j], q[(j * n) + i]) = (q[(j * n) + i], q[(i * n) + j]);
            }
        }

        return q;
    }

    /// <summary>QL with implicit shifts; turns the rows of <paramref name="vectors"/> into eigenvectors.</summary>
    private static (int Steps, double Residual, bool IsConverged) Diagonalise(double[] d, double[] e, double[] vectors)
    {
        var n = d.Length;
        var (steps, residual, isConverged) = (0, 0.0, true);
        for (var l = 0; l < n; l++)
        {
            for (var step = 0; ; step++)
            {
                var m = l;
                while (m + 1 < n && Math.Abs(e[m]) > Epsilon * (Math.Abs(d[m]) + Math.Abs(d[m + 1])))
                {
                    m++;
                }

                if (m == l || step == StepsPerValue)
                {
                    residual = Math.Max(residual, m + 1 < n ? Math.Abs(e[l]) : 0);
                    isConverged &= m == l;
                    break;
                }

                steps++;
                Chase(d, e, vectors, l, m);
            }
        }

        return (steps, residual, isConverged);
    }

    /// <summary>One QL step on rows l to m: a shift by the eigenvalue of the upper 2 x 2 that is nearer to d[l], then rotations from below.</summary>
    private static void Chase(double[] d, double[] e, double[] vectors, int l, int m)
    {
        var n = d.Length;
        var g = (d[l + 1] - d[l]) / (2 * e[l]);
        var r = Hypotenuse(g, 1);
        g = d[m] - d[l] + (e[l] / (g + (g >= 0 ? r : -r)));
        var (sine, cosine, p) = (1.0, 1.0, 0.0);
        for (var i = m - 1; i >= l; i--)
        {
            var (f, b) = (sine * e[i], cosine * e[i]);
            r = Hypotenuse(f, g);
            e[i + 1] = r;
            if (r == 0)
            {
                // A rotation came out empty: the matrix has split here.
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }

            (sine, cosine) = (f / r, g / r);
            g = d[i + 1] - p;
            r = ((d[i] - g) * sine) + (2 * cosine * b);
            p = sine * r;
            d[i + 1] = g + p;
            g = (cosine * r) - b;
            Rotate(vectors.AsSpan(i * n, n), vectors.AsSpan((i + 1) * n, n), cosine, sine);
        }

        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }

    private static void Rotate(Span<double> lower, Span<double> upper, double cosine, double sine)
    {
        upper = upper[..lower.Length];
        for (var k = 0; k < lower.Length; k++)
        {
            var (x, y) = (lower[k], upper[k]);
            upper[k] = (sine * x) + (cosine * y);
            lower[k] = (cosine * x) - (sine * y);
        }
    }

    private static double Hypotenuse(double x, double y)
    {
        var (large, small) = (Math.Max(Math.Abs(x), Math.Abs(y)), Math.Min(Math.Abs(x), Math.Abs(y)));
        return large == 0 ? 0 : large * Math.Sqrt(1 + (small / large * (small / large)));
    }

    private static void Sort(double[] values, double[] vectors)
    {
        var n = values.Length;
        var order = new int[n];
        for (var i = 0; i < n; i++)
        {
            order[i] = i;
        }

        Array.Sort(values, order);
        var sorted = new double[n * n];
        for (var k = 0; k < n; k++)
        {
            vectors.AsSpan(order[k] * n, n).CopyTo(sorted.AsSpan(k * n));
        }

        sorted.CopyTo(vectors, 0);
    }
}
