using System.Numerics;
using AraWeb.Engine.Features.Kernels.Windows;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Recurrences;

/// <summary>
/// Spearman's correlation of the newest values with their order in time. Ranks, doubled so that the mean ranks of equal values are whole, are kept exactly
/// while one value leaves and one comes.
/// </summary>
internal record struct TimeRanks : IRecurrence
{
    private readonly double[] _values;
    private readonly double[] _ranks;
    private readonly double[] _slope;
    private int _count;

    public TimeRanks(int length) => (_values, _ranks, _slope) = (new double[length], new double[length], Weights.Slope(length));

    public readonly int LeadOf(int output) => _values.Length - 1;

    public void Reset() => _count = 0;

    public void Step(ReadOnlySpan<double> inputs, Span<double> results)
    {
        if (_count == _values.Length)
        {
            Slide(inputs[0]);
        }
        else
        {
            Grow(inputs[0]);
        }

        results[0] = _count < _values.Length ? double.NaN : Correlation();
    }

    // Counts a value twice where it is above another, once where equal: the doubled rank.
    private static double Above(double value, double other) => value > other ? 2 : value == other ? 1 : 0;

    private void Grow(double newest)
    {
        var rank = 0.0;
        for (var i = 0; i < _count; i++)
        {
            _ranks[i] += Above(_values[i], newest);
            rank += Above(newest, _values[i]);
        }

        (_values[_count], _ranks[_count]) = (newest, rank);
        _count++;
    }

    // All values move one place; their ranks lose the one that leaves and gain the one that comes.
    private readonly void Slide(double newest)
    {
        var (one, leaves, comes) = (Vector<double>.One, new Vector<double>(_values[0]), new Vector<double>(newest));
        var (oldest, last) = (_values[0], _values.Length - 1);
        var counts = Vector<double>.Zero;
        var i = 0;
        for (; i <= last - Vector<double>.Count; i += Vector<double>.Count)
        {
            var values = new Vector<double>(_values, i + 1);
            var lost = Ones(Vector.GreaterThan(values, leaves)) + Ones(Vector.GreaterThanOrEqual(values, leaves));
            var gained = Ones(Vector.GreaterThan(values, comes)) + Ones(Vector.GreaterThanOrEqual(values, comes));
            (new Vector<double>(_ranks, i + 1) + (gained - lost)).CopyTo(_ranks, i);
            values.CopyTo(_values, i);
            counts += one + one - gained;
        }

        var rank = Vector.Sum(counts);
        for (; i < last; i++)
        {
            var value = _values[i + 1];
            _ranks[i] = _ranks[i + 1] + Above(value, newest) - Above(value, oldest);
            _values[i] = value;
            rank += Above(newest, value);
        }

        (_values[last], _ranks[last]) = (newest, rank);
    }

    private static Vector<double> Ones(Vector<long> mask) => Vector.AsVectorDouble(mask & Vector.AsVectorInt64(Vector<double>.One));

    private readonly double Correlation()
    {
        // The mean of the doubled ranks is the length less one; the slope over time becomes a correlation by the two spreads.
        double length = _ranks.Length;
        var spread = SpanMath.SumOfSquares(_ranks, length - 1);
        var timeSpread = length * ((length * length) - 1) / 12;
        return spread == 0 ? 0 : Math.Clamp(SpanMath.Dot(_ranks, _slope) * Math.Sqrt(timeSpread / spread), -1, 1);
    }
}
