namespace AraWeb.Engine.Regime;

/// <summary>
/// The newest rows of features with the trend and the variance of their bars, oldest first and side by side. Bounded: keeps at least as many as asked for
/// and at most twice that. A feature that is known once stays known (<see cref="RegimeFeatures"/>), so its first bar says from where on it can be used.
/// </summary>
internal sealed class RegimeWindow
{
    /// <summary>Features are of the order of one and come from sums of some hundred terms: differences below this are rounding.</summary>
    private const double Rounding = 1e-9;

    private readonly int _length;
    private readonly int _width;
    private readonly double[] _rows;
    private readonly double[] _trends;
    private readonly double[] _variances;
    private readonly int[] _unknown;
    private int _count;

    /// <summary>Makes an empty window of <paramref name="length"/> rows of <paramref name="width"/> features.</summary>
    public RegimeWindow(int length, int width)
    {
        (_length, _width) = (length, width);
        _rows = new double[2 * length * width];
        _trends = new double[2 * length];
        _variances = new double[2 * length];
        _unknown = new int[width];
    }

    /// <summary>Rows in the window: those added, at most its length.</summary>
    public int Count => Math.Min(_count, _length);

    /// <summary>Mean log return up to the bar of a row, 0 the oldest of the window.</summary>
    public double TrendOf(int row) => _trends[Start + row];

    /// <summary>Variance of the bar of a row.</summary>
    public double VarianceOf(int row) => _variances[Start + row];

    /// <summary>Rows of the window in which a feature is known: its newest ones.</summary>
    public int KnownRows(int feature) => Math.Min(Count, _count - _unknown[feature]);

    private int Start => _count - Count;

    /// <summary>Takes a row.</summary>
    public void Add(ReadOnlySpan<double> row, double trend, double variance)
    {
        if (_count == 2 * _length)
        {
            Array.Copy(_rows, _length * _width, _rows, 0, _length * _width);
            Array.Copy(_trends, _length, _trends, 0, _length);
            Array.Copy(_variances, _length, _variances, 0, _length);
            _count = _length;
            for (var d = 0; d < _width; d++)
            {
                _unknown[d] = Math.Max(0, _unknown[d] - _length);
            }
        }

        row.CopyTo(_rows.AsSpan(_count * _width));
        (_trends[_count], _variances[_count]) = (trend, variance);
        _count++;
        for (var d = 0; d < _width; d++)
        {
            _unknown[d] = double.IsNaN(row[d]) ? _count : _unknown[d];
        }
    }

    /// <summary>True where a feature has one value in its newest rows, but for rounding.</summary>
    public bool IsConstant(int feature, int count)
    {
        var newest = _rows[((_count - 1) * _width) + feature];
        for (var t = _count - count; t < _count; t++)
        {
            if (Math.Abs(_rows[(t * _width) + feature] - newest) > Rounding)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>[n x D] the newest n rows with some of the features.</summary>
    public double[] Take(int count, ReadOnlySpan<int> features)
    {
        var taken = new double[count * features.Length];
        for (var t = 0; t < count; t++)
        {
            var row = (_count - count + t) * _width;
            for (var d = 0; d < features.Length; d++)
            {
                taken[(t * features.Length) + d] = _rows[row + features[d]];
            }
        }

        return taken;
    }
}
