using AraWeb.Engine.Numerics;
using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Engine.Calibration;

/// <summary>
/// How far a row of inputs lies from those before it: squared Mahalanobis distance (1936) to their mean under their covariance, and its rank among
/// the distances
/// of the past. Each row is judged before it is learned. Leaves out shapes that a covariance cannot tell.
/// </summary>
public sealed class NoveltyScore
{
    /// <summary>Rows before the first score, for each input.</summary>
    private const int RowsPerInput = 20;

    /// <summary>Weight of a new row in mean and covariance: four years of daily bars.</summary>
    private const double Rate = 0.001;

    /// <summary>Distances that a new one is ranked among.</summary>
    private const int RankWindow = 1000;

    private readonly double[] _mean;
    private readonly double[] _covariance;
    private readonly double[] _factor;
    private readonly double[] _deviation;
    private readonly SortedWindow _distances = new(RankWindow);
    private int _count;

    /// <summary>Makes a score.</summary>
    /// <param name="inputs">F, the width of a row.</param>
    public NoveltyScore(int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        _mean = new double[inputs];
        _deviation = new double[inputs];
        _covariance = new double[inputs * inputs];
        _factor = new double[inputs * inputs];
    }

    /// <summary>Squared distance of the newest row divided by the number of inputs: about 1 for a usual row; NaN while too few came.</summary>
    public double Distance { get; private set; } = double.NaN;

    /// <summary>Share of past rows that lay nearer, 0 to 1; NaN while too few came.</summary>
    public double Rank { get; private set; } = double.NaN;

    /// <summary>Largest distance of the past, the newest row left out; NaN while too few came.</summary>
    public double Farthest { get; private set; } = double.NaN;

    /// <summary>Judges a row by those before it, then learns it.</summary>
    /// <param name="row">[F] inputs; a row with NaN is neither judged nor learned.</param>
    public void Add(ReadOnlySpan<double> row)
    {
        (Distance, Rank, Farthest) = (double.NaN, double.NaN, double.NaN);
        for (var i = 0; i < row.Length; i++)
        {
            _deviation[i] = row[i] - _mean[i];
            if (!double.IsFinite(_deviation[i]))
            {
                return;
            }
        }

        if (_count >= RowsPerInput * row.Length)
        {
            Judge();
        }

        var rate = Math.Max(Rate, 1.0 / (++_count + 1));
        for (var i = 0; i < row.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var at = (i * row.Length) + j;
                _covariance[at] += rate * (((1 - rate) * _deviation[i] * _deviation[j]) - _covariance[at]);
            }

            _mean[i] += rate * _deviation[i];
        }
    }

    private void Judge()
    {
        _covariance.CopyTo(_factor, 0);
        Span<double> solution = stackalloc double[_deviation.Length];
        _deviation.CopyTo(solution);
        if (!Cholesky.Solve(_factor, solution))
        {
            return;
        }

        var distance = SpanMath.Dot(solution, _deviation) / _deviation.Length;
        if (_distances.Count > 0)
        {
            Rank = _distances.RankOf(distance);
            Farthest = _distances.Sorted[^1];
        }

        Distance = distance;
        _distances.Add(distance);
    }
}
