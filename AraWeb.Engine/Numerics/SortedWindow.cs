namespace AraWeb.Engine.Numerics;

/// <summary>
/// The newest values of a stream, kept in order, so that any empirical quantile of the window is one look-up. Adding costs one binary search and one block
/// move of the shorter side: the values lie in the middle of a buffer that has room at both ends. Bounded by the capacity given at construction. Values must
/// not be NaN.
/// </summary>
internal sealed class SortedWindow
{
    private readonly double[] _arrivals;
    private readonly double[] _sorted;
    private int _first;
    private int _next;

    /// <summary>Makes an empty window.</summary>
    public SortedWindow(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _arrivals = new double[capacity];
        _sorted = new double[2 * capacity];
        _first = capacity;
    }

    /// <summary>Values in the window.</summary>
    public int Count { get; private set; }

    /// <summary>[Count] the values in ascending order.</summary>
    public ReadOnlySpan<double> Sorted => _sorted.AsSpan(_first, Count);

    /// <summary>Adds a value; a full window drops its oldest.</summary>
    public void Add(double value)
    {
        var to = Position(value);
        if (Count < _arrivals.Length)
        {
            if (to - _first < Count / 2)
            {
                Array.Copy(_sorted, _first, _sorted, _first - 1, to - _first);
                _first--;
                to--;
            }
            else
            {
                Array.Copy(_sorted, to, _sorted, to + 1, _first + Count - to);
            }

            Count++;
        }
        else
        {
            // Only what lies between the value that leaves and the one that comes has to move.
            var from = Position(_arrivals[_next]);
            if (to > from)
            {
                to--;
                Array.Copy(_sorted, from + 1, _sorted, from, to - from);
            }
            else
            {
                Array.Copy(_sorted, to, _sorted, to + 1, from - to);
            }
        }

        _sorted[to] = value;
        _arrivals[_next] = value;
        _next = (_next + 1) % _arrivals.Length;
    }

    /// <summary>
    /// The empirical quantile at <paramref name="level"/> by linear interpolation at position level * (n + 1) - 1 (Hyndman and Fan's type 6, which is unbiased
    /// for coverage); levels outside the range that n values can speak of give the extreme value.
    /// </summary>
    public double Quantile(double level)
    {
        if (Count == 0)
        {
            return double.NaN;
        }

        var position = Math.Clamp((level * (Count + 1)) - 1, 0, Count - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, Count - 1);
        var sorted = Sorted;
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>Share of the values that lie below <paramref name="value"/>, 0 to 1; NaN while there is none.</summary>
    public double RankOf(double value)
    {
        return Count == 0 ? double.NaN : (double)(Position(value) - _first) / Count;
    }

    /// <summary>
    /// Where in the buffer the first value stands that is not below the given one. Halves what is left without a branch on the comparison, which a processor
    /// could only guess.
    /// </summary>
    private int Position(double value)
    {
        var sorted = Sorted;
        var first = 0;
        for (var length = sorted.Length; length > 0;)
        {
            var half = (length + 1) >> 1;
            first += sorted[first + half - 1] < value ? half : 0;
            length -= half;
        }

        return _first + first;
    }
}
