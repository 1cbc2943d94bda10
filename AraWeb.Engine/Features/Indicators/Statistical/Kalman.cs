using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Kalman-filtered trend.</summary>
internal sealed class Kalman : IIndicator
{
    private static readonly IndicatorParameter NoiseRatio = IndicatorParameter.Real("noise-ratio", 0.01, 1e-06, 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "kalman",
        "Kalman-filtered trend",
        IndicatorFamily.Statistical,
        "Level and slope of the close as a local linear trend sees them, without a lag that grows with the trend.",
        "Harvey (1989), integrated random walk: the slope has noise, the level has none; the noise ratio is the variance of the slope " +
        "noise over that of the close. Begins with the first two closes (exact diffuse).",
        [NoiseRatio],
        [new("level", OutputUnit.PriceLevel), new("slope", OutputUnit.Price)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [.. Column.Recur([bars.Close], new Filter(values.Real(NoiseRatio)))];

    private record struct Filter(double Noise) : IRecurrence
    {
        private double _level;
        private double _slope;
        private double _levelVariance;
        private double _covariance;
        private double _slopeVariance;
        private int _seen;

        public readonly int Outputs => 2;

        public readonly int LeadOf(int output) => 1;

        public void Reset() => this = new Filter(Noise);

        public void Step(ReadOnlySpan<double> inputs, Span<double> results)
        {
            var close = inputs[0];
            if (_seen < 2)
            {
                // Two closes fix the line: variances 1 of the level and 2 of its change, in units of the noise of the close.
                (_slope, _level) = (close - _level, close);
                (_levelVariance, _covariance, _slopeVariance) = (1, 1, 2 + Noise);
                _seen++;
            }
            else
            {
                var ahead = _levelVariance + (2 * _covariance) + _slopeVariance;
                var covariance = _covariance + _slopeVariance;
                var surprise = close - (_level + _slope);
                var (levelGain, slopeGain) = (ahead / (ahead + 1), covariance / (ahead + 1));
                (_level, _slope) = (_level + _slope + (levelGain * surprise), _slope + (slopeGain * surprise));
                (_levelVariance, _covariance, _slopeVariance) = (levelGain, slopeGain, _slopeVariance - (slopeGain * covariance) + Noise);
            }

            (results[0], results[1]) = _seen < 2 ? (double.NaN, double.NaN) : (_level, _slope);
        }
    }
}
