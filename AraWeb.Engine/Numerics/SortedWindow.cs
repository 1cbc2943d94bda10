namespace AraWeb.Engine.Numerics;

/// <summary>
/// The newest values of a stream, kept in order, so that any empirical quantile of the window is one look-up. Adding costs one binary search and one block
/// move. Bounded by the capacity given at construction. Values must not be NaN.
/// </summary>
internal sealed class SortedWindow
{
    private readonly double[] _arrivals;
    private readonly double[] _sorted;
    private int _next;

    /// <summary>Makes an empty window.</summary>
    public SortedWindow(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _arrivals = new double[capacity];
        _sorted = new double[capacity];
    }

    /// <summary>Values in the window.</summary>
    public int Count { get; private set; }

    /// <summary>[Count] the values in ascending order.</summary>
    public ReadOnlySpan<double> Sorted => _sorted.AsSpan(0, Count);

    /// <summary>Adds a value; a full window drops its oldest.</summary>
    public void Add(double value)
    {
        if (Count == _arrivals.Length)
        {
            Remove(_arrivals[_next]);
        }

        _arrivals[_next] = value;
        _next = (_next + 1) % _arrivals.Length;
        var at = Array.BinarySearch(_sorted, 0, Count, value);
        at = at < 0 ? ~at : at;
        Array.Copy(_sorted, at, _sorted, at + 1, Count - at);
        _sorted[at] = value;
        Count++;
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
        return _sorted[below] + ((position - below) * (_sorted[above] - _sorted[below]));
    }

    private void Remove(double value)
    {
        var at = Array.BinarySearch(_sorted, 0, Count, value);
        Array.Copy(_sorted, at + 1, _sorted, at, Count - at - 1);
        Count--;
    }
}
