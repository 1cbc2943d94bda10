using AraWeb.Engine.Calibration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models.Baselines;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Engine.Regime;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Prediction;

/// <summary>The forecasting method that is live now, as one recipe that services, studies and tests share.</summary>
public static class ForecastModel
{
    /// <summary>Name and version; changes whenever the same bars would give another forecast.</summary>
    public const string Version = "blend-aci-2";

    private const string PoolSeparator = "+";

    /// <summary>Ids of the models that make width and state, in the order in which they work.</summary>
    public static IReadOnlyList<string> VolatilityMembers { get; } = ["har", "ewma_range", "garch_t", "jump"];

    /// <summary>Ids of all models that take part where no pooled model does.</summary>
    public static IReadOnlyList<string> Members { get; } = [.. VolatilityMembers, "shrunk_mean"];

    /// <summary>Fewest bars for a forecast: a month of lags, the rows of a regression at the farthest horizon, and outcomes to calibrate on.</summary>
    public const int RequiredBars = 250;

    /// <summary>Newest bars that are used at most: the ten-year regression window and as much again to calibrate on.</summary>
    public const int MaxBars = 5040;

    private const int RefitBars = 21;

    /// <summary>Name and version of the method with a pooled model, which is part of it: other members are another method.</summary>
    /// <param name="pool">The model; null where none takes part.</param>
    internal static string VersionWith(LivePool? pool) => pool is null ? Version : Version + PoolSeparator + pool.Tag;

    /// <summary>Takes apart what <see cref="VersionWith"/> wrote.</summary>
    /// <returns>Whether it is this method, and which pooled model it names.</returns>
    internal static (bool IsOurs, string? PoolTag) Parse(string version) => string.Equals(version, Version, StringComparison.Ordinal)
        ? (true, null)
        : version.StartsWith(Version + PoolSeparator, StringComparison.Ordinal)
            ? (true, version[(Version.Length + PoolSeparator.Length)..])
            : (false, null);

    /// <summary>Whether a version is this method, with whatever pooled model.</summary>
    public static bool IsOurs(string version) => Parse(version).IsOurs;

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
    public static WalkForward Walk(BarSeries bars, int horizons, IWalkObserver? observer, CancellationToken cancellationToken) =>
        Walk(bars, horizons, observer, cancellationToken, out _);

    /// <summary>The same, with the detector of the market's state as it stands after the last bar.</summary>
    internal static WalkForward Walk(
        BarSeries bars, int horizons, IWalkObserver? observer, CancellationToken cancellationToken, out RegimeTrack regimes)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var walk = NewWalk(bars.AssetClass, bars.Timeframe, horizons);
        regimes = new RegimeTrack();
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
