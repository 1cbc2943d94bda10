namespace AraWeb.Engine.Regime;

/// <summary>
/// The features that market states are told by, one row a bar, from the bars so far: momentum against averages of 20, 50 and 200 bars, volatility, volume,
/// and what of the market is known. A feature is NaN until it has seen enough; after that a value that is missing on a bar repeats the last one. Not safe
/// for several threads at once.
/// </summary>
public sealed class RegimeFeatures
{
    /// <summary>Bars whose mean log volume a bar is compared with.</summary>
    private const int VolumeBars = 50;

    /// <summary>Bars of the correlation with the market: a quarter of trading days.</summary>
    private const int CorrelationBars = 63;

    /// <summary>Half-life of variance, in bars: two weeks of trading days.</summary>
    private const double VarianceHalfLife = 10;

    /// <summary>Half-life of the volume's distance from its mean: a single busy day is no state.</summary>
    private const double VolumeHalfLife = 5;

    /// <summary>Bars before volatility is known.</summary>
    private const int VarianceBars = 20;

    /// <summary>The momentum over the bars of <see cref="Trend"/>: both are known from the same bar on.</summary>
    public const int TrendColumn = 1;

    private const int VolatilityColumn = 3;
    private const int VolumeColumn = 4;
    private const int ImpliedColumn = 5;
    private const int CorrelationColumn = 6;
    private const int BreadthColumn = 7;

    /// <summary>The weight of three features that count as one: the root of a third.</summary>
    private const double OfThree = 0.57735026918962573;

    private static readonly int[] MomentumBars = [20, 50, 200];

    private static readonly double VarianceDecay = Math.Pow(0.5, 1 / VarianceHalfLife);
    private static readonly double VolumeDecay = Math.Pow(0.5, 1 / VolumeHalfLife);

    private readonly RollingPairs[] _prices = [.. MomentumBars.Select(bars => new RollingPairs(bars))];
    private readonly RollingPairs _volumes = new(VolumeBars);
    private readonly RollingPairs _returns = new(CorrelationBars);
    private readonly double[] _row = new double[Names.Count];
    private double _variance;
    private double _weight;
    private double _volume;
    private double _volumeWeight;
    private double _close = double.NaN;
    private int _bars;

    /// <summary>Stands before the first bar.</summary>
    public RegimeFeatures() => _row.AsSpan().Fill(double.NaN);

    /// <summary>[8] names of the features, in the order of <see cref="Row"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["momentum_20", "momentum_50", "momentum_200", "volatility", "volume", "implied_volatility", "market_correlation", "breadth"];

    /// <summary>Where a feature stands in <see cref="Names"/>; -1 for another name.</summary>
    public static int PositionOf(string name) => Names.ToList().IndexOf(name);

    /// <summary>Whether a column is of the market rather than of the instrument's own bars.</summary>
    public static bool IsOfMarket(int column) => column >= ImpliedColumn;

    /// <summary>
    /// [8] how much each counts when states are told apart. Three averages of one price say nearly the same and weigh as one feature together. Volume,
    /// correlation and breadth colour the picture without making states of their own; implied volatility adds half to the realised one. Chosen so that
    /// states explain the most of next month's log variance on the visible price series; the figures hardly depend on it.
    /// </summary>
    public static IReadOnlyList<double> Weights { get; } = [OfThree, OfThree, OfThree, 1, 0.25, 0.5, 0.25, 0.25];

    /// <summary>
    /// [8] the newest row. Momentum: log of close over average close, in deviations over that many bars. Volatility: log of the deviation per bar. Volume:
    /// deviations of log volume from its mean, averaged. Implied volatility: its log. Correlation and breadth as they are.
    /// </summary>
    public ReadOnlySpan<double> Row => _row;

    /// <summary>Mean log return of the last 50 bars: which way the market has been going; NaN before them.</summary>
    public double Trend { get; private set; } = double.NaN;

    /// <summary>Takes the next finished bar. False, and nothing changes, when its close or variance is not a positive number.</summary>
    public bool Add(in RegimeObservation observation)
    {
        if (!(observation.Close > 0 && observation.Variance > 0 && double.IsFinite(observation.Close) && double.IsFinite(observation.Variance)))
        {
            return false;
        }

        var logReturn = Math.Log(observation.Close / _close);
        _close = observation.Close;
        _bars++;
        for (var i = 0; i < _prices.Length; i++)
        {
            _prices[i].Add(observation.Close, observation.Variance);
            if (_prices[i].IsFull)
            {
                _row[i] = Math.Log(_close / _prices[i].MeanX) / Math.Sqrt(MomentumBars[i] * _prices[i].MeanY);
            }
        }

        AddVariance(observation.Variance);
        AddVolume(observation.Volume);
        AddMarket(observation, logReturn);
        if (_prices[TrendColumn] is { IsFull: true } prices)
        {
            Trend = Math.Log(_close / prices.OldestX) / (MomentumBars[TrendColumn] - 1);
        }

        return true;
    }

    private void AddVariance(double variance)
    {
        _variance = (VarianceDecay * _variance) + variance;
        _weight = (VarianceDecay * _weight) + 1;
        if (_bars >= VarianceBars)
        {
            _row[VolatilityColumn] = 0.5 * Math.Log(_variance / _weight);
        }
    }

    private void AddVolume(double volume)
    {
        if (!(volume > 0 && double.IsFinite(volume)))
        {
            return;
        }

        var log = Math.Log(volume);
        _volumes.Add(log, 0);
        var deviation = Math.Sqrt(_volumes.VarianceX);
        if (_volumes.IsFull && deviation > 0)
        {
            _volume = (VolumeDecay * _volume) + ((log - _volumes.MeanX) / deviation);
            _volumeWeight = (VolumeDecay * _volumeWeight) + 1;
            _row[VolumeColumn] = _volume / _volumeWeight;
        }
    }

    private void AddMarket(in RegimeObservation observation, double logReturn)
    {
        if (observation.ImpliedVolatility > 0 && double.IsFinite(observation.ImpliedVolatility))
        {
            _row[ImpliedColumn] = Math.Log(observation.ImpliedVolatility);
        }

        if (double.IsFinite(observation.Breadth))
        {
            _row[BreadthColumn] = observation.Breadth;
        }

        if (double.IsFinite(observation.MarketReturn) && double.IsFinite(logReturn))
        {
            _returns.Add(logReturn, observation.MarketReturn);
            if (_returns.IsFull && _returns.Correlation is var correlation && !double.IsNaN(correlation))
            {
                _row[CorrelationColumn] = correlation;
            }
        }
    }
}
