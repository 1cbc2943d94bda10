using AraWeb.Engine.Core;

namespace AraWeb.Engine.Volatility;

/// <summary>
/// The volatility model that is live, as one recipe: log-HAR, EWMA of the range variance and GARCH-t blended, within a day on top of its profile.
/// </summary>
public static class LiveVolatility
{
    /// <summary>Prior weights. The regression leads wherever it was tried; the other two steady it when its window holds nothing like today.</summary>
    private const double HarWeight = 0.7;

    private const double OtherWeight = 0.15;

    /// <summary>A model before its first bar.</summary>
    /// <param name="assetClass">Whose calendar holds.</param>
    /// <param name="timeframe">The span of a bar.</param>
    /// <param name="anchors">Horizons at which it learns.</param>
    public static IVolatilityModel New(AssetClass assetClass, Timeframe timeframe, HorizonAnchors anchors)
    {
        var isIntraday = timeframe.IsIntraday();
        var blend = Blend(new LogHar(isIntraday ? HarSettings.Intraday : HarSettings.Daily, anchors), anchors);
        return isIntraday ? new SeasonalVolatility(blend, TradingCalendar.For(assetClass), timeframe) : blend;
    }

    /// <summary>The blend with another regression in the place of the live one.</summary>
    internal static BlendedVolatility Blend(IVolatilityModel regression, HorizonAnchors anchors) => new(
        anchors,
        (regression, HarWeight),
        (new Ewma(Ewma.RiskMetricsDecay, usesRange: true), OtherWeight),
        (new GarchT(), OtherWeight));
}
