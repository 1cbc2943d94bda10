namespace AraWeb.Engine.Volatility;

/// <summary>
/// The explanatory terms of a log-HAR regression, one row for each bar, from that bar and earlier ones: a constant, log averages of past variance over plain
/// spans and over exponential memories, the newest return where it is negative, and returns over longer spans with and without sign.
/// Returns are in units of the past month's deviation.
/// </summary>
internal sealed class HarTerms
{
    /// <summary>Bars whose average variance is the unit of returns: a month of trading days.</summary>
    private const int Month = 22;

    /// <summary>
    /// Times its average that a bar's variance counts for in the exponential averages of variance. A single broken or freak bar, some hundred times as wild as
    /// those around it, says little about the bars to come and would stand in the averages for months.
    /// </summary>
    private const double MostTimes = 10;

    private readonly HarSettings _settings;
    private readonly int _capacity;
    private readonly double[] _cumulativeVariance;
    private readonly double[] _cumulativeReturn;
    private readonly double[] _meanLog;
    private readonly double[] _meanVariance;
    private double _newestLog;
    private double _newestReturn;

    public HarTerms(HarSettings settings, int horizons)
    {
        _settings = settings;
        _capacity = 1 + Math.Max(Math.Max(LongestSpan, Month), horizons);
        _cumulativeVariance = new double[_capacity];
        _cumulativeReturn = new double[_capacity];
        _meanLog = new double[settings.Memories.Count];
        _meanVariance = new double[settings.Memories.Count];
        Width = 2 + settings.Lags.Count + (2 * settings.Memories.Count) + (2 * settings.ReturnSpans.Count);
    }

    /// <summary>F, the number of terms, the constant included.</summary>
    public int Width { get; }

    /// <summary>Bars so far.</summary>
    public int Count { get; private set; }

    /// <summary>Bars until every span is full.</summary>
    public int Warmup => Math.Max(LongestSpan, Month);

    private int LongestSpan => Math.Max(_settings.Lags.Count > 0 ? _settings.Lags[^1] : 1, _settings.ReturnSpans.Count > 0 ? _settings.ReturnSpans[^1] : 1);

    /// <summary>Takes the next bar.</summary>
    public void Add(in VarianceObservation observation)
    {
        var last = Count % _capacity;
        Count++;
        var next = Count % _capacity;
        _cumulativeVariance[next] = _cumulativeVariance[last] + observation.Variance;
        _cumulativeReturn[next] = _cumulativeReturn[last] + observation.LogReturn;
        _newestLog = Math.Log(observation.Variance);
        _newestReturn = observation.LogReturn;
        for (var i = 0; i < _meanLog.Length; i++)
        {
            var weight = Math.Max(1 / (1 + _settings.Memories[i]), 1.0 / Count);
            _meanLog[i] += weight * (_newestLog - _meanLog[i]);
            var most = Count > Month ? MostTimes * _meanVariance[i] : double.PositiveInfinity;
            _meanVariance[i] += weight * (Math.Min(observation.Variance, most) - _meanVariance[i]);
        }
    }

    /// <summary>Mean variance of the newest bars, at most as many as there are.</summary>
    public double MeanVariance(int bars)
    {
        var span = Math.Min(bars, Count);
        return Difference(_cumulativeVariance, span) / span;
    }

    /// <summary>Writes the row of the newest bar.</summary>
    /// <param name="row">[F] receives the terms.</param>
    public void Write(Span<double> row)
    {
        var at = 0;
        row[at++] = 1;
        foreach (var lag in _settings.Lags)
        {
            row[at++] = lag == 1 ? _newestLog : Math.Log(MeanVariance(lag));
        }

        for (var i = 0; i < _meanLog.Length; i++)
        {
            row[at++] = _meanLog[i];
            row[at++] = Math.Log(_meanVariance[i]);
        }

        var unit = MeanVariance(Month);
        row[at++] = Math.Min(_newestReturn, 0) / Math.Sqrt(unit);
        foreach (var span in _settings.ReturnSpans)
        {
            var scaled = Difference(_cumulativeReturn, Math.Min(span, Count)) / Math.Sqrt(span * unit);
            row[at++] = scaled;
            row[at++] = Math.Min(scaled, 0);
        }
    }

    private double Difference(double[] cumulative, int bars) =>
        cumulative[Count % _capacity] - cumulative[(Count - bars) % _capacity];
}
