namespace AraWeb.Engine.Features.Kernels;

/// <summary>The newest values of a series in ascending order, kept by moving one value in and one out.</summary>
/// <param name="length">How many values are kept.</param>
internal sealed class SortedRing(int length)
{
    private readonly double[] _arrived = new double[length];
    private readonly double[] _sorted = new double[length];
    private int _count;
    private int _next;

    /// <summary>True when no further value fits without the oldest leaving.</summary>
    public bool IsFull => _count == length;

    /// <summary>The values, the smallest first.</summary>
    public ReadOnlySpan<double> Ascending => _sorted.AsSpan(0, _count);

    /// <summary>The value in the middle, or the mean of the two there.</summary>
    public double Median => (_sorted[(_count - 1) / 2] + _sorted[_count / 2]) / 2;

    /// <summary>Forgets all values.</summary>
    public void Clear() => (_count, _next) = (0, 0);

    /// <summary>Takes a value; the oldest leaves when there is no room.</summary>
    public void Push(double value)
    {
        if (IsFull)
        {
            Replace(_arrived[_next], value);
        }
        else
        {
            var place = PlaceOf(value);
            _sorted.AsSpan(place, _count - place).CopyTo(_sorted.AsSpan(place + 1));
            _sorted[place] = value;
            _count++;
        }

        _arrived[_next] = value;
        _next = _next + 1 == length ? 0 : _next + 1;
    }

    /// <summary>Value below which a share of the values lies, linear between neighbours.</summary>
    public double Quantile(double share)
    {
        var position = share * (_count - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, _count - 1);
        return _sorted[below] + ((position - below) * (_sorted[above] - _sorted[below]));
    }

    /// <summary>Median distance of the values from their median.</summary>
    public double MedianDeviation()
    {
        // From the middle outwards the distances come in ascending order, merged from both sides.
        var median = Median;
        var (left, right) = (((_count + 1) / 2) - 1, (_count + 1) / 2);
        var (before, newest) = (0.0, 0.0);
        for (var taken = 0; taken <= _count / 2; taken++)
        {
            var toLeft = left >= 0 ? median - _sorted[left] : double.PositiveInfinity;
            var toRight = right < _count ? _sorted[right] - median : double.PositiveInfinity;
            before = newest;
            if (toLeft <= toRight)
            {
                (newest, left) = (toLeft, left - 1);
            }
            else
            {
                (newest, right) = (toRight, right + 1);
            }
        }

        return _count % 2 == 0 ? (before + newest) / 2 : newest;
    }

    private void Replace(double oldest, double newest)
    {
        var (from, to) = (PlaceOf(oldest), PlaceOf(newest));
        if (from < to)
        {
            to--;
            _sorted.AsSpan(from + 1, to - from).CopyTo(_sorted.AsSpan(from));
        }
        else
        {
            _sorted.AsSpan(to, from - to).CopyTo(_sorted.AsSpan(to + 1));
        }

        _sorted[to] = newest;
    }

    // Values that are smaller.
    private int PlaceOf(double value)
    {
        var (start, count) = (0, _count);
        while (count > 0)
        {
            var half = count / 2;
            var isBelow = _sorted[start + half] < value;
            start = isBelow ? start + half + 1 : start;
            count = isBelow ? count - half - 1 : half;
        }

        return start;
    }
}
