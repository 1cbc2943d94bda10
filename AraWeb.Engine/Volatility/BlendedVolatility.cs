using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Volatility;

/// <summary>
/// Several models blended in logs. A member's weight at a horizon is its prior weight divided by the fourth power of its trailing QLIKE
/// (inverse-loss weights after
/// Bates and Granger 1969), learned from forecasts whose bars have come. A member that has no forecast yet is left out.
/// </summary>
public sealed class BlendedVolatility : IVolatilityModel
{
    /// <summary>Weight of a loss one bar later: two years of daily bars.</summary>
    private const double Memory = 0.998;

    /// <summary>Losses that the prior is worth, and its size: a month of the usual QLIKE, so that a few lucky bars decide nothing.</summary>
    private const double PriorCount = 20;

    private const double PriorLoss = 0.4;

    /// <summary>
    /// Farthest that a member may stand from the first, in logs: after a bar with a broken price, recursions on squares are wrong by orders of magnitude.
    /// </summary>
    private const double MostApart = 1;

    private readonly (IVolatilityModel Model, double Weight)[] _members;
    private readonly HorizonAnchors _anchors;
    private readonly double[] _said;
    private readonly double[] _logs;
    private readonly double[] _losses;
    private readonly double[] _counts;
    private readonly double[] _cumulative;
    private readonly double[] _path;
    private readonly double[] _anchored;
    private int _count;

    /// <summary>Makes a blend.</summary>
    /// <param name="anchors">Horizons at which weights are learned.</param>
    /// <param name="members">Models with their prior weights; the first decides when the blend is ready.</param>
    public BlendedVolatility(HorizonAnchors anchors, params ReadOnlySpan<(IVolatilityModel Model, double Weight)> members)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        _members = members.ToArray();
        _anchors = anchors;
        _said = new double[(anchors.Farthest + 1) * anchors.Count * _members.Length];
        Array.Fill(_said, double.NaN);
        _logs = new double[_said.Length];
        _losses = new double[anchors.Count * _members.Length];
        _counts = new double[anchors.Count * _members.Length];
        _cumulative = new double[anchors.Farthest + 1];
        _path = new double[anchors.Farthest];
        _anchored = new double[anchors.Count];
    }

    /// <inheritdoc/>
    public string Id => "blend";

    /// <inheritdoc/>
    public bool IsReady => _members[0].Model.IsReady;

    /// <summary>Weight of each member at an anchor, in the order given; they add up to 1 over those that have a forecast.</summary>
    public double[] Weights(int anchor)
    {
        var weights = new double[_members.Length];
        var sum = 0.0;
        for (var m = 0; m < weights.Length; m++)
        {
            weights[m] = _members[m].Model.IsReady ? Weight(anchor, m) : 0;
            sum += weights[m];
        }

        for (var m = 0; m < weights.Length; m++)
        {
            weights[m] /= sum;
        }

        return weights;
    }

    /// <inheritdoc/>
    public void Add(in VarianceObservation observation)
    {
        var slots = _anchors.Farthest + 1;
        _cumulative[(_count + 1) % slots] = _cumulative[_count % slots] + observation.Variance;
        _count++;
        Settle();
        foreach (var (model, _) in _members)
        {
            model.Add(observation);
        }

        for (var m = 0; m < _members.Length; m++)
        {
            _members[m].Model.Forecast(_path);
            for (var k = 0; k < _anchors.Count; k++)
            {
                _said[At(_count, k, m)] = _path[_anchors[k] - 1];
            }
        }

        var newest = At(_count, 0, 0);
        VectorMath.Log(_said.AsSpan(newest, _losses.Length), _logs.AsSpan(newest, _losses.Length));
    }

    /// <inheritdoc/>
    public void Forecast(Span<double> variances)
    {
        if (!IsReady)
        {
            variances.Fill(double.NaN);
            return;
        }

        for (var k = 0; k < _anchored.Length; k++)
        {
            var (first, logFirst) = (_said[At(_count, k, 0)], _logs[At(_count, k, 0)]);
            var (log, sum) = (0.0, 0.0);
            for (var m = 0; m < _members.Length; m++)
            {
                var said = _said[At(_count, k, m)];
                if (said > 0)
                {
                    var weight = Weight(k, m);
                    log += weight * Math.Clamp(_logs[At(_count, k, m)] - logFirst, -MostApart, MostApart);
                    sum += weight;
                }
            }

            _anchored[k] = first * Math.Exp(log / sum);
        }

        _anchors.Spread(_anchored, variances);
    }

    private void Settle()
    {
        var slots = _anchors.Farthest + 1;
        for (var k = 0; k < _anchors.Count; k++)
        {
            var horizon = _anchors[k];
            if (_count <= horizon)
            {
                break;
            }

            var outcome = (_cumulative[_count % slots] - _cumulative[(_count - horizon) % slots]) / horizon;
            var logOutcome = Math.Log(outcome);
            for (var m = 0; m < _members.Length; m++)
            {
                var issued = At(_count - horizon, k, m);
                var said = _said[issued];
                if (said > 0)
                {
                    // Scores.Qlike, with the forecast's logarithm at hand.
                    var at = (k * _members.Length) + m;
                    _losses[at] = (Memory * _losses[at]) + (outcome / said) - (logOutcome - _logs[issued]) - 1;
                    _counts[at] = (Memory * _counts[at]) + 1;
                }
            }
        }
    }

    private double Weight(int anchor, int member)
    {
        var at = (anchor * _members.Length) + member;
        var loss = (_losses[at] + (PriorCount * PriorLoss)) / (_counts[at] + PriorCount);
        var squared = loss * loss;
        return _members[member].Weight / (squared * squared);
    }

    private int At(int bar, int anchor, int member) =>
        (((bar % (_anchors.Farthest + 1)) * _anchors.Count) + anchor) * _members.Length + member;
}
