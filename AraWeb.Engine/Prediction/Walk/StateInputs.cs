using AraWeb.Engine.Calibration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Prediction.Walk;

/// <summary>
/// The state that a forecast is made in, as a short row that the novelty score judges: how wild the newest bar was against the past week, the week against the
/// quarter, and how far the price has come in a bar, a week and a month, each in its usual deviation.
/// </summary>
internal sealed class StateInputs
{
    private const int Inputs = 5;
    private const int Week = 5;
    private const int Month = 22;
    private const double WeekRate = 1.0 / (1 + Week);
    private const double QuarterRate = 1.0 / (1 + 63);

    private readonly double[] _logCloses = new double[Month + 1];
    private double _week = double.NaN;
    private double _quarter = double.NaN;
    private int _count;

    /// <summary>Judges the newest row.</summary>
    public NoveltyScore Novelty { get; } = new(Inputs);

    /// <summary>Takes the next bar.</summary>
    public void Add(in VarianceObservation observation, in Bar bar)
    {
        var log = Math.Log(observation.Variance);
        _week = double.IsNaN(_week) ? log : _week;
        _quarter = double.IsNaN(_quarter) ? log : _quarter;
        _logCloses[_count % _logCloses.Length] = Math.Log(bar.Close);
        var deviation = Math.Exp(0.5 * _quarter);
        Novelty.Add([
            log - _week,
            _week - _quarter,
            observation.LogReturn / deviation,
            Move(Week) / (deviation * Math.Sqrt(Week)),
            Move(Month) / (deviation * Math.Sqrt(Month))]);
        _week += WeekRate * (log - _week);
        _quarter += QuarterRate * (log - _quarter);
        _count++;
    }

    private double Move(int bars) => _count < bars
        ? double.NaN
        : _logCloses[_count % _logCloses.Length] - _logCloses[(_count - bars) % _logCloses.Length];
}
