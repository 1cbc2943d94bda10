namespace AraWeb.Engine.Numerics.LinearAlgebra;

/// <summary>
/// Cholesky factor of a symmetric matrix that may be singular, with the largest remaining diagonal as the next pivot: P'A P = L L'. Higham (2002), Accuracy and
/// Stability of Numerical Algorithms, 10.3. Made for matrices with diagonals of one size, such as correlations.
/// </summary>
internal sealed class PivotedCholesky
{
    /// <summary>Rounding of one double.</summary>
    private const double Epsilon = 2.220446049250313e-16;

    private readonly double[] _factor;
    private readonly int _size;

    private PivotedCholesky(double[] factor, int[] order, int rank, double residual, bool isSemidefinite)
    {
        _factor = factor;
        _size = order.Length;
        Order = order;
        Rank = rank;
        Residual = residual;
        IsSemidefinite = isSemidefinite;
    }

    /// <summary>[n] the row of A that each row of L stands for, in the order of the pivots.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>Number of pivots that are not zero to working precision.</summary>
    public int Rank { get; }

    /// <summary>Largest entry, by amount, of what A has beyond L L'.</summary>
    public double Residual { get; }

    /// <summary>False where A has a negative eigenvalue beyond rounding, or holds NaN; the factor is then of no use.</summary>
    public bool IsSemidefinite { get; }

    /// <summary>Row <paramref name="i"/> of L up to its last entry that can differ from zero.</summary>
    public ReadOnlySpan<double> Row(int i) => _factor.AsSpan(i * _size, Math.Min(i + 1, Rank));

    /// <summary>Factors a matrix.</summary>
    /// <param name="a">[n * n] row-major, symmetric.</param>
    /// <param name="n">Number of rows.</param>
    public static PivotedCholesky Factor(ReadOnlySpan<double> a, int n)
    {
        var factor = new double[n * n];
        var order = new int[n];
        var rest = new double[n];
        var largest = 0.0;
        for (var i = 0; i < n; i++)
        {
            order[i] = i;
            rest[i] = a[(i * n) + i];
            largest = Math.Max(largest, rest[i]);
        }

        // LAPACK's dpstrf stops at the same bound.
        var zero = n * Epsilon * largest;
        var rank = 0;
        for (; rank < n; rank++)
        {
            MoveBestPivot(factor, order, rest, rank);
            if (!(rest[rank] > zero))
            {
                break;
            }

            var pivot = Math.Sqrt(rest[rank]);
            var own = factor.AsSpan(rank * n, rank + 1);
            own[rank] = pivot;
            for (var i = rank + 1; i < n; i++)
            {
                var row = factor.AsSpan(i * n, rank + 1);
                var value = (a[(order[i] * n) + order[rank]] - SpanMath.Dot(row[..rank], own[..rank])) / pivot;
                row[rank] = value;
                rest[i] -= value * value;
            }
        }

        var residual = Remainder(a, factor, order, rank);

        // Errors of the pivots add up over the rows: n times the bound for one of them.
        return new PivotedCholesky(factor, order, rank, residual, residual <= n * zero);
    }

    private static void MoveBestPivot(double[] factor, int[] order, double[] rest, int at)
    {
        var best = at;
        for (var i = at + 1; i < rest.Length; i++)
        {
            best = rest[i] > rest[best] ? i : best;
        }

        if (best != at)
        {
            (order[at], order[best]) = (order[best], order[at]);
            (rest[at], rest[best]) = (rest[best], rest[at]);
            for (var k = 0; k < at; k++)
            {
                (factor[(at * rest.Length) + k], factor[(best * rest.Length) + k]) = (factor[(best * rest.Length) + k], factor[(at * rest.Length) + k]);
            }
        }
    }

    private static double Remainder(ReadOnlySpan<double> a, double[] factor, int[] order, int rank)
    {
        var n = order.Length;
        var largest = 0.0;
        for (var i = rank; i < n; i++)
        {
            for (var j = rank; j <= i; j++)
            {
                var left = a[(order[i] * n) + order[j]] - SpanMath.Dot(factor.AsSpan(i * n, rank), factor.AsSpan(j * n, rank));
                largest = Math.Max(largest, Math.Abs(left));
            }
        }

        return largest;
    }
}
