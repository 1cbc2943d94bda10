using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Engine.Volatility;

/// <summary>
/// Least squares of one horizon on a rolling window: sums are kept in blocks of one refit interval, so a refit adds the newest block, drops the oldest
/// and solves one small system.
/// </summary>
internal sealed class HarRegression
{
    private readonly int _features;
    private readonly int _maxBlocks;
    private readonly Queue<double[]> _blocks = new();
    private readonly double[] _total;
    private double[] _open;
    private double[] _coefficients = [];
    private double _halfResidualVariance;
    private double _lowest = double.PositiveInfinity;
    private double _highest = double.NegativeInfinity;

    public HarRegression(int features, int maxBlocks)
    {
        _features = features;
        _maxBlocks = maxBlocks;
        _total = new double[SumLength];
        _open = new double[SumLength];
    }

    /// <summary>True once coefficients are there.</summary>
    public bool IsFitted => _coefficients.Length > 0;

    /// <summary>Rows in closed blocks and the open one.</summary>
    public int Rows => (int)(_total[^1] + _open[^1]);

    /// <summary>Lower triangle of X'X, then X'y, then y'y, then the number of rows.</summary>
    private int SumLength => (_features * (_features + 1) / 2) + _features + 2;

    /// <summary>Takes one row whose outcome has become known.</summary>
    public void Add(ReadOnlySpan<double> row, double outcome)
    {
        var at = 0;
        for (var i = 0; i < row.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                _open[at++] += row[i] * row[j];
            }
        }

        for (var i = 0; i < row.Length; i++)
        {
            _open[at++] += row[i] * outcome;
        }

        _open[at] += outcome * outcome;
        _open[at + 1]++;
        _lowest = Math.Min(_lowest, outcome);
        _highest = Math.Max(_highest, outcome);
    }

    /// <summary>Moves the window on and fits anew when there are rows enough; coefficients stay as they are when the system is singular.</summary>
    public void CloseBlock(int minimumRows)
    {
        _blocks.Enqueue(_open);
        Accumulate(_open, 1);
        if (_blocks.Count > _maxBlocks)
        {
            _open = _blocks.Dequeue();
            Accumulate(_open, -1);
            Array.Clear(_open);
        }
        else
        {
            _open = new double[SumLength];
        }

        if (_total[^1] >= minimumRows)
        {
            Fit();
        }
    }

    /// <summary>exp(x'b + s2/2), within the outcomes seen so far.</summary>
    public double Forecast(ReadOnlySpan<double> row)
    {
        var mean = 0.0;
        for (var i = 0; i < row.Length; i++)
        {
            mean += row[i] * _coefficients[i];
        }

        return Math.Exp(Math.Clamp(mean + _halfResidualVariance, _lowest, _highest));
    }

    private void Accumulate(double[] block, int sign)
    {
        for (var i = 0; i < _total.Length; i++)
        {
            _total[i] += sign * block[i];
        }
    }

    private void Fit()
    {
        var n = _features;
        Span<double> gram = stackalloc double[n * n];
        Span<double> solution = stackalloc double[n];
        var at = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                gram[(i * n) + j] = gram[(j * n) + i] = _total[at++];
            }
        }

        var moments = _total.AsSpan(at, n);
        moments.CopyTo(solution);
        if (!Cholesky.Solve(gram, solution))
        {
            return;
        }

        var explained = 0.0;
        for (var i = 0; i < n; i++)
        {
            explained += solution[i] * moments[i];
        }

        var rows = _total[^1];
        _coefficients = solution.ToArray();
        _halfResidualVariance = 0.5 * Math.Max(0, _total[^2] - explained) / (rows - n);
    }
}
