using AraWeb.Engine.Numerics;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// One volatility model on trial at several horizons. A forecast is scaled by the ratio of outcomes to forecasts settled so far, so that models made for
/// squared returns and for ranges are judged alike on the range-based proxy.
/// </summary>
internal sealed class VolatilityTrack
{
    private readonly IVolatilityModel _model;
    private readonly int[] _horizons;
    private readonly double[][] _raw;
    private readonly double[][] _scaled;
    private readonly double[] _outcomeSums;
    private readonly double[] _forecastSums;
    private readonly double[] _path;

    public VolatilityTrack(string name, IVolatilityModel model, int[] horizons, int bars)
    {
        Name = name;
        _model = model;
        _horizons = horizons;
        _raw = [.. horizons.Select(_ => new double[bars])];
        _scaled = [.. horizons.Select(_ => new double[bars])];
        _outcomeSums = new double[horizons.Length];
        _forecastSums = new double[horizons.Length];
        _path = new double[horizons[^1]];
    }

    /// <summary>Key in the report.</summary>
    public string Name { get; }

    /// <summary>Settles what falls due at bar <paramref name="t"/>, takes the bar and forecasts.</summary>
    /// <param name="t">Index of the bar.</param>
    /// <param name="observation">The bar.</param>
    /// <param name="outcomes">[K] mean variance per bar over the last h bars up to this one; NaN where there are fewer.</param>
    public void Step(int t, in VarianceObservation observation, ReadOnlySpan<double> outcomes)
    {
        for (var k = 0; k < _horizons.Length; k++)
        {
            var issuedAt = t - _horizons[k];
            if (issuedAt >= 0 && !double.IsNaN(_raw[k][issuedAt]) && !double.IsNaN(outcomes[k]))
            {
                _outcomeSums[k] += outcomes[k];
                _forecastSums[k] += _raw[k][issuedAt];
            }
        }

        _model.Add(observation);
        _model.Forecast(_path);
        for (var k = 0; k < _horizons.Length; k++)
        {
            _raw[k][t] = _path[_horizons[k] - 1];
            _scaled[k][t] = _forecastSums[k] > 0 ? _raw[k][t] * _outcomeSums[k] / _forecastSums[k] : double.NaN;
        }
    }

    /// <summary>QLIKE of the forecast issued at bar <paramref name="t"/>; NaN where there was none.</summary>
    public double Loss(int horizonIndex, int t, double outcome) => Scores.Qlike(outcome, _scaled[horizonIndex][t]);
}
