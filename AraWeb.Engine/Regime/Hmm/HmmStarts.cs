using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Regime.Hmm;

/// <summary>
/// Where fits of a hidden Markov model start: each row is given to a state, and means, variances and a persistent transition matrix follow. The first start
/// cuts the rows by how large they have been lately, because states of markets differ most in volatility; the others are k-means++ with one assignment.
/// </summary>
internal sealed class HmmStarts
{
    /// <summary>Probability of staying to begin with: that of hmmlearn's and statsmodels' usual examples.</summary>
    private const double Staying = 0.95;

    /// <summary>Rows over which size is averaged: a month of trading days.</summary>
    private const int Recent = 21;

    private readonly double[] _scaled;
    private readonly int _features;
    private readonly int[] _states;
    private readonly double[] _room;

    /// <summary>Prepares the rows: each feature is brought to mean 0 and variance 1.</summary>
    public HmmStarts(ReadOnlySpan<double> rows, ReadOnlySpan<double> means, ReadOnlySpan<double> variances)
    {
        _features = means.Length;
        _scaled = rows.ToArray();
        for (var i = 0; i < _scaled.Length; i++)
        {
            var d = i % _features;
            _scaled[i] = variances[d] > 0 ? (_scaled[i] - means[d]) / Math.Sqrt(variances[d]) : 0;
        }

        _states = new int[rows.Length / _features];
        _room = new double[_states.Length];
    }

    /// <summary>Sets the parameters to those of the start with this number; false, leaving them undone, when it leaves a state without rows.</summary>
    public bool Set(HmmLanes lanes, HmmSettings settings, int start, ReadOnlySpan<double> rows, ReadOnlySpan<double> floors)
    {
        lanes.DegreesOfFreedom = settings.DegreesOfFreedom;
        if (start == 0)
        {
            CutBySize(lanes.States);
        }
        else
        {
            Cluster(lanes.States, new Random(settings.Seed + start));
        }

        if (!Describe(lanes, rows, floors))
        {
            return false;
        }

        var staying = lanes.States > 1 ? Staying : 1;
        for (var i = 0; i < lanes.States; i++)
        {
            lanes.Initial[i] = 1.0 / lanes.States;
            for (var j = 0; j < lanes.States; j++)
            {
                lanes.Transition[(i * lanes.Width) + j] = i == j ? staying : (1 - staying) / (lanes.States - 1);
            }
        }

        lanes.Prepare();
        return true;
    }

    private void CutBySize(int states)
    {
        var sum = 0.0;
        var sizes = new double[_states.Length];
        for (var t = 0; t < _states.Length; t++)
        {
            sizes[t] = SpanMath.SumOfSquares(_scaled.AsSpan(t * _features, _features), 0);
        }

        for (var t = 0; t < _states.Length; t++)
        {
            sum += sizes[t] - (t >= Recent ? sizes[t - Recent] : 0);
            _room[t] = sum / Math.Min(t + 1, Recent);
            _states[t] = t;
        }

        // Sorted keys give each row its rank; ranks are cut into equal parts.
        var order = (int[])_states.Clone();
        Array.Sort(_room, order);
        for (var rank = 0; rank < order.Length; rank++)
        {
            _states[order[rank]] = (int)((long)rank * states / order.Length);
        }
    }

    private void Cluster(int states, Random random)
    {
        var centres = new double[states * _features];
        SeededCentres.Draw(_scaled, _features, random, centres, _room);
        for (var t = 0; t < _states.Length; t++)
        {
            var row = _scaled.AsSpan(t * _features, _features);
            var nearest = double.PositiveInfinity;
            for (var k = 0; k < states; k++)
            {
                var distance = SeededCentres.Distance(row, centres.AsSpan(k * _features, _features));
                (_states[t], nearest) = distance < nearest ? (k, distance) : (_states[t], nearest);
            }
        }
    }

    private bool Describe(HmmLanes lanes, ReadOnlySpan<double> rows, ReadOnlySpan<double> floors)
    {
        var counts = new int[lanes.States];
        foreach (var state in _states)
        {
            counts[state]++;
        }

        if (counts.AsSpan().Contains(0))
        {
            return false;
        }

        for (var d = 0; d < _features; d++)
        {
            var means = lanes.Means.AsSpan(d * lanes.Width, lanes.States);
            var variances = lanes.Variances.AsSpan(d * lanes.Width, lanes.States);
            means.Clear();
            variances.Clear();
            for (var t = 0; t < _states.Length; t++)
            {
                means[_states[t]] += rows[(t * _features) + d] / counts[_states[t]];
            }

            for (var t = 0; t < _states.Length; t++)
            {
                var gap = rows[(t * _features) + d] - means[_states[t]];
                variances[_states[t]] += gap * gap / counts[_states[t]];
            }

            for (var k = 0; k < variances.Length; k++)
            {
                variances[k] = Math.Max(variances[k], floors[d]);
            }
        }

        return true;
    }
}
