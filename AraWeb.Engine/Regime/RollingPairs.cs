namespace AraWeb.Engine.Regime;

/// <summary>
/// The newest pairs of a stream with their running sums: means, deviation and correlation at each bar without a loop. Whenever the buffer has gone round
/// once, the sums are made anew, so that rounding does not build up. Holds no NaN.
/// </summary>
internal sealed class RollingPairs
{
    private readonly double[] _x;
    private readonly double[] _y;
    private double _sumX;
    private double _sumY;
    private double _sumXX;
    private double _sumYY;
    private double _sumXY;
    private int _next;

    /// <summary>Makes an empty window.</summary>
    public RollingPairs(int capacity)
    {
        _x = new double[capacity];
        _y = new double[capacity];
    }

    /// <summary>Pairs in the window.</summary>
    public int Count { get; private set; }

    /// <summary>True once the window is full.</summary>
    public bool IsFull => Count == _x.Length;

    /// <summary>The oldest first value of a full window.</summary>
    public double OldestX => _x[_next];

    /// <summary>Mean of the first values.</summary>
    public double MeanX => _sumX / Count;

    /// <summary>Mean of the second values.</summary>
    public double MeanY => _sumY / Count;

    /// <summary>Variance of the first values, over their number.</summary>
    public double VarianceX => Math.Max(0, (_sumXX / Count) - (MeanX * MeanX));

    /// <summary>Pearson's correlation; NaN where one side does not vary.</summary>
    public double Correlation
    {
        get
        {
            var spread = VarianceX * Math.Max(0, (_sumYY / Count) - (MeanY * MeanY));
            return spread > 0 ? Math.Clamp(((_sumXY / Count) - (MeanX * MeanY)) / Math.Sqrt(spread), -1, 1) : double.NaN;
        }
    }

    /// <summary>Adds a pair; a full window drops its oldest.</summary>
    public void Add(double x, double y)
    {
        if (IsFull)
        {
            Count--;
            Accumulate(-1, _x[_next], _y[_next]);
        }

        (_x[_next], _y[_next]) = (x, y);
        Count++;
        _next++;
        if (_next < _x.Length)
        {
            Accumulate(1, x, y);
            return;
        }

        _next = 0;
        (_sumX, _sumY, _sumXX, _sumYY, _sumXY) = (0, 0, 0, 0, 0);
        for (var i = 0; i < _x.Length; i++)
        {
            Accumulate(1, _x[i], _y[i]);
        }
    }

    private void Accumulate(int sign, double x, double y)
    {
        _sumX += sign * x;
        _sumY += sign * y;
        _sumXX += sign * x * x;
        _sumYY += sign * y * y;
        _sumXY += sign * x * y;
    }
}
