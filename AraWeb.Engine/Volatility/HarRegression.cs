using System.Numerics.Tensors;
using AraWeb.Engine.Numerics;
using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Engine.Volatility;

/// <summary>
/// Ridge regression of one horizon on a rolling window: sums are kept in blocks of one refit interval, so a refit adds the newest block, drops the oldest
/// and solves one small system. The penalty of a coefficient is a number of bars times its term's variance, so that units do not matter; the constant is free.
/// Coefficients are drawn to zero, or to those of a regression over several symbols.
/// </summary>
internal sealed class HarRegression
{
    private readonly int _features;
    private readonly int _maxBlocks;
    private readonly double _ridge;
    private readonly Queue<double[]> _blocks = new();
    private readonly double[] _total;
    private double[] _open;
    private double[] _coefficients = [];
    private double _halfResidualVariance;
    private double _lowest = double.PositiveInfinity;
    private double _highest = double.NegativeInfinity;

    public HarRegression(int features, int maxBlocks, double ridge)
    {
        _features = features;
        _maxBlocks = maxBlocks;
        _ridge = ridge;
        _total = new double[SumLength];
        _open = new double[SumLength];
    }

    /// <summary>True once coefficients are there.</summary>
    public bool IsFitted => _coefficients.Length > 0;

    /// <summary>F, the number of terms, the constant included.</summary>
    public int Features => _features;

    /// <summary>Rows in closed blocks and the open one.</summary>
    public int Rows => (int)(_total[^1] + _open[^1]);

    /// <summary>X'X row by row, then X'y, then y'y, then the number of rows. The whole square is kept, as rows of it are summed at once.</summary>
    private int SumLength => (_features * _features) + _features + 2;

    /// <summary>Takes one row whose outcome has become known.</summary>
    public void Add(ReadOnlySpan<double> row, double outcome)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var sums = _open.AsSpan(i * _features, i + 1);
            TensorPrimitives.MultiplyAdd(row[..(i + 1)], row[i], sums, sums);
        }

        var moments = _open.AsSpan(_features * _features, _features);
        TensorPrimitives.MultiplyAdd(row, outcome, moments, moments);
        _open[^2] += outcome * outcome;
        _open[^1]++;
        _lowest = Math.Min(_lowest, outcome);
        _highest = Math.Max(_highest, outcome);
    }

    /// <summary>Moves the window on; rows count in the next fit once their block is closed.</summary>
    public void CloseBlock()
    {
        _blocks.Enqueue(_open);
        TensorPrimitives.Add(_total, _open, _total);
        if (_blocks.Count > _maxBlocks)
        {
            _open = _blocks.Dequeue();
            TensorPrimitives.Subtract(_total, _open, _total);
            Array.Clear(_open);
        }
        else
        {
            _open = new double[SumLength];
        }
    }

    /// <summary>Forgets the closed rows of a regression that is put together from others.</summary>
    public void Clear() => Array.Clear(_total);

    /// <summary>
    /// Adds another regression's closed rows less their means, so that what is fitted are slopes common to all (the within estimator; Wooldridge, Econometric
    /// Analysis of Cross Section and Panel Data, 10.5).
    /// </summary>
    public void AddCentred(HarRegression other)
    {
        var n = _features;
        var from = other._total;
        var rows = from[^1];
        for (var i = 1; i < n; i++)
        {
            var mean = from[i * n] / rows;
            for (var j = 1; j <= i; j++)
            {
                _total[(i * n) + j] += from[(i * n) + j] - (mean * from[j * n]);
            }

            _total[(n * n) + i] += from[(n * n) + i] - (mean * from[n * n]);
        }

        _total[^2] += from[^2] - (from[n * n] * from[n * n] / rows);
        _total[^1] += rows;
        _total[0] = _total[^1];
    }

    /// <summary>Fits the closed rows when there are enough; coefficients stay as they are when there are not or the system is singular.</summary>
    public void Fit(int minimumRows) => FitTowards(null, minimumRows);

    /// <summary>The same, drawn to the slopes of a fitted regression over several symbols and in units of its terms' variances.</summary>
    public void FitTowards(HarRegression? pooled, int minimumRows)
    {
        if (_total[^1] >= minimumRows)
        {
            Solve(pooled);
        }
    }

    /// <summary>exp(x'b + s2/2), within the outcomes seen so far.</summary>
    public double Forecast(ReadOnlySpan<double> row) =>
        Math.Exp(Math.Clamp(SpanMath.Dot(row, _coefficients) + _halfResidualVariance, _lowest, _highest));

    private void Solve(HarRegression? pooled)
    {
        var n = _features;
        var rows = _total[^1];
        Span<double> gram = stackalloc double[n * n];
        Span<double> solution = stackalloc double[n];
        Span<double> explained = stackalloc double[n];
        _total.AsSpan(0, n * n).CopyTo(gram);
        var moments = _total.AsSpan(n * n, n);
        moments.CopyTo(solution);
        for (var i = 1; i < n; i++)
        {
            var penalty = _ridge * (pooled ?? this).VarianceOf(i);
            gram[(i * n) + i] += penalty;
            solution[i] += pooled is null ? 0 : penalty * pooled._coefficients[i];
        }

        if (!Cholesky.Solve(gram, solution))
        {
            return;
        }

        _coefficients = solution.ToArray();
        Multiply(_total.AsSpan(0, n * n), solution, explained);
        var residual = _total[^2] - (2 * SpanMath.Dot(solution, moments)) + SpanMath.Dot(solution, explained);
        _halfResidualVariance = 0.5 * Math.Max(0, residual) / (rows - n);
    }

    private double VarianceOf(int term)
    {
        var mean = _total[term * _features] / _total[^1];
        return Math.Max(0, (_total[(term * _features) + term] / _total[^1]) - (mean * mean));
    }

    /// <summary>Product of a symmetric matrix, of which the lower triangle is filled, and a vector.</summary>
    private static void Multiply(ReadOnlySpan<double> lower, ReadOnlySpan<double> vector, Span<double> product)
    {
        var n = vector.Length;
        for (var i = 0; i < n; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < n; j++)
            {
                sum += lower[j <= i ? (i * n) + j : (j * n) + i] * vector[j];
            }

            product[i] = sum;
        }
    }
}
