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
            var oldest = _values[0];
            _values.AsSpan(1).CopyTo(_values);
            _ranks.AsSpan(1).CopyTo(_ranks);
            _count--;
            Shift(oldest, -1);
        }

        var newest = inputs[0];
        Shift(newest, 1);
        _values[_count] = newest;
        _ranks[_count] = RankOf(newest);
        _count++;
        results[0] = _count < _values.Length ? double.NaN : Correlation();
    }

    // A value that comes raises the doubled ranks of greater ones by two and of equal ones by one; one that leaves lowers them.
    private readonly void Shift(double value, double direction)
    {
        var (bound, step) = (new Vector<double>(value), new Vector<double>(direction));
        var i = 0;
        for (; i <= _count - Vector<double>.Count; i += Vector<double>.Count)
        {
            var values = new Vector<double>(_values, i);
            var change = Vector.ConditionalSelect(Vector.GreaterThan(values, bound), step, Vector<double>.Zero)
                + Vector.ConditionalSelect(Vector.GreaterThanOrEqual(values, bound), step, Vector<double>.Zero);
            (new Vector<double>(_ranks, i) + change).CopyTo(_ranks, i);
        }

        for (; i < _count; i++)
        {
            _ranks[i] += direction * ((_values[i] > value ? 1 : 0) + (_values[i] >= value ? 1 : 0));
        }
    }

    private readonly double RankOf(double value)
    {
        var (bound, one) = (new Vector<double>(value), Vector<double>.One);
        var counts = Vector<double>.Zero;
        var i = 0;
        for (; i <= _count - Vector<double>.Count; i += Vector<double>.Count)
        {
            var values = new Vector<double>(_values, i);
            counts += Vector.ConditionalSelect(Vector.LessThan(values, bound), one, Vector<double>.Zero)
                + Vector.ConditionalSelect(Vector.LessThanOrEqual(values, bound), one, Vector<double>.Zero);
        }

        var rank = Vector.Sum(counts);
        for (; i < _count; i++)
        {
            rank += (_values[i] < value ? 1 : 0) + (_values[i] <= value ? 1 : 0);
        }

        return rank;
    }

    private readonly double Correlation()
    {
        // The mean of the doubled ranks is the length less one; the slope over time becomes a correlation by the two spreads.
        double length = _ranks.Length;
        var spread = SpanMath.SumOfSquares(_ranks, length - 1);
        var timeSpread = length * ((length * length) - 1) / 12;
        return spread == 0 ? 0 : Math.Clamp(SpanMath.Dot(_ranks, _slope) * Math.Sqrt(timeSpread / spread), -1, 1);
    }
}
