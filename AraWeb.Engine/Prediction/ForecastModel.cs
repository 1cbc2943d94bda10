using AraWeb.Engine.Calibration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models.Baselines;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Engine.Regime;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Prediction;

/// <summary>The forecasting method that is live now, as one recipe that services, studies and tests share.</summary>
public static class ForecastModel
{
    /// <summary>Name and version; changes whenever the same bars would give another forecast.</summary>
    public const string Version = "blend-aci-2";

    /// <summary>Ids of the models that take part, in the order in which they work.</summary>
    public static IReadOnlyList<string> Members { get; } = ["har", "ewma_range", "garch_t", "jump", "shrunk_mean"];

    /// <summary>Fewest bars for a forecast: a month of lags, the rows of a regression at the farthest horizon, and outcomes to calibrate on.</summary>
    public const int RequiredBars = 250;

    /// <summary>Newest bars that are used at most: the ten-year regression window and as much again to calibrate on.</summary>
    public const int MaxBars = 5040;

    private const int RefitBars = 21;

    /// <summary>A walk of this model, before its first bar.</summary>
    /// <param name="assetClass">Whose calendar holds.</param>
    /// <param name="timeframe">The span of a bar.</param>
    /// <param name="horizons">Farthest bar ahead.</param>
    public static WalkForward NewWalk(AssetClass assetClass, Timeframe timeframe, int horizons)
    {
        var anchors = HorizonAnchors.Standard(horizons);
        return new WalkForward(
            new WalkSettings(anchors, Groups: 1 + Enum.GetValues<RegimeType>().Length, RefitBars, Seed: 1, ConformalSettings.Default),
            LiveVolatility.New(assetClass, timeframe, anchors),
            [new ShrunkMeanForecaster()],
            new ShrunkEqualPool(0));
    }

    /// <summary>Walks over all bars.</summary>
    /// <param name="bars">Oldest first.</param>
    /// <param name="horizons">Farthest bar ahead.</param>
    /// <param name="observer">Told of every outcome; may be null.</param>
    /// <param name="cancellationToken">Checked at every bar.</param>
    public static WalkForward Walk(BarSeries bars, int horizons, IWalkObserver? observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var walk = NewWalk(bars.AssetClass, bars.Timeframe, horizons);
        var regimes = new RegimeTrack();
        var variances = RangeVariance.Compute(bars);
        for (var t = 0; t < bars.Count; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bar = bars[t];
            regimes.Add(new RegimeObservation(bar.Close, variances[t], bar.Volume));
            walk.Add(bar, variances[t], regimes.Current, observer);
        }

        return walk;
    }
}
