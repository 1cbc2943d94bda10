using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Calibration;

/// <summary>
/// Beta calibration (Kull, Silva Filho and Flach 2017) of a stated probability against what came: logit = a ln p - b ln(1 - p) + c. The three numbers are
/// learned outcome by outcome from a prior around the identity, by the recursive Laplace approximation of Bayesian logistic regression (Spiegelhalter and
/// Lauritzen 1990), so a step costs the same however long the past is.
/// </summary>
public sealed class ProbabilityCalibration
{
    private const int Terms = 3;

    /// <summary>Prior variance of the slopes: a deviation of 0.5 leaves them between one half and twice the stated one, mostly.</summary>
    private const double SlopeVariance = 0.5 * 0.5;

    /// <summary>Prior variance of the shift: 0.1 in log odds is 2.5 points of probability at one half.</summary>
    private const double ShiftVariance = 0.1 * 0.1;

    /// <summary>Stated probabilities are held this far from 0 and 1, where logs end.</summary>
    private const double Margin = 1e-6;

    private readonly double _share;
    private readonly double[] _map = [1, 1, 0];
    private readonly double[] _covariance = [SlopeVariance, 0, 0, 0, SlopeVariance, 0, 0, 0, ShiftVariance];

    /// <summary>Starts with the identity.</summary>
    /// <param name="horizon">Bars ahead: overlapping outcomes each count for their share.</param>
    public ProbabilityCalibration(int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        _share = 1.0 / horizon;
    }

    /// <summary>The calibrated probability; never falls when the stated one rises.</summary>
    /// <param name="stated">A probability; NaN gives NaN.</param>
    public double Apply(double stated)
    {
        if (double.IsNaN(stated))
        {
            return double.NaN;
        }

        var p = Math.Clamp(stated, Margin, 1 - Margin);
        var logs = VectorMath.Log(Vector256.Create(p, 1 - p, 1, 1));
        return Map(logs[0], -logs[1]);
    }

    /// <summary>Takes an outcome.</summary>
    /// <param name="stated">What had been stated, before calibration.</param>
    /// <param name="came">Whether the event came.</param>
    public void Observe(double stated, bool came)
    {
        var p = Math.Clamp(stated, Margin, 1 - Margin);
        var logs = VectorMath.Log(Vector256.Create(p, 1 - p, 1, 1));
        Span<double> row = [logs[0], -logs[1], 1];
        Span<double> gain = stackalloc double[Terms];
        var mapped = Map(row[0], row[1]);
        var weight = _share * mapped * (1 - mapped);
        var spread = 0.0;
        for (var i = 0; i < Terms; i++)
        {
            for (var j = 0; j < Terms; j++)
            {
                gain[i] += _covariance[(i * Terms) + j] * row[j];
            }

            spread += gain[i] * row[i];
        }

        var shrink = 1 / (1 + (weight * spread));
        var error = _share * ((came ? 1 : 0) - mapped);
        for (var i = 0; i < Terms; i++)
        {
            _map[i] += shrink * gain[i] * error;
            for (var j = 0; j < Terms; j++)
            {
                _covariance[(i * Terms) + j] -= shrink * weight * gain[i] * gain[j];
            }
        }
    }

    private double Map(double log, double logOther) =>
        1 / (1 + Math.Exp(-((Math.Max(0, _map[0]) * log) + (Math.Max(0, _map[1]) * logOther) + _map[2])));
}
